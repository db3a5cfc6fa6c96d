package org.pelvi4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.Practice;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Seeds;

/**
 * SCREENS 3, RESULT, and principle 9: a repetition by feel is guessed first and told then, where that is set. Repetition 2
 * rests from 30 to 40 s and is home at 30.4 s, which is known 150 ms later.
 */
class AskedFirstTest {
    private static final DoubleUnaryOperator FOLLOWS = Practice.follows(0.4, 0.62);

    private final Programme everySecond = Seeds.programme("lift-3min").inWeek(3);
    private Practice practice = new Practice(everySecond);
    private Painter painter = painting(everySecond);

    private static double letsGoTooEarly(double second) {
        return (second - 10) % 15 < 2.5 ? FOLLOWS.applyAsDouble(second) : 0;
    }

    private Painter painting(Programme programme) {
        Painter painting = Painter.of(programme, practice.controller.course());
        practice.with(painting);
        return painting;
    }

    private Picture at(double second) {
        practice.until(second, FOLLOWS);
        return painter.picture(practice.nanos(second));
    }

    private String said(double second) {
        Picture picture = at(second);
        return picture.state() + " " + picture.message().key();
    }

    private RepResult second() {
        practice.until(41, FOLLOWS);
        return practice.reps.get(1);
    }

    @Test
    void withoutTheSettingNobodyIsAskedAndTheResultLastsTwoSecondsFromWhenItIsShown() {
        assertThat(said(30.5)).isEqualTo("LET_GO ");
        assertThat(said(30.6)).isEqualTo("RESULT result.line");
        practice.controller.guessed(Guess.YES, practice.nanos(30.7));
        assertThat(said(32.54)).isEqualTo("RESULT result.line");
        assertThat(said(32.56)).isEqualTo("REST ");
        assertThat(second().guess()).isEqualTo(Guess.NONE);
    }

    @Test
    void theQuestionStandsUntilItIsAnsweredAndThenTheResultForTwoSeconds() {
        practice.controller.ask();
        assertThat(said(30.6)).isEqualTo("RESULT result.ask");
        assertThat(said(33.9)).isEqualTo("RESULT result.ask");
        practice.controller.guessed(Guess.YES, practice.nanos(33.9));
        assertThat(said(33.91)).isEqualTo("RESULT result.line");
        assertThat(said(35.89)).isEqualTo("RESULT result.line");
        assertThat(said(35.91)).isEqualTo("REST ");
        assertThat(second().guess()).isEqualTo(Guess.YES);
        assertThat(second().isGuessedRight()).isTrue();
    }

    @Test
    void whileItIsAskedNothingTellsTheResult() {
        practice.controller.ask();
        Picture asked = at(31);
        assertThat(asked.progress().last()).extracting(RepResult::rep).isEqualTo(1);
        assertThat(asked.message().arguments()).isEmpty();
        assertThat(asked.seenAt(asked.atNanos()).level()).isNaN();
    }

    @Test
    void whoDoesNotAnswerIsToldAfterHalfOfTheRest() {
        practice.controller.ask();
        assertThat(said(34.99)).isEqualTo("RESULT result.ask");
        assertThat(said(35.01)).isEqualTo("RESULT result.line");
        practice.controller.guessed(Guess.YES, practice.nanos(35.1));
        assertThat(second().guess()).as("after the result was shown").isEqualTo(Guess.NONE);
        assertThat(second().isGuessed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"YES, false", "NO, true"})
    void whoDidNotHoldItIsRightToSayNo(Guess guess, boolean right) {
        practice.controller.ask();
        practice.until(31, AskedFirstTest::letsGoTooEarly);
        practice.controller.guessed(guess, practice.nanos(31));
        practice.until(41, AskedFirstTest::letsGoTooEarly);
        assertThat(practice.reps.get(1).held()).isFalse();
        assertThat(practice.reps.get(1).isGuessedRight()).isEqualTo(right);
    }

    /** Home is reached half a second into the rest: asked for two seconds, told for two, it takes four and a half. */
    @ParameterizedTest
    @CsvSource({"4, result.line", "5, result.ask"})
    void whereTheRestIsTooShortForBothNobodyIsAsked(int restSeconds, String key) {
        Programme programme = Programme.read(
                "short",
                new StringReader("id: short\ntitle: Short\npreparation: 10 s\nwork: " + restSeconds + " s\nrest: "
                        + restSeconds + " s\nreps: 2\ntarget: \">= 40 %\"\nfeedback: blind\n"));
        practice = new Practice(programme);
        painter = painting(programme);
        practice.controller.ask();
        assertThat(said(15.6)).isEqualTo("RESULT " + key);
    }

    @Test
    void aRepetitionThatCannotBeJudgedIsNotAskedAbout() {
        practice.controller.ask();
        practice.until(26, FOLLOWS).silentUntil(26.9);
        assertThat(said(31)).isEqualTo("REST ");
    }
}
