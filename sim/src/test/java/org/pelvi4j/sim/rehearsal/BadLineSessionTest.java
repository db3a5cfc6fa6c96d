package org.pelvi4j.sim.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.run.Comparison;

/**
 * Whole practices over a wire that fails, in virtual time, from the board's frames to the file: every frame that was sent
 * is in the file once, or lies in one marked gap.
 */
class BadLineSessionTest {
    private static final double MOST_INVENTED = 0.05;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"cyton, unplug@20s+5s", "cyton, chunk=7", "cyton, reset@20s", "cyton, delayed=0.5@20s+20s"})
    void everyFrameIsInTheFileOnceOrInAGap(String board, String fault) throws IOException {
        nothingIsLost(practise(board, fault));
    }

    @Tag("ci")
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "cyton, rename@20s+5s",
        "cyton, byte-loss=1e-3",
        "cyton, bit-flip=1e-4",
        "cyton, clock=0.5%",
        "cyton, clock=-0.5%",
        "cyton, wrong-baud@20s+5s",
        "cyton, counter-jump=10@20s",
        "cyton, start-garbage=200",
        "cyton, pause@20s+500ms",
        "cyton, stall@20s+1s",
        "cyton, intermittent=0.3@10s+10s",
        "bitalino, unplug@20s+5s",
        "bitalino, clock=0.5%",
        "bitalino, start-garbage=200",
        "bitalino, pause@20s+500ms",
        "chords-r4, unplug@20s+5s",
        "chords-r4, byte-loss=1e-3",
        "chords-r4, reset@20s",
        "chords-r4, clock=0.5%",
        "arduino, unplug@20s+5s",
        "arduino, reset@20s",
        "arduino, chunk=1",
        "arduino, clock=0.5%",
        "p2, unplug@20s+5s",
        "p2, clock=0.5%",
        "p2, start-garbage=200"
    })
    void soItIsOnEveryBoard(String board, String fault) throws IOException {
        nothingIsLost(practise(board, fault));
    }

    /** Four bits of check let one damaged frame of sixteen pass, and lines have none: such frames are few. */
    @Tag("ci")
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"bitalino, byte-loss=1e-3", "p2, byte-loss=1e-3", "arduino, byte-loss=1e-3"})
    void aWireWithoutAGoodCheckInventsFewFrames(String board, String fault) throws IOException {
        Comparison result = practise(board, fault);
        assertThat(result.repeated()).as("%s", result).isZero();
        assertThat((result.invented() + result.damaged()) / (double) result.recorded())
                .as("%s", result)
                .isLessThan(MOST_INVENTED);
    }

    /** A frame in thirty is lost: each repetition is still judged, and held. */
    @Test
    void aLineThatLosesAFewBytesLeavesThePracticeToBeJudged() {
        Outcome outcome = Rehearsal.of(Scenario.named("lossy-serial")).run();
        assertThat(outcome.result().reps().stream().filter(RepResult::judged))
                .hasSize(10)
                .allMatch(RepResult::held);
        assertThat(outcome.result().reps())
                .allMatch(rep -> rep.measures().contraction() != null
                        && rep.measures().contraction().meanEffort() > 0.4);
    }

    private static void nothingIsLost(Comparison result) {
        assertThat(result.recorded()).as("%s", result).isGreaterThan(10_000);
        assertThat(result.invented()).as("%s", result).isZero();
        assertThat(result.repeated()).as("%s", result).isZero();
        assertThat(result.unmarked()).as("%s", result).isZero();
    }

    private Comparison practise(String board, String fault) throws IOException {
        Scenario scenario = Scenario.named("lift3-healthy").alsoFailing(List.of(Fault.parse(fault)));
        var files = new ArrayList<Written>();
        Outcome outcome = Rehearsal.on(scenario, board)
                .recordedBy(sensor -> {
                    files.add(Written.in(folder, sensor));
                    return files.get(0);
                })
                .run();
        assertThat(outcome.result().end()).isNotEqualTo(ExerciseResult.End.SIGNAL_ENDED);
        Comparison result = files.get(0).against(outcome);
        return result;
    }

    /** The person waits as the exercise does, since both go by the pictures: what is held afterwards is held. */
    @Test
    void afterADelayThePersonAndTheExerciseAreStillInStep() {
        Scenario scenario = Scenario.named("lift3-weak").alsoFailing(List.of(Fault.parse("delayed=0.5@20s+20s")));
        Outcome outcome = Rehearsal.on(scenario, "cyton").run();
        assertThat(outcome.result().reps()).hasSize(12);
        assertThat(outcome.result().held()).isEqualTo(10);
        assertThat(outcome.missed()).isZero();
    }
}
