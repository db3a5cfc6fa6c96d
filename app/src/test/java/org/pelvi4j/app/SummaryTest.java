package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.exercise.ExerciseMeasures;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.RepResult;

/** Who stops early is told what is kept, and only where it is. */
class SummaryTest {
    private static final ExerciseResult STOPPED =
            new ExerciseResult("lift-3min", ExerciseResult.End.STOPPED, List.of(), 12, 4, ExerciseMeasures.NONE);

    @Test
    void whatIsKeptIsSaidInBothLanguages() {
        assertThat(Summary.of(STOPPED, true, Texts.in("en")))
                .isEqualTo("Stopped after 0 of 12 repetitions. What was done is kept.\n");
        assertThat(Summary.of(STOPPED, true, Texts.in("de")))
                .isEqualTo("Nach 0 von 12 Wiederholungen beendet. Alles bis dahin ist gespeichert.\n");
    }

    @Test
    void whatIsNotKeptIsNotSaidToBe() {
        assertThat(Summary.of(STOPPED, false, Texts.in("en"))).isEqualTo("Stopped after 0 of 12 repetitions.\n");
    }

    @Test
    void whatWasGuessedByFeelIsOnePlainFact() {
        var reps = List.of(
                rep(1, true).guessed(Guess.YES),
                rep(2, false).guessed(Guess.NO),
                rep(3, false).guessed(Guess.YES),
                rep(4, true));
        var result = new ExerciseResult("lift-3min", ExerciseResult.End.COMPLETED, reps, 4, 60, ExerciseMeasures.NONE);
        assertThat(Summary.of(result, true, Texts.in("en"))).contains("\nBy feel: guessed right 2 of 3.\n");
        assertThat(Summary.of(result, true, Texts.in("de")))
                .contains("\nOhne Anzeige: 2 von 3 richtig eingeschätzt.\n");
        assertThat(Summary.of(STOPPED, true, Texts.in("en"))).doesNotContain("guessed");
    }

    private static RepResult rep(int number, boolean held) {
        return new RepResult(number, 1, true, held, true, held ? 4 : 1, 5, 0.8, held ? 1 : 0.5);
    }
}
