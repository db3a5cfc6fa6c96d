package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.signal.Quality;

/** A golden table of single repetitions: when the level rises and falls, and what that is worth. */
class ScoringTest {
    /** Work 5 s from second 3 to 8, rest 10 s to second 18. */
    private static final String[] HOLD = {
        "id: one", "preparation: 3 s", "work: 5 s", "rest: 10 s", "target: \">= 40 %\""
    };
    /** Work 1 s from second 3 to 4, rest 2 s to second 6. */
    private static final String[] FLICK = {
        "id: one", "preparation: 3 s", "work: 1 s", "rest: 2 s", "target: peak >= 60 %"
    };

    private static DoubleUnaryOperator pulse(double from, double to, double level) {
        return second -> second >= from && second < to ? level : 0;
    }

    private static RepResult one(String[] programme, double seconds, DoubleUnaryOperator effort) {
        var practice = new Practice(Seeds.yaml(programme)).until(seconds, effort);
        assertThat(practice.reps).hasSize(1);
        return practice.reps.get(0);
    }

    @ParameterizedTest(name = "{0}: held {4}, let go {5}")
    @CsvSource(delimiter = '|', textBlock = """
            as asked                              | 3.4 | 8.5  | 0.6  | true  | true  | 0.50 | 1.0
            at the edge                           | 3.4 | 8.5  | 0.40 | true  | true  | 0.50 | 1.0
            just below the edge                   | 3.4 | 8.5  | 0.39 | false | true  | 0.50 | 0.5
            far above, no more reward             | 3.4 | 8.5  | 1.4  | true  | true  | 0.50 | 1.0
            begun within the first second         | 3.9 | 8.5  | 0.6  | true  | true  | 0.50 | 1.0
            80 % of the scored four seconds       | 4.8 | 8.5  | 0.6  | true  | true  | 0.50 | 0.9
            less than 80 %                        | 4.9 | 8.5  | 0.6  | false | true  | 0.50 | 0.8875
            let go too soon                       | 3.4 | 6.5  | 0.6  | false | true  | 0.00 | 0.8125
            let go too soon, yet 80 %             | 3.4 | 7.25 | 0.6  | true  | true  | 0.00 | 0.90625
            let go within the first second        | 3.4 | 8.9  | 0.6  | true  | true  | 0.90 | 1.0
            let go late                           | 3.4 | 12.0 | 0.6  | true  | true  | 4.00 | 0.8333
            let go just before half of the rest   | 3.4 | 12.9 | 0.6  | true  | true  | 4.90 | 0.7833
            let go just after half of the rest    | 3.4 | 13.1 | 0.6  | true  | false | 5.10 | 0.7722
            never let go                          | 3.4 | 30   | 0.6  | true  | false | NaN  | 0.5
            nothing done, so nothing to let go    | 30  | 31   | 0.6  | false | false | NaN  | 0.5
            begun when the rest begins            | 8.1 | 9.1  | 0.6  | false | true  | 1.10 | 0.4944
            """)
    void aHold(
            String what,
            double from,
            double to,
            double level,
            boolean held,
            boolean letGo,
            double release,
            double score) {
        RepResult rep = one(HOLD, 19, pulse(from, to, level));
        assertThat(rep.judged()).isTrue();
        assertThat(rep.held()).isEqualTo(held);
        assertThat(rep.letGo()).isEqualTo(letGo);
        assertThat(rep.score()).isCloseTo(score, within(0.005));
        if (Double.isNaN(release)) {
            assertThat(rep.releaseSeconds()).isNaN();
        } else {
            assertThat(rep.releaseSeconds()).isCloseTo(release, within(0.011));
        }
    }

    @ParameterizedTest(name = "{0}: held {4}, let go {5}")
    @CsvSource(delimiter = '|', textBlock = """
            as asked                              | 3.3 | 4.2  | 0.7  | true  | true  | 1.0
            too little                            | 3.3 | 4.2  | 0.5  | false | true  | 0.9167
            late, and let go in time              | 3.8 | 4.7  | 0.7  | true  | true  | 1.0
            late, and let go too late             | 4.2 | 5.4  | 0.7  | true  | false | 0.8
            not at all                            | 30  | 31   | 0.7  | false | false | 0.5
            one second is enough for the peak     | 3.1 | 3.3  | 0.9  | true  | true  | 1.0
            """)
    void aFlick(String what, double from, double to, double level, boolean held, boolean letGo, double score) {
        RepResult rep = one(FLICK, 7, pulse(from, to, level));
        assertThat(rep.held()).isEqualTo(held);
        assertThat(rep.letGo()).isEqualTo(letGo);
        assertThat(rep.score()).isCloseTo(score, within(0.02));
    }

