package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressionTest {
    private static ExerciseResult session(Programme programme, int good, int judged) {
        List<RepResult> reps = IntStream.rangeClosed(1, judged)
                .mapToObj(i -> new RepResult(i, 1, true, i <= good, i <= good, 5, 5, 0.5, 1))
                .toList();
        return new ExerciseResult(programme.id(), ExerciseResult.End.COMPLETED, reps, programme.reps(), 190);
    }

    private static Optional<Proposal> after(String id, int... goodOfTen) {
        Programme programme = Seeds.programme(id);
        var sessions = new ArrayList<ExerciseResult>();
        for (int good : goodOfTen) {
            sessions.add(session(programme, (good * programme.reps() + 9) / 10, programme.reps()));
        }
        return Progression.propose(programme, sessions);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lift-3min, WORK, 6, 10, 11", "lift-equal-3min, WORK, 6, 6, 15", "beginner, WORK, 4, 8, 10",
        "strength-8x8, WORK, 9, 16, 8", "long-10-10, REPS, 10, 10, 10", "flicks, REPS, 1, 2, 11",
        "mixed, WORK, 9, 9, 10"
    })
    void threeGoodSessionsInARowProposeOneStep(String id, Growth what, long work, long rest, int reps) {
        Proposal proposal = after(id, 9, 8, 10).orElseThrow();
        Block first = proposal.programme().blocks().get(0);
        assertThat(proposal.up()).isTrue();
        assertThat(proposal.what()).isEqualTo(what);
        assertThat(first.work()).isEqualTo(Duration.ofSeconds(work));
        assertThat(first.rest()).isEqualTo(Duration.ofSeconds(rest));
        assertThat(first.reps()).isEqualTo(reps);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"lift-3min, 4, 10, 12", "beginner, 3, 6, 9", "strength-8x8, 7, 16, 8"})
    void oneSessionBelowHalfProposesAStepBack(String id, long work, long rest, int reps) {
        Proposal proposal = after(id, 9, 9, 4).orElseThrow();
        Block first = proposal.programme().blocks().get(0);
        assertThat(proposal.up()).isFalse();
        assertThat(first.work()).isEqualTo(Duration.ofSeconds(work));
        assertThat(first.rest()).isEqualTo(Duration.ofSeconds(rest));
        assertThat(first.reps()).isEqualTo(reps);
    }

    @Test
    void nothingIsProposedOtherwise() {
        assertThat(after("strength-8x8")).isEmpty();
        assertThat(after("strength-8x8", 10, 10)).as("two are not three").isEmpty();
        assertThat(after("strength-8x8", 10, 10, 7)).isEmpty();
        assertThat(after("strength-8x8", 10, 7, 10)).as("not in a row").isEmpty();
        assertThat(after("downtrain", 10, 10, 10))
                .as("down-training does not grow")
                .isEmpty();
    }

    @Test
    void theLiftKeepsItsLength() {
        Programme programme = Seeds.programme("lift-5min");
        for (int i = 0; i < 20; i++) {
            var good = session(programme, programme.reps(), programme.reps());
            Optional<Proposal> next = Progression.propose(programme, List.of(good, good, good));
            if (next.isEmpty()) {
                break;
            }
            programme = next.get().programme();
            assertThat(programme.length()).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(310));
            Block block = programme.blocks().get(0);
            assertThat(block.rest()).isGreaterThanOrEqualTo(block.work());
        }
        assertThat(programme.blocks().get(0).work()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aSessionOfWhichTooLittleCouldBeJudgedSaysNothing() {
        Programme programme = Seeds.programme("lift-3min");
        var good = session(programme, 12, 12);
        var unclear = session(programme, 0, 4);
        assertThat(Progression.propose(programme, List.of(good, good, unclear, good)))
                .isPresent();
        assertThat(Progression.propose(programme, List.of(unclear, unclear))).isEmpty();
    }

    @Test
    void saysWhyInPlainWords() {
        assertThat(after("lift-3min", 9, 9, 9).orElseThrow().reason())
                .isEqualTo("squeeze 6 s instead of 5 s: 4 of 5 or more went well, three times in a row");
    }
}
