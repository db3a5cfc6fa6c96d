package org.pelvi4j.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pelvi4j.measure.Spectrum.Medians;

/** Metrics against what numpy and scipy made of the same numbers; metrics.csv lies beside its script. */
class MetricsTest {
    private static final Map<String, double[]> ROWS = new HashMap<>();

    @BeforeAll
    static void read() throws Exception {
        try (InputStream file = MetricsTest.class.getResourceAsStream("metrics.csv")) {
            new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] cells = line.split(",");
                double[] numbers = Arrays.stream(cells)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                ROWS.put(cells[0], numbers);
            });
        }
    }

    private static void assertScipys(String name, double value) {
        double expected = Objects.requireNonNull(ROWS.get(name))[0];
        assertThat(value).as(name).isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
    }

    @Test
    void theFormulasGiveScipysNumbers() {
        Curve curve = Curve.of(100, Objects.requireNonNull(ROWS.get("curve")));
        assertScipys("mean", curve.mean());
        assertScipys("standardDeviation", curve.standardDeviation());
        assertScipys("variabilityPercent", curve.variabilityPercent());
        assertScipys("peak", curve.peak());
        assertScipys("deviation", curve.deviation());
        assertScipys("area", curve.area(10));
        assertScipys("holdSeconds", curve.holdSeconds(0.75 * curve.peak()));
        assertScipys("riseRate", curve.timing().riseRate());
        assertScipys("riseSeconds", curve.timing().riseSeconds());
        assertScipys("fallSeconds", curve.timing().fallSeconds());
        assertScipys("sag", curve.sag());
        assertScipys("sagPercent", curve.sagPercent());
        assertScipys("meanRiseRate", curve.timing().meanRiseRate());
        assertScipys("enduranceRatio", curve.enduranceRatio(6));
        assertScipys("best3", curve.best(3));
    }

    @Test
    void theMedianFrequencyAndItsSlopeAreScipys() {
        Medians medians = Spectrum.at(1000).medians(Objects.requireNonNull(ROWS.get("emg")));
        assertScipys("medianHz", medians.hz());
        assertScipys("slopeHzPerSecond", medians.slopeHzPerSecond());
        assertScipys("slopePercentPerSecond", medians.slopePercentPerSecond());
    }

    /** A hole hides what lies in it, and nothing that comes after it. */
    @Test
    void theHighestStretchIsFoundBehindAHole() {
        double[] levels = {3, 3, 3, Double.NaN, 5, 7, 9, 1};
        assertThat(Curve.of(1, levels).best(2)).isEqualTo(8);
        assertThat(Curve.of(1, 1, Double.NaN, 2).best(2)).isNaN();
        assertThat(Curve.of(10, 1, 2, Double.NaN, 7, 9).peakSeconds()).isEqualTo(0.4);
        assertThat(Curve.of(10, 1, Double.NaN, 2).peakSeconds()).isNaN();
        assertThat(Curve.of(10).peakSeconds()).isNaN();
    }

    @Test
    void theMedianFrequencyIsNotMeaningfulWhereItMustNotBeShown() {
        assertThat(Spectrum.at(1000).meaningful(12, 0.1)).isTrue();
        assertThat(Spectrum.at(500).meaningful(12, 0.1)).isFalse();
        assertThat(Spectrum.at(1000).meaningful(9, 0.1)).isFalse();
        assertThat(Spectrum.at(1000).meaningful(12, 0.3)).isFalse();
        assertThat(Spectrum.at(1000).medians(new double[100]).hz()).isNaN();
    }

    @Test
    void theTimesOfClinicalUnitsCountFromThePrompt() {
        Curve curve = Curve.of(10, 0, 0, 5, 8, 6, 8, 8, 8, 3, 1, 0);
        assertThat(curve.timing().secondsUntilAtLeast(7.5, 0)).isEqualTo(0.3);
        assertThat(curve.timing().secondsUntilAtLeast(7.5, 0.2)).isEqualTo(0.5);
        assertThat(curve.timing().secondsUntilAtLeast(9, 0)).isNaN();
        assertThat(Curve.of(10, 8, 8, 3, 1).timing().secondsUntilBelow(3.75)).isEqualTo(0.2);
        assertThat(Curve.of(10, 8, 8, 8).timing().secondsUntilBelow(3.75)).isNaN();
    }

    @Test
    void theEnduranceRatioIsTimeNearTheTopOverTimeAskedFor() {
        assertThat(Curve.of(1, 8, 10, 9, 7, 7, 7).enduranceRatio(6)).isEqualTo(0.5);
    }

    @Test
    void tiringShowsInTheLastThreeAgainstTheFirstThree() {
        assertThat(Fatigue.index(List.of(10.0, 10.0, 10.0, 9.0, 8.0, 8.0, 8.0))).isEqualTo(20, within(1e-9));
        assertThat(Fatigue.index(List.of(10.0, 10.0, 10.0))).isNaN();
        assertScipys(
                "fatigueIndex",
                Fatigue.index(Arrays.stream(Objects.requireNonNull(ROWS.get("reps")))
                        .boxed()
                        .toList()));
        assertThat(Fatigue.stop(List.of(10.0, 10.0, 10.0, 4.0, 4.9))).isTrue();
        assertThat(Fatigue.stop(List.of(10.0, 10.0, 10.0, 4.0, 5.1))).isFalse();
        assertThat(Fatigue.rateMinutes(60, -0.5)).isEqualTo(2);
    }

    @Test
    void twoChannelsTellALiftFromAPushAndOneDoesNot() {
        assertThat(Verdict.byAbdomen(0.6, 0.1, 5)).isEqualTo(Verdict.LIFT);
        assertThat(Verdict.byAbdomen(0.1, 0.8, 5)).isEqualTo(Verdict.PUSH);
        assertThat(Verdict.byAbdomen(0.6, 0.6, 5)).isEqualTo(Verdict.CO_CONTRACTION);
        assertThat(Verdict.byAbdomen(0.6, 0.9, 0.3)).isEqualTo(Verdict.COUGH);
        assertThat(Verdict.byAbdomen(0.1, 0.4, 5)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.byAbdomen(Double.NaN, Double.NaN, 5)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.byZones(2000, 300, 196, 5)).isEqualTo(Verdict.LIFT);
        assertThat(Verdict.byZones(2000, 1200, 196, 5)).isEqualTo(Verdict.MIXED);
        assertThat(Verdict.byZones(2000, 2100, 196, 5)).isEqualTo(Verdict.PUSH);
        assertThat(Verdict.byZones(2000, 2000, 196, 0.3)).isEqualTo(Verdict.COUGH);
        assertThat(Verdict.byZones(100, 100, 196, 5)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.alone(10, 20, 5, true)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.alone(10, 20, 0.4, false)).isEqualTo(Verdict.COUGH);
        assertThat(Verdict.alone(101, 20, 5, true)).isEqualTo(Verdict.COUGH);
    }

    @Test
    void aSqueezeBeforeTheCoughCountsWhenItLeadsAndStays() {
        assertThat(new Knack(0.21, true).inTime()).isTrue();
        assertThat(new Knack(0.05, true).inTime()).isFalse();
        assertThat(new Knack(0.21, false).inTime()).isFalse();
    }
}