    @Test
    void passingHomeForAMomentIsNotLettingGo() {
        RepResult rep = one(
                HOLD,
                19,
                second -> second < 9 || second >= 9.1 ? pulse(3.4, 12, 0.6).applyAsDouble(second) : 0);
        assertThat(rep.releaseSeconds()).isCloseTo(4, within(0.02));
    }

    @Test
    void aBandHasAnUpperEdgeAndADownTrainingRestABandOfItsOwn() {
        var practice = new Practice(Seeds.programme("downtrain"));
        practice.until(200, second -> {
            double in = (second - 10) % 22;
            int rep = (int) ((second - 10) / 22) + 1;
            boolean squeezes = second >= 10 && in >= 0.3 && in < 2.5;
            return squeezes ? (rep == 2 ? 0.4 : 0.25) : rep == 3 ? 0.11 : 0.05;
        });
        assertThat(practice.cues.get(2).goalHigh()).isEqualTo(0.10);
        assertThat(practice.reps.get(0).held()).isTrue();
        assertThat(practice.reps.get(0).letGo()).isTrue();
        assertThat(practice.reps.get(1).held())
                .as("more than the light squeeze that was asked")
                .isFalse();
        assertThat(practice.reps.get(2).letGo())
                .as("at home, but above the rest band")
                .isFalse();
        assertThat(practice.reps.get(2).score()).isCloseTo(0.5, within(0.01));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            before the cough and through it  | 3.3 | 5.2  | true
            in the moment of the cough       | 4.0 | 5.2  | false
            just long enough before          | 3.85| 5.2  | true
            let go when the cough comes      | 3.3 | 4.2  | false
            """)
    void theKnackIsToSqueezeBeforeTheCough(String what, double from, double to, boolean held) {
        RepResult rep = one(
                new String[] {
                    "id: one", "preparation: 3 s", "work: 2 s", "cough at: 1 s", "rest: 15 s", "target: \">= 30 %\""
                },
                21,
                pulse(from, to, 0.5));
        assertThat(rep.held()).isEqualTo(held);
    }

    @Test
    void aPoorSignalIsNotJudgedAndCountsAsNoMiss() {
        var practice = new Practice(Seeds.yaml(HOLD));
        practice.until(5, pulse(3.4, 8.5, 0.6)).quality(Quality.WEAK).until(6, pulse(3.4, 8.5, 0.6));
        practice.quality(Quality.GOOD).until(19, pulse(3.4, 8.5, 0.6));
        RepResult rep = practice.reps.get(0);
        assertThat(rep.judged()).isFalse();
        assertThat(rep.held()).isFalse();
        assertThat(rep.score()).isNaN();
    }

    @Test
    void aContractionThatEndsAtARailIsNotJudged() {
        var practice = new Practice(Seeds.yaml(HOLD));
        practice.until(7.9, pulse(3.4, 8.5, 0.6)).quality(Quality.SATURATED).until(8.8, second -> 0);
        practice.quality(Quality.GOOD).until(19, second -> 0);
        assertThat(practice.reps.get(0).judged()).isFalse();
    }

    @Test
    void aShortHoleInARepetitionDoesNotSpoilIt() {
        var practice = new Practice(Seeds.yaml(HOLD));
        practice.until(5, pulse(3.4, 8.5, 0.6)).quality(Quality.MISSING).until(5.25, second -> 0);
        practice.quality(Quality.GOOD).until(19, pulse(3.4, 8.5, 0.6));
        assertThat(practice.reps.get(0).held()).isTrue();
    }

    @Test
    void onAScaleThatIsStillLearnedNothingIsJudged() {
        var practice = new Practice(Seeds.programme("lift-3min"));
        practice.controller.scale(Practice.SCALE, false);
        practice.until(39, Practice.follows(0.4, 0.6));
        practice.controller.scale(Practice.SCALE, true);
        practice.until(191, Practice.follows(0.4, 0.6));
        assertThat(practice.reps).hasSize(12);
        assertThat(practice.reps.subList(0, 2)).noneMatch(RepResult::judged);
        assertThat(practice.reps.subList(2, 12)).allMatch(RepResult::held);
        assertThat(practice.reps.get(0).workSeconds()).isEqualTo(5);
    }

    @ParameterizedTest(name = "onsets at {0}")
    @CsvSource(delimiter = '|', textBlock = """
            10.4        | 0.4   | false | 0 | 0
            10.05       | 0.05  | true  | 0 | 0
            9.8         | -0.2  | true  | 0 | 0
            9.6         | NaN   | false | 0 | 1
            10.4 12.0   | 0.4   | false | 1 | 0
            15.2        | 5.2   | false | 0 | 0
            15.4        | NaN   | false | 0 | 1
            10.4 20.0   | 0.4   | false | 0 | 1
            """)
    void contractionsArePairedWithPromptsByTheirOnset(
            String onsets, double response, boolean anticipated, int extra, int unprompted) {
        var practice = new Practice(Seeds.programme("lift-3min"));
        var left = new ArrayList<>(
                List.of(onsets.split(" ")).stream().map(Double::valueOf).toList());
        for (double second = 0; second < 25.5; second += 0.1) {
            practice.until(second, s -> 0);
            if (!left.isEmpty() && second >= left.get(0) + 0.15) {
                long at = practice.nanos(left.remove(0));
                practice.controller.phase(new PhaseEvent(Phase.CONTRACT, "", at, practice.nanos(second)));
            }
        }
        Response first = practice.reps.get(0).response();
        assertThat(Double.valueOf(first.seconds())).isEqualTo(Double.valueOf(response));
        assertThat(first.anticipated()).isEqualTo(anticipated);
        assertThat(first.extra()).isEqualTo(extra);
        assertThat(practice.controller.course().unprompted()).isEqualTo(unprompted);
    }

    @ParameterizedTest(name = "{0} s long, {1} unprompted")
    @CsvSource({"0.3, 0", "0.59, 0", "0.61, 1", "3, 1"})
    void whatNobodyAskedForAndIsBrieferThanACoughIsNotUnprompted(double seconds, int unprompted) {
        var practice = new Practice(Seeds.programme("lift-3min")).until(20, Practice.rests());
        long onset = practice.nanos(18);
        practice.controller.phase(new PhaseEvent(Phase.CONTRACT, "", onset, practice.nanos(18.1)));
        assertThat(practice.controller.course().unprompted())
                .as("while it lasts")
                .isEqualTo(1);
        long end = practice.nanos(18 + seconds);
        practice.controller.contraction(new Contraction(onset, practice.nanos(18.1), onset, end, practice.nanos(22)));
        assertThat(practice.controller.course().unprompted()).isEqualTo(unprompted);
        practice.until(41, Practice.rests());
        assertThat(practice.controller.course().unprompted()).as("later").isEqualTo(unprompted);
    }

    /** Rest 2, spread 1, strongest 5: less than 4 spreads. */
    @Test
    void whoseStrongestIsHardlyThereHasEachClearRiseCounted() {
        var flicker = new org.pelvi4j.calibration.Calibration(
                org.pelvi4j.sensor.Signal.EMG,
                2,
                1,
                5,
                org.pelvi4j.calibration.Calibration.How.MAXIMAL,
                java.time.Instant.EPOCH,
                "");
        assertThat(flicker.flicker()).isTrue();
        var clear = new Practice(Seeds.yaml(HOLD));
        clear.controller.scale(flicker, true);
        clear.until(20, pulse(5, 5.4, 1.0));
        assertThat(clear.reps).hasSize(1);
        assertThat(clear.reps.get(0).held()).as("three spreads for a moment").isTrue();
        assertThat(clear.cues.get(1).goalLow()).isEqualTo(1.0);
        var less = new Practice(Seeds.yaml(HOLD));
        less.controller.scale(flicker, true);
        less.until(20, pulse(3.4, 8.5, 0.6));
        assertThat(less.reps.get(0).held()).as("40 % of so little is noise").isFalse();
    }

    /** Rest has moved up into the goal: as high as a contraction, and none. */
    @Test
    void aLevelInTheGoalWithoutAnyContractionIsNeitherHeldNorMissed() {
        var moved = new Practice(Seeds.yaml(HOLD));
        moved.controller.phase(new PhaseEvent(Phase.RELAX, "", moved.nanos(0), moved.nanos(0)));
        moved.until(20, t -> 0.6);
        assertThat(moved.reps.get(0).judged()).isFalse();
        assertThat(moved.reps.get(0).held()).isFalse();

        var idle = new Practice(Seeds.yaml(HOLD));
        idle.controller.phase(new PhaseEvent(Phase.RELAX, "", idle.nanos(0), idle.nanos(0)));
        idle.until(20, t -> 0);
        assertThat(idle.reps.get(0).judged()).as("nothing done is a miss").isTrue();
        assertThat(idle.reps.get(0).held()).isFalse();
    }

    @Test
    void aFlickersSuccessIsARiseFromWhatWasJustBeforeIt() {
        var flicker = new org.pelvi4j.calibration.Calibration(
                org.pelvi4j.sensor.Signal.EMG,
                2,
                1,
                5,
                org.pelvi4j.calibration.Calibration.How.MAXIMAL,
                java.time.Instant.EPOCH,
                "");
        var drifted = new Practice(Seeds.yaml(HOLD));
        drifted.controller.scale(flicker, true);
        drifted.until(20, t -> 1.2);
        assertThat(drifted.reps.get(0).held()).as("rest has drifted").isFalse();
        var risen = new Practice(Seeds.yaml(HOLD));
        risen.controller.scale(flicker, true);
        risen.until(20, t -> 0.5 + pulse(5, 5.4, 1.0).applyAsDouble(t));
        assertThat(risen.reps.get(0).held()).isTrue();
    }
}
