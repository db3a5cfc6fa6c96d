package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.exercise.ExerciseMeasures;
import org.pelvi4j.exercise.ExerciseResult;

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
}
