package org.pelvi4j.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pelvi4j.calibration.EffortStage;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.SignalStage;

/** A made-up muscle for tests: seeded noise whose strength follows given contractions, or a pressure that does. */
final class Muscle {
    final double rateHz;
    final double[] samples;
    private final Signal signal;

    private Muscle(Signal signal, double rateHz, double[] samples) {
        this.signal = signal;
        this.rateHz = rateHz;
        this.samples = samples;
    }

    /** EMG: noise of 2 uV at rest and `ratio` times that in each contraction, given as onset, offset, onset, ... */
    static Muscle emg(long seed, double rateHz, double seconds, double ratio, double... edges) {
        Random random = new Random(seed);
        double[] x = new double[(int) (seconds * rateHz)];
        for (int i = 0; i < x.length; i++) {
            x[i] = 2 * random.nextGaussian() * (1 + (ratio - 1) * drive(i / rateHz, 0.1, edges));
        }
        return new Muscle(Signal.EMG, rateHz, x);
    }

    /** Pressure in pascal: 2000 at rest with breathing and noise, `rise` more in each contraction. */
    static Muscle pressure(long seed, double rateHz, double seconds, double rise, double... edges) {
        Random random = new Random(seed);
        double[] x = new double[(int) (seconds * rateHz)];
        for (int i = 0; i < x.length; i++) {
            double t = i / rateHz;
            x[i] = 2000
                    + 80 * Math.sin(2 * Math.PI * 0.25 * t)
                    + 20 * random.nextGaussian()
                    + rise * drive(t, 0.3, edges);
        }
        return new Muscle(Signal.PRESSURE, rateHz, x);
    }

    private static double drive(double t, double ramp, double... edges) {
        double drive = 0;
        for (int i = 0; i < edges.length; i += 2) {
            double up = Math.min(1, Math.max(0, (t - edges[i]) / ramp));
            double down = Math.min(1, Math.max(0, (t - edges[i + 1]) / ramp));
            drive += 0.5 * (Math.cos(Math.PI * down) - Math.cos(Math.PI * up));
        }
        return drive;
    }

    Channel channel() {
        return new Channel(Role.PFM, signal, -1e6, 1e6, 1e-3);
    }

    /** What the whole flow up to the phases makes of it, without flaws. */
    Heard heard() {
        Heard heard = new Heard();
        Detector detector = Detector.of(signal, rateHz, null, heard);
        SignalStage stage = SignalStage.of(channel(), rateHz, EffortStage.learning(signal, rateHz, 5, detector));
        for (int i = 0; i < samples.length; i++) {
            stage.sample(i, Math.round(i * 1e9 / rateHz), samples[i], 0);
        }
        detector.finish(Math.round(samples.length * 1e9 / rateHz));
        return heard;
    }

    /** Keeps all that a detector tells. */
    static final class Heard implements PhaseSink {
        final List<PhaseEvent> events = new ArrayList<>();
        final List<Contraction> contractions = new ArrayList<>();

        @Override
        public void phase(PhaseEvent event) {
            events.add(event);
        }

        @Override
        public void contraction(Contraction contraction) {
            contractions.add(contraction);
        }
    }
}
