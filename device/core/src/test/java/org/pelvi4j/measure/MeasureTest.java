package org.pelvi4j.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

class MeasureTest {
    private static final long SECOND = 1_000_000_000L;

    /** While a scale is learned it moves in the middle of a contraction; the contraction is not the worse for it. */
    @Test
    void aContractionIsMeasuredOnTheScaleThatIsKnownAtItsEnd() {
        List<ContractionMetrics> told = new ArrayList<>();
        Measure measure = Measure.of(Signal.PRESSURE, 100, null, told::add);
        var now = new Conditioned();
        for (int i = 0; i < 1000; i++) {
            if (i == 300 || i == 350) {
                double reference = i == 300 ? 14 : 42;
                measure.scale(
                        new Calibration(Signal.PRESSURE, 2, 0.1, reference, Calibration.How.LEARNED, Instant.EPOCH, ""),
                        false);
            }
            double level = i >= 300 && i < 800 ? 42 : 2;
            measure.effort(0, now.at(i, i * SECOND / 100).set(0, level, Quality.GOOD));
        }
        measure.contraction(new Contraction(3 * SECOND, 3 * SECOND, 3 * SECOND, 8 * SECOND, 8 * SECOND));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).peakEffort()).isCloseTo(1, within(1e-9));
        assertThat(told.get(0).holdSeconds()).isCloseTo(5, within(0.02));
        assertThat(told.get(0).hold50Seconds()).isCloseTo(5, within(0.02));
        assertThat(told.get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    /** One sample in thirty is lost, and once a tenth of a second: the mean is known all the same. */
    @Test
    void aContractionOnALossyWireHasItsMeanAndItsTimes() {
        List<ContractionMetrics> told = new ArrayList<>();
        Measure measure = Measure.of(Signal.PRESSURE, 100, null, told::add);
        measure.scale(new Calibration(Signal.PRESSURE, 2, 0.1, 42, Calibration.How.MAXIMAL, Instant.EPOCH, ""), true);
        var now = new Conditioned();
        for (int i = 0; i < 1000; i++) {
            boolean lost = i % 30 == 7 || (i > 500 && i <= 510);
            double level = i >= 300 && i < 800 ? 42 : 2;
            measure.effort(0, now.at(i, i * SECOND / 100).set(0, level, lost ? Quality.MISSING : Quality.GOOD));
        }
        measure.contraction(new Contraction(3 * SECOND, 3 * SECOND, 3 * SECOND, 8 * SECOND, 8 * SECOND));
        assertThat(told.get(0).meanEffort()).isCloseTo(1, within(0.01));
        assertThat(told.get(0).holdSeconds()).isCloseTo(5, within(0.02));
        assertThat(told.get(0).areaSeconds()).isCloseTo(5, within(0.05));
    }
}
