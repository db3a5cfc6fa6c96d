package org.pelvi4j.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.filter.MovingMean;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

/**
 * A short assessment in raw EMG, its windows measured as a programme has them measured, against what numpy and scipy made
 * of the same numbers; windows.csv lies beside its script.
 */
class WindowsTest {
    private static final long MILLISECOND = 1_000_000;
    private static final double[] STARTS = {3, 9, 15};
    private static final double WORK = 3.5;
    private static final double REST = 2.5;

    private final Map<String, double[]> rows = new HashMap<>();

    private double[] row(String name) {
        return Objects.requireNonNull(rows.get(name), name);
    }

    @Test
    void eachWindowHasScipysLevelsTimesAndFrequencies() throws Exception {
        read();
        double[] emg = row("emg");
        Calibration scale = new Calibration(
                Signal.EMG, row("rest")[0], row("noise")[0], 30, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        Meter meter = Meter.of(Signal.EMG, 1000, null);
        meter.scale(scale, true);
        MovingMean power = MovingMean.over(1000, 0.25);
        var now = new Conditioned();
        for (int i = 0; i < emg.length; i++) {
            double envelope = Math.sqrt(power.next(emg[i] * emg[i]));
            meter.effort(0, now.at(i, i * MILLISECOND).set(emg[i], envelope, Quality.GOOD));
        }
        String[] names = {"strong", "weak", "swaying"};
        for (int k = 0; k < names.length; k++) {
            window(meter, names[k], STARTS[k]);
        }
    }

    private void window(Meter meter, String name, double from) {
        long on = Math.round(from * 1000) * MILLISECOND;
        long off = Math.round((from + WORK) * 1000) * MILLISECOND;
        long end = Math.round((from + WORK + REST) * 1000) * MILLISECOND;
        Reach onset = meter.onset(on, off);
        WindowMetrics work = meter.work(on, off);
        assertTimes(name + "Onset", onset);
        assertTimes(name + "Release", meter.release(off, end));
        assertRow(
                name, work.mean(), work.deviation(), work.blockDeviation(), work.peak(), work.sag(), work.sagPercent());
        WindowMetrics rest = meter.rest(off, end);
        assertRow(name + "Rest", rest.mean(), rest.deviation(), rest.blockDeviation());
        boolean meant = row(name + "Means")[0] > 0 && row(name + "Means")[1] >= 10;
        if (meant) {
            assertRow(name + "Frequencies", work.medianHz(), work.medianSlope(), work.medianSlopePercent());
        } else {
            assertThat(work.medianHz()).as(name).isNaN();
            assertThat(work.medianSlope()).as(name).isNaN();
            assertThat(work.medianSlopePercent()).as(name).isNaN();
        }
    }

    private void assertRow(String name, double... values) {
        double[] expected = row(name);
        assertThat(values).as(name).hasSize(expected.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i])
                    .as("%s %d", name, i)
                    .isCloseTo(expected[i], within(1e-8 * (1 + Math.abs(expected[i]))));
        }
    }

    /** To a step of the level that is kept, 10 ms; its first one lies up to 9 ms after the prompt. */
    private void assertTimes(String name, Reach reach) {
        double[] expected = row(name);
        double[] values = {reach.clinicalSeconds(), reach.researchSeconds()};
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(expected[i])) {
                assertThat(values[i]).as("%s %d", name, i).isCloseTo(expected[i], within(0.0101));
            } else {
                assertThat(values[i]).as("%s %d", name, i).isEqualTo(Double.valueOf(expected[i]));
            }
        }
    }

    private void read() throws Exception {
        try (InputStream file = WindowsTest.class.getResourceAsStream("windows.csv")) {
            new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] cells = line.split(",");
                rows.put(
                        cells[0],
                        Arrays.stream(cells)
                                .skip(1)
                                .mapToDouble(WindowsTest::number)
                                .toArray());
            });
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
