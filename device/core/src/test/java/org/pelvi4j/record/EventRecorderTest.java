package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;

/** What the detector and the exercise say, in the words of DOMAIN 4.2. */
class EventRecorderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Programme PROGRAMME = Programme.read("lift", new StringReader("""
                    id: lift
                    title: Lift
                    preparation: 10 s
                    work: 5 s
                    rest: 10 s
                    reps: 12
                    target: ">= 40 %"
                    """));

    private final List<Annotation> said = new ArrayList<>();
    private final EventRecorder events = new EventRecorder(PROGRAMME, said::add);

    private void cue(Cue.Kind kind, int set, long from, long to) {
        events.cue(new Cue(kind, 1, set, from * SECOND, to * SECOND, 0.4, Double.NaN, false));
    }

    private static RepResult result(double score, double release) {
        return new RepResult(1, 1, !Double.isNaN(score), true, true, 4, 5, release, score);
    }

    @Test
    void aRepetitionIsItsCuesItsReleaseItsResultAndItsVerdict() {
        cue(Cue.Kind.READY, 1, 0, 10);
        cue(Cue.Kind.WORK, 1, 10, 15);
        cue(Cue.Kind.REST, 1, 15, 25);
        events.rep(result(0.874, 0.75));

        assertThat(said)
                .containsExactly(
                        new Annotation(10 * SECOND, 5 * SECOND, "PROMPT work"),
                        new Annotation(15 * SECOND, 10 * SECOND, "PROMPT rest"),
                        new Annotation(15 * SECOND, 750_000_000, "RELAX complete"),
                        new Annotation(10 * SECOND, 15 * SECOND, "REP 1 score=0.87"),
                        new Annotation(10 * SECOND, -1, "VERDICT 1 held=yes letgo=yes in-goal=4.00 of=5.00"));
    }

    @Test
    void whatThePersonSaidOfItStandsWithItsWork() {
        cue(Cue.Kind.WORK, 1, 10, 15);
        cue(Cue.Kind.REST, 1, 15, 25);
        said.clear();
        events.rep(result(0.874, 0.75).guessed(Guess.YES));

        assertThat(said).endsWith(new Annotation(10 * SECOND, -1, "GUESS 1 yes"));
    }

    @Test
    void aRepetitionThatWasNotJudgedHasNoScoreAndOneThatNeverCameHomeNoRelease() {
        cue(Cue.Kind.WORK, 1, 10, 15);
        cue(Cue.Kind.REST, 1, 15, 25);
        said.clear();
        events.rep(result(Double.NaN, Double.NaN));

        assertThat(said).extracting(Annotation::text).containsExactly("REP 1 score=-");
    }

    @Test
    void aContractionIsItsOnsetWithItsLengthAndItsEnd() {
        events.contraction(new Contraction(2 * SECOND, 3 * SECOND, 2 * SECOND, 6 * SECOND, 7 * SECOND));

        assertThat(said)
                .containsExactly(
                        new Annotation(2 * SECOND, 4 * SECOND, "CONTRACT onset"),
                        new Annotation(6 * SECOND, -1, "CONTRACT end"));
    }

    @Test
    void aTimeWithoutAPhaseIsAFaultWithItsReasonAndLength() {
        events.phase(new PhaseEvent(Phase.RELAX, "", SECOND, SECOND));
        events.phase(new PhaseEvent(Phase.UNKNOWN, "LEAD_OFF", 2 * SECOND, 2 * SECOND));
        events.phase(new PhaseEvent(Phase.RELAX, "", 5 * SECOND, 5 * SECOND));

        assertThat(said).containsExactly(new Annotation(2 * SECOND, 3 * SECOND, "FAULT lead-off"));
    }

    @Test
    void aRestThatMovedIsToldAtOnceAndIsNoFault() {
        events.phase(new PhaseEvent(Phase.CONTRACT, "", 2 * SECOND, 3 * SECOND));
        events.phase(new PhaseEvent(Phase.UNKNOWN, "REST_SHIFT", 18 * SECOND, 18 * SECOND));

        assertThat(said).containsExactly(new Annotation(2 * SECOND, 16 * SECOND, "REST_SHIFT?"));

        events.phase(new PhaseEvent(Phase.RELAX, "", 19 * SECOND, 19 * SECOND));
        assertThat(said).hasSize(1);
    }

    @Test
    void theFatigueRuleLeavesItsMark() {
        cue(Cue.Kind.WORK, 1, 10, 15);
        cue(Cue.Kind.REST, 1, 15, 25);
        said.clear();
        events.done(new ExerciseResult("lift-3min", ExerciseResult.End.FATIGUE, List.of(), 12, 25));

        assertThat(said).containsExactly(new Annotation(25 * SECOND, -1, "STOP fatigue"));
    }
}
