package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTextsTest {
    private static List<String> texts(String id) {
        return texts(Seeds.programme(id));
    }

    private static List<String> texts(Programme programme) {
        EventTexts texts = EventTexts.of(programme);
        var practice = new Practice(programme).until(400, Practice.rests());
        return practice.cues.stream()
                .map(texts::cue)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void promptsAreNamedAsTheRecordSays() {
        assertThat(texts("lift-3min")).hasSize(24).startsWith("PROMPT work", "PROMPT rest");
        assertThat(texts("flicks")).contains("PROMPT set 2/3", "PROMPT set 3/3");
    }

    @Test
    void anAssessmentNamesItsSegments() {
        assertThat(texts("glazer-short"))
                .startsWith("GLAZER pre", "GLAZER flick 1", "PROMPT rest", "GLAZER flick 2")
                .contains("GLAZER flick 5", "GLAZER tonic 1", "GLAZER tonic 5", "GLAZER endurance")
                .endsWith("GLAZER post");
    }

    @Test
    void aSetUpsSegmentsAreWindowsOfACalibrationWhateverItsId() {
        Programme glazer = Seeds.programme("glazer-short");
        var setUp = new Programme(
                Programme.Kind.SET_UP,
                "any",
                "Any",
                Duration.ZERO,
                glazer.blocks(),
                1,
                Duration.ZERO,
                Showing.EVERY_REP,
                List.of());
        assertThat(texts(setUp)).startsWith("CAL pre", "CAL flick 1").endsWith("CAL post");
    }

    @Test
    void aResultHasItsScoreOrADash() {
        assertThat(EventTexts.rep(new RepResult(3, 1, true, true, true, 4, 5, 0.5, 0.873)))
                .isEqualTo("REP 3 score=0.87");
        assertThat(EventTexts.rep(new RepResult(3, 1, false, false, false, 4, 5, 0.5, Double.NaN)))
                .isEqualTo("REP 3 score=-");
    }

    @Test
    void onlyTheFatigueRuleLeavesAStop() {
        assertThat(EventTexts.end(new ExerciseResult("x", ExerciseResult.End.FATIGUE, List.of(), 12, 60)))
                .isEqualTo("STOP fatigue");
        assertThat(EventTexts.end(new ExerciseResult("x", ExerciseResult.End.STOPPED, List.of(), 12, 60)))
                .isEmpty();
    }
}
