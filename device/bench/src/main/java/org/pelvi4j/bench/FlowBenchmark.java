package org.pelvi4j.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.pelvi4j.calibration.EffortStage;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Detector;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.SignalStage;
import uk.me.berndporr.iirj.Butterworth;

/**
 * Nanoseconds per sample of one EMG channel at 1 kHz, from sample to placed edges, against a fixed chain of iirj filters
 * in the same run. The ratio is the figure; with {@code -prof gc} the flow allocates for events only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FlowBenchmark {
    private static final int SAMPLES = 60_000;
    private static final double RATE_HZ = 1000;

    /** Work and rest in seconds: lift-3min and flicks. */
    @Param({"5/10", "1/2"})
    public String session = "5/10";

    private final double[] samples = new double[SAMPLES];
    private final Heard heard = new Heard();
    private final Detector detector = Detector.of(Signal.EMG, RATE_HZ, null, heard);
    private final SignalStage stage = SignalStage.of(
            new Channel(Role.PFM, Signal.EMG, -187_500, 187_500, 0.02),
            RATE_HZ,
            EffortStage.learning(Signal.EMG, RATE_HZ, 5, detector));
    private long number;

    /** Makes the samples. */
    @Setup
    public void samples() {
        Random random = new Random(1);
        double work = Double.parseDouble(session.substring(0, session.indexOf('/')));
        double rest = Double.parseDouble(session.substring(session.indexOf('/') + 1));
        for (int i = 0; i < SAMPLES; i++) {
            double t = i / RATE_HZ % (work + rest) - rest;
            double drive = Math.max(0, Math.min(1, Math.min(t, work - t) / 0.2));
            samples[i] = 3 * random.nextGaussian() * (1 + 7 * drive);
        }
    }

    /**
     * The fixed chain: high-pass 4 at 40 Hz, three order-1 band-stops, low-pass 4 at 450 Hz.
     *
     * @param hole takes the result
     */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public void fixedChain(Blackhole hole) {
        Butterworth[] chain = new Butterworth[5];
        Arrays.setAll(chain, i -> new Butterworth());
        chain[0].highPass(4, RATE_HZ, 40);
        chain[1].bandStop(1, RATE_HZ, 50, 3);
        chain[2].bandStop(1, RATE_HZ, 150, 3);
        chain[3].bandStop(1, RATE_HZ, 250, 3);
        chain[4].lowPass(4, RATE_HZ, 450);
        double y = 0;
        for (double x : samples) {
            y = x;
            for (Butterworth filter : chain) {
                y = filter.filter(y);
            }
        }
        hole.consume(y);
    }

    /**
     * The flow from sample to placed edges.
     *
     * @param hole takes the events
     */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public void flow(Blackhole hole) {
        for (double x : samples) {
            stage.sample(number, number * 1_000_000L, x, 0);
            number++;
        }
        hole.consume(heard.count);
    }

    private static final class Heard implements PhaseSink {
        private long count;

        @Override
        public void phase(PhaseEvent event) {
            count++;
        }

        @Override
        public void contraction(Contraction contraction) {
            count++;
        }
    }
}
