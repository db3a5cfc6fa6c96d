package org.pelvi4j.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

/** Coughs, drifts and slips, each on a pressure that is written down here. */
class RemarkTest {
    private static final double CMH2O = 98.0665;
    private static final Calibration SCALE = new Calibration(
            Signal.PRESSURE, 30 * CMH2O, 0.3 * CMH2O, 60 * CMH2O, Calibration.How.LEARNED, Instant.EPOCH, "");

    private final List<Remark> remarks = new ArrayList<>();
    private final MetricsSink out = new MetricsSink() {
        @Override
        public void metrics(ContractionMetrics metrics) {}

        @Override
        public void remark(Remark remark) {
            remarks.add(remark);
        }
    };

    /** Rests for so long at a pressure in cmH2O that depends on the seconds. */
    private void rest(double rateHz, double seconds, DoubleUnaryOperator pressure) {
        Measure measure = Measure.of(Signal.PRESSURE, rateHz, null, out);
        measure.scale(SCALE, true);
        measure.phase(new PhaseEvent(Phase.RELAX, "", 0, 0));
        Conditioned now = new Conditioned();
        for (long n = 0; n < seconds * rateHz; n++) {
            long at = Math.round(n * 1e9 / rateHz);
            double level = pressure.applyAsDouble(n / rateHz) * CMH2O;
            measure.effort(0, now.at(n, at).set(level, level, Quality.GOOD));
        }
    }

    private List<Remark.Kind> kinds() {
        return remarks.stream().map(Remark::kind).toList();
    }

    /** Of a half-sine squared, as DOMAIN 2.7 has coughs. */
    private static double bump(double seconds, double at, double lasts, double height) {
        double x = (seconds - at) / lasts;
        double sine = x > 0 && x < 1 ? Math.sin(Math.PI * x) : 0;
        return height * sine * sine;
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 100, 1000})
    void aCoughIsToldOnceAndWhenItWas(double rateHz) {
        rest(rateHz, 10, t -> 30 + bump(t, 5, 0.3, 80) + bump(t, 7, 0.4, 60));
        assertThat(kinds()).containsExactly(Remark.Kind.COUGH, Remark.Kind.COUGH);
        assertThat(remarks.get(0).fromNanos() / 1e9).isBetween(5.0, 5.1);
        assertThat(remarks.get(0).untilNanos() / 1e9).isBetween(5.2, 5.3);
    }

    @Test
    void aSqueezeAMovementABreathAndAStepAreNoCoughs() {
        rest(100, 5, t -> 30 + bump(t, 2, 0.9, 40));
        rest(100, 5, t -> 30 + bump(t, 2, 0.4, 15));
        rest(100, 60, t -> 30 + 2.5 * Math.sin(1.6 * t));
        rest(100, 5, t -> t < 2 ? 30 : 90);
        assertThat(kinds()).doesNotContain(Remark.Kind.COUGH);
    }

    @Test
    void aSlowSensorTellsNoCough() {
        rest(20, 10, t -> 30 + bump(t, 5, 0.3, 80));
        assertThat(remarks).isEmpty();
    }

    @Test
    void aRestThatMovesByMoreThanFifteenPercentOfTheRangeIsToldOnce() {
        rest(100, 300, t -> 30 + 10 * (1 - Math.exp(-t / 60)));
        assertThat(kinds()).containsExactly(Remark.Kind.DRIFT);
        assertThat(remarks.get(0).fromNanos() / 1e9)
                .as("4.5 of 10 cmH2O are 36 s")
                .isBetween(35.0, 40.0);
    }

    @Test
    void aBreathAndASmallMoveAreNoDrift() {
        rest(100, 300, t -> 30 + 4 * (1 - Math.exp(-t / 60)));
        rest(100, 300, t -> 30 + 4 * Math.sin(1.6 * t));
        rest(100, 60, t -> 30 + bump(t, 20, 5, 40));
        assertThat(remarks).isEmpty();
    }

    /** Contracts for 5 s each, one after the other,, at these peaks. */
    private void contract(double... peaks) {
        Measure measure = Measure.of(Signal.PRESSURE, 100, null, out);
        measure.scale(SCALE, true);
        Conditioned now = new Conditioned();
        long n = 0;
        for (double peak : peaks) {
            long onset = n * 10_000_000L;
            for (int i = 0; i < 500; i++, n++) {
                double level = SCALE.rest() + peak * (SCALE.reference() - SCALE.rest());
                measure.effort(peak, now.at(n, n * 10_000_000L).set(level, level, Quality.GOOD));
            }
            long offset = n * 10_000_000L;
            measure.contraction(new Contraction(onset, onset, onset, offset, offset));
        }
    }

    @Test
    void contractionsThatAllAtOnceReachLessMayBeASlip() {
        contract(1, 0.9, 1, 1.05, 0.6, 0.65, 0.6, 0.6);
        assertThat(kinds()).containsExactly(Remark.Kind.SLIP);
        assertThat(remarks.get(0).fromNanos()).isEqualTo(20_000_000_000L);
    }

    @Test
    void oneWeakOneOrGettingTiredByAndByIsNoSlip() {
        contract(1, 1, 1, 0.5, 1, 1, 1, 0.9, 0.8, 0.7, 0.62, 0.55, 0.5, 0.45);
        assertThat(remarks).isEmpty();
    }
}
