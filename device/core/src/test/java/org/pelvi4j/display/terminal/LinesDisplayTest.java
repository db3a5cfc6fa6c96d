package org.pelvi4j.display.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Pictures;
import org.pelvi4j.display.Words;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Ahead;
import org.pelvi4j.feedback.Picture;

/** Lines mode: one line per event. */
class LinesDisplayTest {
    private final StringBuilder out = new StringBuilder();
    private final LinesDisplay lines = LinesDisplay.to(out, Words.english());

    private static void show(LinesDisplay display, Pictures picture) throws BusException {
        Picture made = picture.picture();
        display.show(made, made.atNanos());
    }

    @Test
    void theMockUpIsWrittenToTheLetter() throws Exception {
        var bars = LinesDisplay.withBars(out, Words.english());
        show(bars, Pictures.ready());
        show(bars, Pictures.squeeze(Double.NaN).at(40));
        show(bars, Pictures.hold(Double.NaN).at(40.9).ahead(new Ahead(-0.9, 5, true, Pictures.WORK)));
        show(bars, Pictures.hold(62).at(42));
        show(bars, Pictures.letGo(Double.NaN).at(45));
        show(bars, Pictures.rest(Double.NaN).at(46.1).ahead(new Ahead(-1.1, 10, false, Pictures.HOME)));
        var third = new RepResult(3, 1, true, true, true, 4.1, 5, 1.1, 0.9);
        show(bars, Pictures.rest(Double.NaN).at(55).last(third));
        show(bars, Pictures.noSignal().again(4).last(third).at(57.2));
        show(bars, Pictures.done().last(third).at(198.2).message(""));

        assertThat(out.toString()).isEqualTo(TerminalDisplayTest.resource("lines.txt"));
    }

    @Test
    void nothingIsWrittenTwiceAndNoBarWithoutTheOption() throws BusException {
        for (int i = 0; i < 40; i++) {
            show(lines, Pictures.hold(62).at(i * 0.05));
        }
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void barsComeTenTimesASecond() throws BusException {
        var bars = LinesDisplay.withBars(out, Words.english());
        for (int i = 0; i < 40; i++) {
            show(bars, Pictures.hold(62).at(i * 0.05));
        }
        assertThat(out.toString().lines().filter(line -> line.contains("level")))
                .hasSize(20);
    }

    @Test
    void anInterruptionIsToldAndTheWayBackToo() throws BusException {
        Picture before = Pictures.squeeze(20).at(1).picture();
        lines.show(before, before.atNanos());
        lines.show(before, before.atNanos() + 400_000_000L);
        lines.show(before, before.atNanos() + 1_100_000_000L);
        show(lines, Pictures.squeeze(20).at(5));

        assertThat(out.toString()).isEqualTo("""
                            0.0 squeeze   rep 3 of 12, 5 s, goal 40
                            0.4 unseen    no level now
                            1.1 no signal check the plug; rep 3 starts again
                            4.0 squeeze   rep 3 of 12, 5 s, goal 40
                        """);
    }

    @Test
    void whoSqueezedBeforeTheCueIsAskedAllTheSame() throws BusException {
        show(lines, Pictures.rest(5).at(9));
        show(lines, Pictures.hold(62).at(10).ahead(new Ahead(-0.1, 5, true, Pictures.WORK)));

        assertThat(out.toString().lines().skip(1))
                .containsExactly("    1.0 squeeze   rep 3 of 12, 3 s, goal 40", "    1.0 hold      reached in 0.1 s");
    }

    @Test
    void theQuestionAndTheResultAreALineEach() throws BusException {
        for (int i = 0; i < 10; i++) {
            show(lines, Pictures.asked().at(31 + i * 0.1));
        }
        show(lines, Pictures.result().at(32));
        show(lines, Pictures.result().at(32.1));
        assertThat(out.toString()).isEqualTo("""
                            0.0 result    Got it?
                            1.0 result    Held 4 of 5 s, let go 0.9 s
                        """);
    }

    @Test
    void aResultThatIsToldBeforeItsRepetitionIsOverIsToldOnce() throws BusException {
        var second = new RepResult(2, 1, true, true, true, 4.5, 5, 1.2, 1);
        show(lines, Pictures.restByFeel().last(second).at(31));
        for (int i = 0; i < 10; i++) {
            var soFar = new RepResult(4, 1, true, true, true, 4, 5, 0.9, 0.5 + i * 0.01);
            show(lines, Pictures.result().last(soFar).at(32 + i * 0.02));
        }
        show(lines, Pictures.restByFeel().last(second).at(34));
        var over = new RepResult(4, 1, true, true, true, 4, 5, 0.9, 0.9);
        show(lines, Pictures.squeeze(3).rep(5).last(over).at(40));
        assertThat(out.toString().lines().filter(line -> line.contains(" rep  ")))
                .containsExactly(
                        "    0.0 rep       2: held 4.5 of 5 s, let go in 1.2 s",
                        "    9.0 rep       4: held 4.0 of 5 s, let go in 0.9 s");
    }

    @Test
    void byFeelNoLineTellsTheLevel() throws BusException {
        var bars = LinesDisplay.withBars(out, Words.english());
        show(bars, Pictures.byFeel().level(90));
        assertThat(out.toString()).isEqualTo("    0.0 hold      by feel\n");
    }

    @Test
    void everyLineIsAsciiInGermanToo() throws BusException {
        var german = LinesDisplay.withBars(out, Words.in(Locale.GERMAN));
        for (Pictures picture : Pictures.all()) {
            show(german, picture);
        }
        assertThat(out.toString()).matches("[\\x0A\\x20-\\x7E]+").contains("die Uebung wartet");
    }

    @Test
    void theLastLineCountsWhatWasJudgedAndSaysWhatWasNot() throws BusException {
        var out = new StringBuilder();
        LinesDisplay.to(out, Words.english()).show(Pictures.enough().picture(), 0);
        assertThat(out).contains("done      4 of 6 held, 3 of 6 let go in time, 2 not judged, group 2 of 3 today");
        out.setLength(0);
        LinesDisplay.to(out, Words.english()).show(Pictures.unjudged().picture(), 0);
        assertThat(out).contains("done      nothing was judged");
    }

    @Test
    void aHeldButtonWritesNoLinePerStep() throws BusException {
        show(lines, Pictures.hold(62));
        String before = out.toString();
        for (int percent = 4; percent < 100; percent += 4) {
            show(lines, Pictures.stopping(percent));
        }
        assertThat(out.toString()).isEqualTo(before);
    }
}
