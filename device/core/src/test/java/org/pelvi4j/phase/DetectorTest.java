package org.pelvi4j.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
