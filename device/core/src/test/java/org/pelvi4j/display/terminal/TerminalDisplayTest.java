package org.pelvi4j.display.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Pictures;
import org.pelvi4j.display.Words;
import org.pelvi4j.feedback.Ahead;
import org.pelvi4j.feedback.Picture;

/** The live screen, as a terminal shows it. */
class TerminalDisplayTest {
    private static final TerminalLook LOOK =
            new TerminalLook(TerminalLook.Colours.MANY, false, EnumSet.allOf(TerminalKey.class));

    private final FakeTerminal terminal = new FakeTerminal(80, 24);
    private final TerminalDisplay display = TerminalDisplay.on(terminal, LOOK, Words.english());

    static String resource(String name) throws IOException {
        try (var file = Objects.requireNonNull(TerminalDisplayTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The mock-up's trace, read back column by column and played to the display half a second a column, 20 pictures a second. */
    private void play(String mockUp) throws BusException {
        String[] rows = mockUp.split("\n", -1);
        for (int column = 4; column <= 52; column++) {
            int eighths = 0;
            for (int row = 14; row <= 19; row++) {
                eighths += " ▁▂▃▄▅▆▇█".indexOf(rows[row].charAt(column));
            }
            double level = eighths / 48.0 * 130 - 10;
            for (int i = 0; i < 10; i++) {
                show(Pictures.hold(level).at((column - 4) * 0.5 + i * 0.05));
            }
        }
    }

    private void show(Pictures picture) throws BusException {
        Picture made = picture.picture();
        display.show(made, made.atNanos());
    }

    @Test
    void theMockUpOfHoldIsDrawnToTheCell() throws Exception {
        String mockUp = resource("hold-80x24.txt");

        play(mockUp);
        show(Pictures.hold(62)
                .at(24)
                .message("hint.breathe")
                .ahead(new Ahead(-2, 5, true, Pictures.WORK), new Ahead(3, 10, false, Pictures.HOME)));

        assertThat(terminal.text()).isEqualTo(mockUp);
    }

    @Test
    void changesAloneLeaveWhatAFreshTerminalWouldShow() throws BusException {
        display.still(true);
        for (Pictures picture : Pictures.all()) {
            show(picture);
            var fresh = new FakeTerminal(80, 24);
            var anew = TerminalDisplay.on(fresh, LOOK, Words.english());
            anew.still(true);
            anew.show(picture.picture(), 0);
            assertThat(terminal.text()).isEqualTo(fresh.text());
        }
    }

    @Test
    void anUnchangedPictureSendsNothing() throws BusException {
        show(Pictures.hold(62));
        int writes = terminal.writes;
        show(Pictures.hold(62));
        assertThat(terminal.writes).isEqualTo(writes);
    }

    @Test
    void aMovedLevelSendsLittleInsideOneSynchronisedUpdate() throws BusException {
        show(Pictures.hold(62));
        int before = terminal.sent;
        show(Pictures.hold(64));
        assertThat(terminal.sent - before).isLessThan(120);
        assertThat(terminal.last).startsWith("\u001b[?2026h").endsWith("\u001b[?2026l");
    }

    @Test
    void changesFarApartAreReachedByMovingTheCursor() throws BusException {
        show(Pictures.hold(62));
        int before = terminal.sent;
        show(Pictures.hold(62).held("**.........*").letGo("*_.........*"));
        assertThat(terminal.sent - before).isLessThan(80);
    }

    @Test
    void everyPairOfStatesDiffersWithoutColour() throws BusException {
        Set<String> seen = new HashSet<>();
        for (Pictures picture : Pictures.all()) {
            show(picture);
            assertThat(seen.add(terminal.text()))
                    .as(picture.picture().state() + "\n" + terminal.text())
                    .isTrue();
        }
    }

    @Test
    void anOldPictureLosesItsLevelAfter300MillisecondsAndItsCueAfterOneSecond() throws BusException {
        Picture picture = Pictures.hold(62).picture();
        display.show(picture, 300_000_000L);
        assertThat(terminal.line(10)).contains("███");
        display.show(picture, 300_000_001L);
        assertThat(terminal.text())
                .contains("H  O  L  D")
                .contains("--  --")
                .doesNotContain("[")
                .doesNotContain("┊");
        display.show(picture, 1_000_000_001L);
        assertThat(terminal.text())
                .contains("N  O     S  I  G  N  A  L")
                .contains("I cannot see the sensor.")
                .contains("Rep 3 starts again.");
    }

    @Test
    void byFeelNothingDependsOnTheLevel() throws BusException {
        show(Pictures.byFeel().level(20).earned(0.2));
        String low = terminal.text();
        show(Pictures.byFeel().level(90).earned(0.9).solid());
        assertThat(terminal.text()).isEqualTo(low).contains("BY FEEL");
    }

    @Test
    void theTraceOfARepetitionByFeelIsShownWhenItIsOver() throws BusException {
        for (int i = 0; i < 40; i++) {
            show(Pictures.byFeel().level(90).at(i * 0.05));
        }
        assertThat(terminal.line(16)).doesNotContain("█");
        show(Pictures.rest(3).rep(5).at(2));
        assertThat(terminal.line(16)).contains("████");
    }

    @Test
    void picturesRarerThanColumnsLeaveNoHoleAndAMissingLevelDoes() throws BusException {
        terminal.resize(120, 40);
        for (int i = 0; i <= 25; i++) {
            show(Pictures.hold(62).level(i == 15 ? Double.NaN : 62).at(i * 0.4));
        }
        String row = terminal.line(33).replaceAll("[^█ ]", "").strip();
        assertThat(row).matches("█+ +█+");
        assertThat(row.split(" +", -1)[0]).hasSizeGreaterThan(15);
    }

    @Test
    void aNewSizeIsDrawnAnewAtTheNextPicture() throws BusException {
        show(Pictures.hold(62));
        terminal.resize(120, 40);
        show(Pictures.hold(62));
        assertThat(terminal.line(0)).hasSize(120);
        assertThat(terminal.line(39)).hasSize(120).contains("space pause");
        terminal.resize(60, 10);
        show(Pictures.hold(62));
        assertThat(terminal.line(0)).contains("Hold").contains("3/12");
    }

    @Test
    void itTakesTheAlternateScreenAtTheFirstPictureAndGivesItBack() throws BusException {
        assertThat(terminal.writes).isZero();
        show(Pictures.hold(62));
        assertThat(terminal.alternate).isTrue();
        assertThat(terminal.cursor).isFalse();
        display.close();
        display.close();
        assertThat(terminal.alternate).isFalse();
        assertThat(terminal.cursor).isTrue();
    }

    @Test
    void aTerminalThatIsGoneIsABusFaultAndClosesQuietly() throws BusException {
        show(Pictures.hold(62));
        terminal.breakOff();
        assertThatThrownBy(() -> show(Pictures.hold(70)))
                .isInstanceOfSatisfying(
                        BusException.class, gone -> assertThat(gone.kind()).isEqualTo(BusException.Kind.DISCONNECTED));
        display.close();
    }

    @Test
    void withoutUtf8EveryCharacterIsAscii() throws BusException {
        var ascii = TerminalDisplay.on(terminal, LOOK.inAscii(), Words.in(Locale.GERMAN));
        for (Pictures picture : Pictures.all()) {
            ascii.show(picture.picture(), 0);
            assertThat(terminal.text()).matches("[\\x0A\\x20-\\x7E]+");
        }
    }

    @Test
    void withoutColourOnlyBoldIsSent() throws BusException {
        var plain = new TerminalLook(TerminalLook.Colours.NONE, false, Set.of());
        var without = TerminalDisplay.on(terminal, plain, Words.english());
        for (Pictures picture : Pictures.all()) {
            without.show(picture.picture(), 0);
            for (int row = 0; row < 24; row++) {
                for (int column = 0; column < 80; column++) {
                    assertThat(terminal.styleAt(row, column)).isIn("", "1");
                }
            }
        }
    }

    @Test
    void aHostileTitleStaysInItsCells() throws BusException {
        var grid = new Grid(10, 1);
        grid.text(0, 0, "a\u001b[2Jb\u202e語é", Style.PLAIN);
        assertThat(grid.toString()).isEqualTo("a?[2Jb??é\n");
    }

    @Test
    void helpTellsWhatTheKeysDoAndTheCueStays() throws BusException {
        display.help(true);
        show(Pictures.hold(62));
        assertThat(terminal.text())
                .contains("H  O  L  D")
                .contains("q, Esc    pause; again: stop. What was done is kept.")
                .contains("■ done   □ not   · to come   - not judged")
                .doesNotContain("100 = your strongest");
        assertThat(terminal.text().lines()).allMatch(line -> line.length() == 80);
        display.help(false);
        show(Pictures.hold(62).at(1));
        assertThat(terminal.text()).contains("100 = your strongest").doesNotContain("again: stop");
    }

    @Test
    void whoOnlyWatchesIsToldOfNoExerciseAndOfNoPause() throws BusException {
        Set<TerminalKey> keys = EnumSet.of(TerminalKey.STOP, TerminalKey.VIEW, TerminalKey.HELP);
        var screen =
                TerminalDisplay.on(terminal, new TerminalLook(TerminalLook.Colours.NONE, false, keys), Words.english());
        Picture unplugged = Pictures.watch(30).picture().noSignal();
        screen.show(unplugged, 0);
        assertThat(terminal.text())
                .contains("I cannot see the sensor.")
                .doesNotContain("The exercise is waiting.")
                .doesNotContain("pause");
        screen.help(true);
        screen.show(unplugged, 0);
        assertThat(terminal.text()).contains("q, Esc    stop").doesNotContain("pause");
    }

    @Test
    void aHeldStopFillsABar() throws BusException {
        show(Pictures.stopping(60));
        assertThat(terminal.line(22)).contains("Stopping ████████████········");
    }

    @Test
    void whoIsAskedIsToldTheKeysThatAnswer() throws Exception {
        show(Pictures.asked());
        assertThat(terminal.text()).contains("Got it?");
        assertThat(terminal.line(23)).contains("y yes, n no").doesNotContain("pause");
        show(Pictures.result().at(1));
        assertThat(terminal.text()).contains("Held 4 of 5 s, let go 0.9 s").doesNotContain("Got it?");
        assertThat(terminal.line(23)).contains("space pause");
    }
}
