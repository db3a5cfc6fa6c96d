package org.pelvi4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Practice;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Seeds;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

class PainterTest {
    private final Programme lift = Seeds.programme("lift-3min");
    private Practice practice = new Practice(lift);
    private Painter painter = painting(practice, lift);

    private static Painter painting(Practice practice, Programme programme) {
        Painter painter = Painter.of(programme, practice.controller.course());
        practice.with(painter);
        return painter;
    }

    private Picture follow(double second) {
        practice.until(second, Practice.follows(0.4, 0.62));
        return at(second);
    }

    private Picture at(double second) {
        return painter.picture(practice.nanos(second));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, READY, READY, false, 10", "9.5, READY, READY, false, 1", "10.1, SQUEEZE, SQUEEZE, false, 5",
        "12.1, HOLD, HOLD, true, 3", "15.2, LET_GO, LET_GO, false, 10", "19.1, REST, REST, true, 6",
        "191, DONE, DONE, false, -1"
    })
    void saysWhatToDoAndWhetherItIsDone(double second, State state, Word word, boolean solid, int secondsLeft) {
        Picture picture = follow(second);
        assertThat(picture.state()).isEqualTo(state);
        assertThat(picture.word()).isEqualTo(word);
        assertThat(picture.solid()).isEqualTo(solid);
        assertThat(picture.secondsLeft()).isEqualTo(secondsLeft);
    }

    @Test
    void holdStaysHoldWhenTheLevelLeavesTheGoalAndOnlyTurnsHollow() {
        follow(12);
        practice.until(12.29, s -> 0.3);
        assertThat(at(12.28).solid()).as("still solid within 300 ms").isTrue();
        practice.until(12.5, s -> 0.3);
        assertThat(at(12.5).solid()).isFalse();
        assertThat(at(12.5).word()).isEqualTo(Word.HOLD);
        practice.until(12.52, s -> 0.5);
        assertThat(at(12.52).solid()).as("entered at once").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.399, false", "0.400, true", "0.401, true"})
    void theEdgeOfTheWorkGoalBelongsToIt(double effort, boolean solid) {
        practice.until(12, s -> effort);
        assertThat(at(12).solid()).isEqualTo(solid);
    }

    @ParameterizedTest
    @CsvSource({"0.119, true", "0.120, true", "0.121, false"})
    void theEdgeOfHomeBelongsToIt(double effort, boolean solid) {
        practice.until(17, s -> effort);
        assertThat(at(17).solid()).isEqualTo(solid);
        assertThat(at(17).goal()).isEqualTo(new Goal(-10, 12));
    }

    @ParameterizedTest
    @CsvSource({"-0.5, -10", "0.62, 62", "3, 120"})
    void theScaleIsFixed(double effort, double level) {
        practice.until(12, s -> effort);
        assertThat(at(12).level()).isCloseTo(level, within(1e-9));
    }

    @Test
    void earnedGrowsOnlyAndBeginsAnewWithEachCue() {
        double last = 0;
        for (double second = 10.1; second < 15; second += 0.1) {
            double earned = follow(second).earned();
            assertThat(earned).isGreaterThanOrEqualTo(last);
            last = earned;
        }
        assertThat(last).isGreaterThan(0.9);
        assertThat(follow(15.1).earned()).isZero();
    }

    @Test
    void noLevelIsOlderThan300Milliseconds() {
        follow(12);
        practice.silentUntil(12.25);
        assertThat(at(12.25).level()).isNotNaN();
        practice.silentUntil(12.35);
        Picture unseen = at(12.35);
        assertThat(unseen.state()).isEqualTo(State.UNSEEN);
        assertThat(unseen.word()).isEqualTo(Word.HOLD);
        assertThat(unseen.level()).isNaN();
        assertThat(unseen.goal()).isNull();
        assertThat(unseen.solid()).isFalse();
    }

    @Test
    void betweenTwoSetsALostLevelIsNoLowOne() {
        Programme sets = Programme.read("sets", new StringReader("""
                id: sets
                title: Sets
                preparation: 10 s
                work: 5 s
                rest: 10 s
                reps: 1
                sets: 2
                set rest: 60 s
                target: ">= 40 %"
                """));
        practice = new Practice(sets);
        painter = painting(practice, sets);
        assertThat(follow(26).state()).isEqualTo(State.SET_REST);
        practice.silentUntil(26.35);
        assertThat(at(26.35).state()).isEqualTo(State.UNSEEN);
        assertThat(at(26.35).word()).isEqualTo(Word.REST);
    }

    @Test
    void aSecondWithoutASignalShowsTheRemedyAndWhatStartsAgain() {
        follow(12);
        practice.silentUntil(14);
        Picture picture = at(14);
        assertThat(picture.state()).isEqualTo(State.NO_SIGNAL);
        assertThat(picture.word()).isEqualTo(Word.NO_SIGNAL);
        assertThat(picture.message().key()).isEqualTo("hint.plug");
        assertThat(picture.progress().again()).isEqualTo(1);
        assertThat(picture.secondsLeft()).isEqualTo(-1);
        Picture countIn = follow(16.5);
        assertThat(countIn.state()).isEqualTo(State.READY);
        assertThat(countIn.secondsLeft()).isEqualTo(3);
        assertThat(countIn.message()).isEqualTo(new Message("rep.again", List.of("1")));
    }

    @Test
    void aCutInTheRestStartsNothingAgain() {
        follow(17);
        practice.silentUntil(19);
        assertThat(at(19).progress().again()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"LEAD_OFF, hint.place", "SATURATED, hint.place", "GARBAGE, hint.place", "MISSING, hint.plug"})
    void theCauseComesFromTheSignal(Quality quality, String key) {
        follow(12);
        practice.quality(quality).until(14, Practice.rests());
        assertThat(at(14).message().key()).isEqualTo(key);
    }

    @Test
    void aPoorSignalIsToldWhileItIsPoorAndTheCueStays() {
        follow(12);
        practice.quality(Quality.WEAK);
        Picture weak = follow(13);
        assertThat(weak.message()).isEqualTo(new Message("hint.weak", List.of()));
        assertThat(weak.state()).isEqualTo(State.HOLD);
        assertThat(weak.level()).isCloseTo(62, within(1e-9));
        assertThat(follow(16).message().key()).as("in the rest too").isEqualTo("hint.weak");
        practice.quality(Quality.GOOD);
        assertThat(follow(17).message()).isEqualTo(Message.NONE);
    }

    @Test
    void theCauseComesFromTheSensorWhereItKnowsBetter() {
        follow(12);
        practice.silentUntil(14);
        painter.sensor(new SensorState(SensorState.Kind.BUSY, "/dev/ttyUSB0 is used by another program"));
        assertThat(at(14).message())
                .isEqualTo(new Message("hint.sensor", List.of("/dev/ttyUSB0 is used by another program")));
    }

    @Test
    void checksTheSensorBeforeItAsksForAnything() {
        assertThat(at(0).state()).isEqualTo(State.CHECK);
        painter.sensor(new SensorState(SensorState.Kind.STARTING, ""));
        assertThat(at(2).state()).isEqualTo(State.CHECK);
        painter.sensor(new SensorState(SensorState.Kind.ABSENT, "no such port"));
        assertThat(at(2.1).state()).isEqualTo(State.NO_SIGNAL);
    }

    @Test
    void theSafetyLineStandsInThePreparation() {
        assertThat(follow(3).message().key()).isEqualTo("safety.stop");
        assertThat(follow(11).message()).isEqualTo(new Message("hint.breathe", List.of()));
    }

    @Test
    void pausedSaysHowToGoOn() {
        follow(12);
        practice.controller.pause(practice.nanos(12));
        assertThat(at(12).state()).isEqualTo(State.PAUSED);
        assertThat(at(12).message().key()).isEqualTo("pause.help");
        assertThat(at(12).level()).isNaN();
    }

    @Test
    void theGoalsOfTheNextTwelveSecondsAreAhead() {
        Picture picture = follow(12);
        assertThat(picture.ahead())
                .containsExactly(
                        new Ahead(-2, 5, true, new Goal(40, Double.NaN)), new Ahead(3, 10, false, new Goal(-10, 12)));
        assertThat(follow(1).ahead()).containsExactly(new Ahead(9, 5, true, new Goal(40, Double.NaN)));
    }

    @Test
    void eachRepetitionLeavesAPairOfMarks() {
        Progress progress = follow(41).progress();
        assertThat(progress.rep()).isEqualTo(3);
        assertThat(progress.held()).hasSize(12).startsWith(Mark.DONE, Mark.DONE, Mark.TO_COME);
        assertThat(progress.letGo()).startsWith(Mark.DONE, Mark.DONE, Mark.TO_COME);
        assertThat(progress.plan()).isEqualTo(new Plan("Lift, 3 minutes", 12, 5, 10, 0, 0));
    }

    @Test
    void byFeelHidesTheLevelAndTellsTheResultAfterwards() {
        practice = new Practice(lift.inWeek(3));
        painter = painting(practice, lift.inWeek(3));
        assertThat(follow(25.5).state()).as("before one second").isEqualTo(State.SQUEEZE);
        Picture work = follow(27.5);
        assertThat(work.byFeel()).isTrue();
        assertThat(work.state()).as("whatever the level is").isEqualTo(State.HOLD);
        assertThat(work.solid()).isFalse();
        assertThat(work.seenAt(work.atNanos()).level()).isNaN();
        Picture result = follow(31.0);
        assertThat(result.state()).isEqualTo(State.RESULT);
        assertThat(result.message()).isEqualTo(new Message("result.line", List.of("5", "5", "0.4")));
        assertThat(result.progress().last()).extracting(RepResult::rep).isEqualTo(2);
        assertThat(follow(33.0).state()).isEqualTo(State.REST);
        assertThat(follow(34.0).seenAt(practice.nanos(34)).level()).isNaN();
    }

    @Test
    void endedByFatigueItSaysEnough() {
        practice.until(200, s -> Practice.follows(0.4, 0.9).applyAsDouble(s) * (s > 70 ? 0.4 : 1));
        assertThat(at(200).word()).isEqualTo(Word.ENOUGH);
    }

    @Test
    void theSummaryHasOneSentenceThatIsTrue() {
        Picture done = follow(195);
        assertThat(done.message()).isEqualTo(new Message("sum.all", List.of("12")));
        ExerciseResult slow = new Practice(lift)
                .until(200, s -> s % 15 < 8.5 && s > 10.4 && (s - 10) % 15 < 9 ? 0.6 : 0)
                .result();
        painter.previous(slow);
        assertThat(at(195).message().key()).isEqualTo("sum.faster");
        painter.previous(practice.result());
        assertThat(at(195).message().key()).as("no better than itself").isEqualTo("sum.all");
    }

    @ParameterizedTest
    @CsvSource({"41, false", "130, true"})
    void aPracticeIsAGroupOfTheDayFromHalfOfItOn(double stopped, boolean counts) {
        painter.group(2, 3);
        assertThat(follow(stopped).progress().plan().group()).isEqualTo(2);
        practice.controller.stop(practice.nanos(stopped));
        Picture done = at(stopped);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.progress().plan().group()).isEqualTo(counts ? 2 : 0);
        assertThat(done.message().key()).isEqualTo(counts ? "sum.group" : "sum.always");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1.5})
    void watchingShowsTheLevelAlone(double silence) {
        Painter watcher = Painter.watching("Monitor");
        watcher.effort(0.5, new Conditioned().at(0, 0).set(0, 0, Quality.GOOD));
        Picture picture = watcher.picture(Math.round(silence * 1e9));
        assertThat(picture.state()).isEqualTo(silence < 1 ? State.WATCH : State.NO_SIGNAL);
        assertThat(Double.isNaN(picture.level())).isEqualTo(silence > 1);
        assertThat(picture.progress().plan().title()).isEqualTo("Monitor");
    }

    @Test
    void whereTheSensorMayHaveSlippedTheRestsAskWhetherItIsInPlace() {
        practice.until(12, Practice.follows(0.4, 0.62));
        painter.displaced(practice.nanos(12));
        assertThat(follow(13).message().key()).as("no riddle while it is held").isEqualTo("hint.breathe");
        assertThat(follow(17).message().key()).isEqualTo("hint.place");
        assertThat(follow(31).message().key()).isEqualTo("hint.place");
        assertThat(follow(33).message()).isEqualTo(Message.NONE);
    }
}
