package org.pelvi4j.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

class MeterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double RATE = 100;

    private final Conditioned now = new Conditioned();
    private long number;

    private static Calibration scale(Signal signal, double rest, double reference) {
        return new Calibration(signal, rest, 0.1, reference, Calibration.How.MAXIMAL, Instant.EPOCH, "");
    }

    private void play(Meter meter, double untilSecond, DoubleUnaryOperator level) {
        for (; number < untilSecond * RATE; number++) {
            double value = level.applyAsDouble(number / RATE);
            Quality quality = Double.isNaN(value) ? Quality.MISSING : Quality.GOOD;
            meter.effort(0, now.at(number, number * SECOND / 100).set(0, value, quality));
        }
    }

    /** Rest 2, from 3.4 to 8.5 up at 10; prompted at 3, let go at 8. */
    private static double squeeze(double second) {
        return second >= 3.4 && second < 8.5 ? 10 : 2;
    }

    @Test
    void workIsMeasuredWithoutItsFirstSecondAndTimesFromThePrompts() {
        Meter meter = Meter.of(Signal.EMG, RATE, null);
        meter.scale(scale(Signal.EMG, 2, 12), true);
        play(meter, 20, MeterTest::squeeze);
        assertThat(meter.onset(3 * SECOND, 8 * SECOND).clinicalSeconds())
                .as("no work before it")
                .isNaN();
        assertThat(meter.onset(3 * SECOND, 8 * SECOND).researchSeconds()).isCloseTo(0.4, within(0.011));
        WindowMetrics work = meter.work(3 * SECOND, 8 * SECOND);
        assertThat(work.mean()).isCloseTo(10, within(1e-9));
        assertThat(work.deviation()).isCloseTo(0, within(1e-9));
        assertThat(work.peak()).isCloseTo(10, within(1e-9));
        assertThat(meter.release(8 * SECOND, 18 * SECOND).clinicalSeconds()).isCloseTo(0.5, within(0.011));
        assertThat(meter.onset(3 * SECOND, 8 * SECOND).clinicalSeconds())
                .as("75 % of the work before")
                .isCloseTo(0.4, within(0.011));
    }

    @Test
    void pressureIsMeasuredAboveRestAndRestAsItIs() {
        Meter meter = Meter.of(Signal.PRESSURE, RATE, null);
        assertThat(meter.work(3 * SECOND, 8 * SECOND)).as("no scale").isEqualTo(WindowMetrics.NONE);
        meter.scale(scale(Signal.PRESSURE, 2, 12), true);
        play(meter, 20, MeterTest::squeeze);
        assertThat(meter.work(3 * SECOND, 8 * SECOND).mean()).isCloseTo(8, within(1e-9));
        assertThat(meter.rest(8 * SECOND, 18 * SECOND).mean()).isCloseTo(2, within(1e-9));
        assertThat(meter.rest(8 * SECOND, 18 * SECOND).peak())
                .as("without its first second")
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void aWindowThatWasHardlySeenSaysNothing() {
        Meter meter = Meter.of(Signal.EMG, RATE, null);
        play(meter, 20, second -> second > 4 && second < 6 ? Double.NaN : squeeze(second));
        assertThat(meter.work(3 * SECOND, 8 * SECOND)).isEqualTo(WindowMetrics.NONE);
    }

    /** From 8.1 to 8.4 s nothing comes: the level was home at 8.5 all the same, and not 0.3 s sooner. */
    @Test
    void timesCountWhatWasLostOnTheWay() {
        Meter meter = Meter.of(Signal.EMG, RATE, null);
        meter.scale(scale(Signal.EMG, 2, 12), true);
        play(meter, 20, second -> second > 8.1 && second < 8.4 ? Double.NaN : squeeze(second));
        assertThat(meter.work(3 * SECOND, 8 * SECOND).mean()).isCloseTo(10, within(1e-9));
        assertThat(meter.release(8 * SECOND, 18 * SECOND).clinicalSeconds()).isCloseTo(0.5, within(0.011));
        assertThat(meter.rest(8 * SECOND, 18 * SECOND).mean()).isCloseTo(2, within(1e-9));
    }

    /** A squeeze at 3 s that stays until 8 s, and a cough's spike on it. */
    private static double coughing(double second, double coughAt) {
        double since = second - coughAt;
        double spike = since > 0 && since < 0.3 ? 40 * Math.pow(Math.sin(Math.PI * since / 0.3), 2) : 0;
        double ramp = Math.max(0, Math.min(1, (second - 3) / 0.2));
        return 2 + spike + (second < 8 ? 10 * ramp : 0);
    }

    @Test
    void aSqueezeBeforeTheCoughLeadsAndOneWithItDoesNot() {
        Meter meter = Meter.of(Signal.PRESSURE, RATE, null);
        meter.scale(scale(Signal.PRESSURE, 2, 14), true);
        play(meter, 20, second -> coughing(second, 3.4));
        Knack before = Objects.requireNonNull(meter.knack(2 * SECOND, 7 * SECOND));
        assertThat(before.leadSeconds()).isCloseTo(0.42, within(0.06));
        assertThat(before.heldThrough()).isTrue();
        assertThat(before.inTime()).isTrue();

        Meter late = Meter.of(Signal.PRESSURE, RATE, null);
        late.scale(scale(Signal.PRESSURE, 2, 14), true);
        number = 0;
        play(late, 20, second -> coughing(second, 3.0));
        Knack with = Objects.requireNonNull(late.knack(2 * SECOND, 7 * SECOND));
        assertThat(with.inTime()).isFalse();
    }

    @Test
    void withoutACoughThereIsNoTiming() {
        Meter meter = Meter.of(Signal.PRESSURE, RATE, null);
        meter.scale(scale(Signal.PRESSURE, 2, 14), true);
        play(meter, 20, MeterTest::squeeze);
        assertThat(meter.knack(2 * SECOND, 7 * SECOND)).isNull();
        assertThat(Meter.of(Signal.EMG, RATE, null).knack(0, SECOND))
                .as("EMG alone shows none")
                .isNull();
    }

    @Test
    void aSampleOfMeterCompanionAndMeasureAllocatesNothing() {
        Companion companion = Companion.deep(1000);
        Meter meter = Meter.of(Signal.EMG, 1000, companion);
        Measure measure = Measure.of(Signal.EMG, 1000, companion, metrics -> {});
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++, number++) {
                now.at(number, number * 1_000_000).set(1, 2, Quality.GOOD);
                companion.signal(now);
                companion.effort(0.1, now);
                measure.effort(0.1, now);
                meter.effort(0.1, now);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes for 20,000 samples").isLessThan(500);
    }
}
