package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.signal.Quality;

class InterruptionTest {
    private static final DoubleUnaryOperator FOLLOWS = Practice.follows(0.4, 0.6);

    private static Practice lift() {
        return new Practice(Seeds.programme("lift-3min"));
    }

    @Test
    void beforeTheFirstGoodSampleNothingBegins() {
        var practice = lift().silentUntil(20).quality(Quality.LEAD_OFF).until(30, Practice.rests());
        assertThat(practice.said).isEmpty();
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.WAITING);
        practice.quality(Quality.SETTLING)
                .until(30.5, Practice.rests())
                .quality(Quality.GOOD)
                .until(41, Practice.rests());
        assertThat(practice.said).containsExactly("30.0 READY 0", "40.0 WORK 1");
    }

    @Test
    void aSignalThatNeverComesEndsItAfterFiveMinutes() {
        var practice = lift().silentUntil(299);
        assertThat(practice.controller.course().finished()).isFalse();
        practice.silentUntil(301);
        assertThat(practice.results).hasSize(1);
        assertThat(practice.results.get(0).end()).isEqualTo(ExerciseResult.End.SIGNAL_ENDED);
        assertThat(practice.results.get(0).reps()).isEmpty();
    }

    @Test
    void lessThanASecondWithoutASampleDoesNotStopTheClock() {
        var practice = lift().until(12, FOLLOWS).silentUntil(12.9).until(16, FOLLOWS);
        assertThat(practice.said).endsWith("10.0 WORK 1", "15.0 REST 1");
    }

    @Test
    void aRepetitionCutInItsWorkStartsAgain() {
        var practice = lift().until(12, FOLLOWS).silentUntil(20);
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.NO_SIGNAL);
        practice.until(21.9, Practice.rests());
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.NO_SIGNAL);
        practice.until(22.1, Practice.rests());
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.COUNT_IN);
        assertThat(practice.controller.course().startsAgain()).isTrue();
        practice.until(41, Practice.rests());
        assertThat(practice.said)
                .containsExactly("0.0 READY 0", "10.0 WORK 1", "25.0 WORK 1", "30.0 REST 1", "rep 1", "40.0 WORK 2");
    }

    @Test
    void aRepetitionThatLosesItsSignalEachTimeStartsAgainTwiceAndIsThenNotJudged() {
        var practice = lift().until(12, FOLLOWS);
        for (int time = 0; time < 3; time++) {
            assertThat(Objects.requireNonNull(practice.controller.course().step())
                            .rep())
                    .isEqualTo(1);
            double second = 12 + 9 * time;
            practice.silentUntil(second + 2).until(second + 8.9, Practice.rests());
        }
        assertThat(practice.said)
                .containsExactly("0.0 READY 0", "10.0 WORK 1", "19.0 WORK 1", "28.0 WORK 1", "rep 1", "37.0 WORK 2");
        assertThat(practice.reps.get(0).judged()).isFalse();
    }

    @Test
    void aPauseMayBeTakenInARepetitionAsOftenAsOneLikes() {
        var practice = lift().until(12, FOLLOWS);
        for (double second = 12; second < 52; second += 10) {
            practice.controller.pause(practice.nanos(second));
            practice.until(second + 5, Practice.rests());
            practice.controller.resume(practice.nanos(second + 5));
            practice.until(second + 10, Practice.rests());
        }
        assertThat(practice.reps).isEmpty();
        assertThat(practice.said).endsWith("50.0 WORK 1");
    }

    @Test
    void aRepetitionCutInItsRestIsOverAndNoMiss() {
        var practice = lift().until(17, FOLLOWS).silentUntil(20).until(26, Practice.rests());
        assertThat(practice.said).endsWith("15.0 REST 1", "rep 1", "25.0 WORK 2");
        assertThat(practice.reps.get(0).judged()).isFalse();
    }

    @Test
    void theClockStandsWhileThereIsNoSignal() {
        var practice = lift().until(12, FOLLOWS).silentUntil(100).until(290, Practice.rests());
        assertThat(practice.result().end()).isEqualTo(ExerciseResult.End.COMPLETED);
        assertThat(practice.result().seconds()).isBetween(192.9, 193.1);
    }

    @Test
    void aSignalThatComesAndGoesStopsTheClockToo() {
        var practice = lift().until(12, FOLLOWS);
        for (double second = 12; second < 18; second += 0.6) {
            practice.quality(Quality.MISSING).until(second + 0.4, Practice.rests());
            practice.quality(Quality.GOOD).until(second + 0.6, FOLLOWS);
        }
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.NO_SIGNAL);
    }

    @Test
    void aSignalThatGoesOnComingAndGoingIsNotBack() {
        var practice = lift().until(12, FOLLOWS);
        for (double second = 12; second < 60; second += 0.25) {
            practice.quality(Quality.MISSING).until(second + 0.2, Practice.rests());
            practice.quality(Quality.GOOD).until(second + 0.25, FOLLOWS);
            if (second > 14) {
                assertThat(practice.controller.course().pace()).isEqualTo(Pace.NO_SIGNAL);
            }
        }
        practice.until(63.5, Practice.rests());
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.COUNT_IN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 9, 9.7, 10})
    void aSlowConverterWhoseClockIsOffIsNoLostSignal(double rateHz) {
        var practice = new Practice(Seeds.programme("lift-3min"), rateHz, 0).until(191, FOLLOWS);
        assertThat(practice.reps).hasSize(12);
        assertThat(practice.said).endsWith("rep 12", "190.0 DONE 12", "done COMPLETED");
    }

    @Test
    void aSignalThatStaysAwayEndsTheExercise() {
        var practice = lift().until(12, FOLLOWS).silentUntil(400);
        assertThat(practice.said).endsWith("done SIGNAL_ENDED");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 9, 12, 17, 100, 188})
    void aPauseStopsTheClockAtOnceAndGoesOnAfterACountIn(double second) {
        var practice = lift().until(second, FOLLOWS);
        practice.controller.pause(practice.nanos(second));
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.PAUSED);
        int said = practice.said.size();
        practice.until(second + 100, Practice.rests());
        assertThat(practice.said).hasSize(said);
        practice.controller.resume(practice.nanos(second + 100));
        practice.until(second + 102.9, Practice.rests());
        assertThat(practice.said).hasSize(said);
        practice.until(second + 103.1, Practice.rests());
        assertThat(practice.said.size()).isGreaterThan(said);
    }

    @Test
    void aPauseOfFiveMinutesEndsTheExercise() {
        var practice = lift().until(50, FOLLOWS);
        practice.controller.pause(practice.nanos(50));
        practice.until(349, Practice.rests());
        assertThat(practice.controller.course().finished()).isFalse();
        practice.until(351, Practice.rests());
        assertThat(practice.said).endsWith("350.0 DONE 3", "done STOPPED");
    }

    @Test
    void stopEndsAtOnceAndKeepsWhatWasDone() {
        var practice = lift().until(48, FOLLOWS);
        practice.controller.stop(practice.nanos(48));
        assertThat(practice.controller.course().finished()).isTrue();
        assertThat(practice.said).endsWith("rep 3", "48.0 DONE 3", "done STOPPED");
        assertThat(practice.result().reps()).hasSize(3).allMatch(RepResult::letGo);
        int said = practice.said.size();
        practice.until(300, FOLLOWS);
        practice.controller.stop(practice.nanos(300));
        practice.controller.resume(practice.nanos(300));
        assertThat(practice.said).hasSize(said);
    }

    @Test
    void aStopInTheWorkCountsNoRepetitionThatWasNotDone() {
        var practice = lift().until(43, FOLLOWS);
        practice.controller.stop(practice.nanos(43));
        assertThat(practice.result().reps()).hasSize(2);
    }

    @Test
    void twoRepetitionsBelowHalfOfTheFirstThreeEndTheExercise() {
        var practice = lift().until(200, second -> FOLLOWS.applyAsDouble(second) * (second > 70 ? 0.45 : 1.4));
        assertThat(practice.said).endsWith("rep 6", "100.0 DONE 6", "done FATIGUE");
    }

    @Test
    void oneWeakRepetitionIsNoFatigue() {
        var practice =
                lift().until(200, second -> FOLLOWS.applyAsDouble(second) * ((int) second / 15 % 2 == 0 ? 1 : 0.3));
        assertThat(practice.result().end()).isEqualTo(ExerciseResult.End.COMPLETED);
    }

    @Test
    void afterALongStallEachStepHasEndedByItsOwnDeadline() {
        var practice = lift().until(12, FOLLOWS);
        practice.controller.tick(practice.nanos(112));
        assertThat(practice.controller.course().pace()).isEqualTo(Pace.NO_SIGNAL);
        assertThat(practice.said).endsWith("10.0 WORK 1");
    }

    @Test
    void noExerciseIsEndlessHoweverOftenItIsPaused() {
        var practice = lift().until(12, FOLLOWS);
        double second = 12;
        while (!practice.controller.course().finished() && second < 5000) {
            practice.controller.pause(practice.nanos(second));
            practice.until(second + 250, Practice.rests());
            practice.controller.resume(practice.nanos(second + 250));
            practice.until(second + 254, Practice.rests());
            second += 254;
        }
        assertThat(second).isLessThan(2 * 190 + 600 + 255);
        assertThat(practice.said).endsWith("done STOPPED");
    }
}
