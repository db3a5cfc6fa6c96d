package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControllerTest {
    private static final Programme LIFT = Seeds.programme("lift-3min");

    @Test
    void pacesTwelveRepetitionsInThreeMinutesAfterThePreparation() {
        var practice = new Practice(LIFT).until(200, Practice.follows(0.4, 0.6));
        assertThat(practice.said)
                .startsWith("0.0 READY 0", "10.0 WORK 1", "15.0 REST 1", "rep 1", "25.0 WORK 2", "30.0 REST 2")
                .endsWith("175.0 WORK 12", "180.0 REST 12", "rep 12", "190.0 DONE 12", "done COMPLETED");
        assertThat(practice.result().seconds()).isEqualTo(190);
        assertThat(practice.result().planned()).isEqualTo(12);
    }

    @Test
    void whoFollowsIsHeldAndLetGoInEveryRepetition() {
        var result = new Practice(LIFT).until(200, Practice.follows(0.4, 0.6)).result();
        assertThat(result.held()).isEqualTo(12);
        assertThat(result.letGo()).isEqualTo(12);
        assertThat(result.reps()).allSatisfy(rep -> {
            assertThat(rep.judged()).isTrue();
            assertThat(rep.heldSeconds()).isBetween(4.55, 4.65);
            assertThat(rep.releaseSeconds()).isBetween(0.39, 0.42);
            assertThat(rep.score()).isEqualTo(1.0);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE - 60_000_000_000L, -1, Long.MIN_VALUE})
    void pacesAcrossTheOverflowOfNanoseconds(long origin) {
        var practice = new Practice(LIFT, 100, origin).until(200, Practice.follows(0.4, 0.6));
        assertThat(practice.result().end()).isEqualTo(ExerciseResult.End.COMPLETED);
        assertThat(practice.result().held()).isEqualTo(12);
        assertThat(practice.said).contains("175.0 WORK 12");
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 50, 250, 1000})
    void judgesAlikeAtEveryRate(double rateHz) {
        var result = new Practice(LIFT, rateHz, 0)
                .until(200, Practice.follows(0.4, 0.6))
                .result();
        assertThat(result.held()).isEqualTo(12);
        assertThat(result.letGo()).isEqualTo(12);
    }
}
