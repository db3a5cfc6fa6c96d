package org.pelvi4j.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.display.draw.Leds;
import org.pelvi4j.display.draw.Light;
import org.pelvi4j.display.hd44780.FakeLcd;
import org.pelvi4j.display.hd44780.Hd44780;
import org.pelvi4j.display.ssd1306.FakePanel;
import org.pelvi4j.display.ssd1306.Ssd1306;
import org.pelvi4j.display.terminal.FakeTerminal;
import org.pelvi4j.display.terminal.TerminalDisplay;
import org.pelvi4j.display.terminal.TerminalKey;
import org.pelvi4j.display.terminal.TerminalLook;
import org.pelvi4j.feedback.Picture;

/** A display distrusts its source: rules of SCREENS 6 and 13, on every display alike. */
class StaleDisplaysTest {
    private static final long MILLI = 1_000_000L;

    /** A display, and what can be seen on it as text. */
    private record Shown(String name, Display display, Seeing seen) {
        @Override
        public String toString() {
            return name;
        }

        String at(Picture picture, long nowNanos) throws Exception {
            display.show(picture, nowNanos);
            return seen.text();
        }
    }

    private interface Seeing {
        String text();
    }

    static List<Shown> displays() {
        var all = new ArrayList<Shown>();
        for (int height : new int[] {64, 32}) {
            var panel = new FakePanel();
            all.add(new Shown(
                    "oled " + height,
                    Ssd1306.on(panel, height, Words.english()),
                    () -> dots(panel.dots(height), 128, height)));
        }
        for (String size : List.of("16x2", "20x4")) {
            var lcd = size.equals("16x2") ? new FakeLcd(16, 2) : new FakeLcd(20, 4);
            int width = size.equals("16x2") ? 97 : 121;
            int height = size.equals("16x2") ? 19 : 37;
            Display glass = Hd44780.on(lcd, new FakePorts(), size, Words.english());
            all.add(new Shown("lcd " + size, glass, () -> dots(lcd.dots(), width, height)));
        }
        var terminal = new FakeTerminal(80, 24);
        var look = new TerminalLook(TerminalLook.Colours.NONE, false, EnumSet.allOf(TerminalKey.class));
        var screen = TerminalDisplay.on(terminal, look, Words.english());
        screen.still(true);
        all.add(new Shown("terminal", screen, terminal::text));
        return all;
    }

    private static String dots(Png.Dots dots, int width, int height) {
        var text = new StringBuilder();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                text.append(dots.get(x, y) ? '#' : ' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("displays")
    void aPictureThatIsNotRenewedLosesItsLevelAfter300MillisecondsAndIsNoSignalAfterASecond(Shown shown)
            throws Exception {
        for (Pictures live : List.of(
                Pictures.squeeze(28), Pictures.hold(62), Pictures.letGo(45), Pictures.rest(3), Pictures.byFeel())) {
            Picture picture = live.picture();
            String fresh = shown.at(picture, 300 * MILLI);
            assertThat(fresh).isEqualTo(shown.at(picture, 0));
            String unseen = shown.at(picture, 301 * MILLI);
            assertThat(unseen).isNotEqualTo(fresh).isEqualTo(shown.at(picture.unseen(), 0));
            String none = shown.at(picture, 1001 * MILLI);
            assertThat(none).isNotEqualTo(unseen).isEqualTo(shown.at(picture.noSignal(), 0));
        }
    }

    @ParameterizedTest
    @MethodSource("displays")
    void noTwoLevelsLookAlikeInANoSignalPictureOrOneThatIsUnseen(Shown shown) throws Exception {
        String low = shown.at(Pictures.squeeze(5).picture(), 400 * MILLI);
        assertThat(shown.at(Pictures.squeeze(35).picture(), 400 * MILLI)).isEqualTo(low);
        String none = shown.at(Pictures.squeeze(5).picture(), 2000 * MILLI);
        assertThat(shown.at(Pictures.squeeze(35).picture(), 2000 * MILLI)).isEqualTo(none);
    }

    /** SCREENS 3, WEAK: the cue stays, and it is said that the repetition cannot be judged as it is. */
    @ParameterizedTest
    @MethodSource("displays")
    void aPoorSignalIsSeenWhileTheCueStays(Shown shown) throws Exception {
        for (double level : new double[] {28, 62}) {
            String good = shown.at(Pictures.squeeze(level).picture(), 0);
            String weak = shown.at(Pictures.squeeze(level).message("hint.weak").picture(), 0);
            assertThat(weak).isNotEqualTo(good);
            assertThat(cue(weak)).isEqualTo(cue(good));
        }
    }

    /** An exercise that asks for a cough says when, wherever there are words. */
    @ParameterizedTest
    @MethodSource("displays")
    void aCoughIsAskedFor(Shown shown) throws Exception {
        String hold = shown.at(Pictures.hold(62).picture(), 0);
        assertThat(cue(shown.at(Pictures.hold(62).message("cue.cough").picture(), 0)))
                .isNotEqualTo(cue(hold));
    }

    /** The upper left: shape or word, whatever else is said beside and below. */
    private static List<String> cue(String text) {
        return text.lines()
                .limit(9)
                .map(line -> line.substring(0, Math.min(60, line.length())))
                .toList();
    }

    /** Panels, glasses and terminals do not blink at all: the same picture stays the same for ten seconds. */
    @ParameterizedTest
    @MethodSource("displays")
    void nothingBlinks(Shown shown) throws Exception {
        for (Pictures live : Pictures.all()) {
            if (live.picture().state() == org.pelvi4j.feedback.State.IDLE) {
                continue; // its one slow wink is a rule of its own
            }
            String first = shown.at(live.at(0).picture(), 0);
            for (int i = 1; i <= 23; i++) {
                Picture renewed = live.at(i * 0.43).picture();
                assertThat(shown.at(renewed, renewed.atNanos())).isEqualTo(first);
            }
        }
    }

    @Test
    void ledsToo() {
        for (int count : new int[] {5, 8, 10, 16}) {
            var leds = new Leds(count);
            Picture picture = Pictures.hold(62).picture();
            Light[] fresh = leds.draw(picture.seenAt(300 * MILLI), 300 * MILLI);
            assertThat(fresh).contains(Light.WORK, Light.LEVEL);
            Light[] unseen = leds.draw(picture.seenAt(301 * MILLI), 301 * MILLI);
            assertThat(unseen).containsOnly(Light.OFF);
            Light[] none = leds.draw(picture.seenAt(1001 * MILLI), 1001 * MILLI);
            assertThat(none).containsOnly(Light.OFF, Light.FAULT).contains(Light.FAULT);
        }
    }

    /** Never colour alone: with every LED of one colour, no two states are the same over five seconds. */
    @Test
    void ledsOfOneColourTellEveryPairOfStatesApart() {
        for (int count : new int[] {5, 8, 10, 16}) {
            var seen = new ArrayList<String>();
            for (Pictures picture : Pictures.all()) {
                var leds = new Leds(count);
                var text = new StringBuilder();
                for (int i = 0; i < 100; i++) {
                    Picture now = picture.at(i * 0.05).picture();
                    for (Light light : leds.draw(now.seenAt(now.atNanos()), now.atNanos())) {
                        text.append(light == Light.OFF ? '.' : '#');
                    }
                    text.append('\n');
                }
                assertThat(seen)
                        .as(count + " " + picture.picture().state() + " "
                                + picture.picture().word())
                        .doesNotContain(text.toString());
                seen.add(text.toString());
            }
        }
    }
}
