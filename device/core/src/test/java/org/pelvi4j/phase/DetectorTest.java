package org.pelvi4j.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortStage;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.SignalStage;

class DetectorTest {
    private static void assertFound(Muscle.Heard heard, double tolerance, double... edges) {
        assertThat(heard.contractions).hasSize(edges.length / 2);
        for (int i = 0; i < edges.length / 2; i++) {
            Contraction found = heard.contractions.get(i);
            assertThat(found.onsetNanos() / 1e9).isCloseTo(edges[2 * i], within(tolerance));
            assertThat(found.offsetNanos() / 1e9).isCloseTo(edges[2 * i + 1], within(tolerance));
            assertThat(found.onsetDecidedNanos()).isGreaterThanOrEqualTo(found.provisionalOnsetNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 500, 1000, 2000, 4000})
    void contractionsOfTheMuscleAreFoundAtEveryRate(double rateHz) {
        double[] edges = {8, 13, 20, 20.6, 25, 31};
        assertFound(Muscle.emg(1, rateHz, 36, 5, edges).heard(), 0.25, edges);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 20, 50, 100, 1000})
    void squeezesAreFoundAtEveryRate(double rateHz) {
        double[] edges = {8, 13, 20, 20.8, 25, 31};
        assertFound(Muscle.pressure(1, rateHz, 36, 2000, edges).heard(), 0.35, edges);
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 1000})
    void aMuscleAtRestMakesNoContraction(double rateHz) {
        Muscle.Heard heard = Muscle.emg(2, rateHz, 60, 1).heard();
        assertThat(heard.contractions).isEmpty();
        assertThat(heard.events).extracting(PhaseEvent::phase).containsExactly(Phase.UNKNOWN, Phase.RELAX);
    }

    private static Muscle.Heard hear(Muscle muscle, double longestHold, @Nullable Calibration known) {
        Muscle.Heard heard = new Muscle.Heard();
        Signal signal = muscle.channel().signal();
        Detector detector = Detector.of(signal, muscle.rateHz, known, heard).holding(longestHold);
        SignalStage stage = SignalStage.of(
                muscle.channel(), muscle.rateHz, EffortStage.learning(signal, muscle.rateHz, 5, detector));
        for (int i = 0; i < muscle.samples.length; i++) {
            stage.sample(i, Math.round(i * 1e9 / muscle.rateHz), muscle.samples[i], 0);
        }
        return heard;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatOutlastsEveryHoldIsARestThatHasMovedAndContractionsAreFoundOnIt(boolean emg) {
        double[] edges = {8, 13, 20, 140, 60, 65};
        Muscle muscle = emg ? Muscle.emg(3, 500, 80, 3, edges) : Muscle.pressure(3, 100, 80, 2000, edges);
        Muscle.Heard heard = hear(muscle, 5, null);
        assertThat(heard.contractions).as("%s", heard.events).hasSize(2);
        assertThat(heard.contractions.get(1).onsetNanos() / 1e9).isCloseTo(60, within(0.3));
        assertThat(heard.events)
                .filteredOn(e -> e.reason().equals(Detector.REST_SHIFT))
                .singleElement()
                .satisfies(e -> assertThat(e.decidedAtNanos() / 1e9).isBetween(35.0, 36.5));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSmallOnTheCalibratedScaleIsNoContraction(boolean emg) {
        double[] edges = {8, 13, 20, 25};
        Muscle muscle = emg ? Muscle.emg(4, 500, 30, 3, edges) : Muscle.pressure(4, 100, 30, 600, edges);
        double rest = emg ? 2 : 2000;
        double reach = emg ? 4 : 600;
        Signal signal = muscle.channel().signal();
        Calibration weak =
                new Calibration(signal, rest, 0.1, rest + 2 * reach, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        Calibration strong =
                new Calibration(signal, rest, 0.1, rest + 12 * reach, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        assertThat(hear(muscle, 5, weak).contractions).hasSize(2);
        assertThat(hear(muscle, 5, strong).contractions).isEmpty();
    }
}
