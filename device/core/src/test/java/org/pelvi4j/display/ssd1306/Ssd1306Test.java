package org.pelvi4j.display.ssd1306;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Pictures;
import org.pelvi4j.display.Png;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.feedback.Picture;

/** The OLED panels, byte by byte and dot by dot. */
class Ssd1306Test {
    private static final long SECOND = 1_000_000_000L;

    private final FakePanel panel = new FakePanel();

    private Bits show(Ssd1306 display, Pictures picture, int height) throws BusException {
        Picture made = picture.picture();
        display.show(made, made.atNanos());
        return panel.bits(height);
    }

    private static String blocks(Bits bits) {
        var text = new StringBuilder();
        for (int y = 0; y < bits.height(); y += 2) {
            var row = new StringBuilder();
            for (int x = 0; x < bits.width(); x++) {
                boolean upper = bits.get(x, y);
                boolean lower = bits.get(x, y + 1);
                row.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Read dot by dot from the pictures of SCREENS; where those leave their own boxes, as in the boxes. */
    private static String golden(int height, String name) throws IOException {
        String file = "oled-128x" + height + ".txt";
        try (var in = Objects.requireNonNull(Ssd1306Test.class.getResourceAsStream(file))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int at = lines.indexOf(name) + 1;
            return String.join("\n", lines.subList(at, at + height / 2)) + "\n";
        }
    }

    private static Pictures mockUp(String name) {
        return switch (name) {
            case "ready" -> Pictures.ready();
            case "squeeze" -> Pictures.squeeze(28);
            case "hold" -> Pictures.hold(62);
            case "let go" -> Pictures.letGo(46);
            case "rest" -> Pictures.rest(3);
            case "by feel" -> Pictures.byFeel();
            case "no signal" -> Pictures.noSignal();
            case "done" -> Pictures.done();
            case "paused" -> Pictures.paused();
            default -> throw new AssertionError(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "squeeze", "hold", "let go", "rest", "by feel", "no signal", "done", "paused"})
    void theMockUpsOf128x64AreDrawnToThePixel(String name) throws Exception {
        Bits drawn = show(Ssd1306.on(panel, 64, Words.english()), mockUp(name), 64);
        Png.write("oled-64-" + name, drawn.width(), drawn.height(), drawn::get);
        assertThat(blocks(drawn)).isEqualTo(golden(64, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "squeeze", "hold", "let go", "rest", "by feel", "no signal", "done"})
    void theMockUpsOf128x32AreDrawnToThePixel(String name) throws Exception {
        Bits drawn = show(Ssd1306.on(panel, 32, Words.english()), mockUp(name), 32);
        Png.write("oled-32-" + name, drawn.width(), drawn.height(), drawn::get);
        assertThat(blocks(drawn)).isEqualTo(golden(32, name));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 32})
    void everyPairOfStatesDiffersInBothLanguages(int height) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var seen = new HashSet<String>();
            int number = 0;
            for (Pictures picture : Pictures.all()) {
                Bits drawn = show(Ssd1306.on(panel, height, Words.in(language)), picture, height);
                Png.write(
                        "oled-" + height + "-" + language + "-" + number++ + "-"
                                + picture.picture().state(),
                        drawn.width(),
                        drawn.height(),
                        drawn::get);
                assertThat(seen.add(blocks(drawn)))
                        .as(picture.picture().state().name())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} rows, level {1}")
    @CsvSource({"64,39,false", "64,39.99,false", "64,40,true", "32,39,false", "32,39.99,false", "32,40,true"})
    void theBarTouchesTheGoalExactlyInTheGoal(int height, double level, boolean touches) throws BusException {
        Bits drawn = show(Ssd1306.on(panel, height, Words.english()), Pictures.squeeze(level), height);
        assertThat(drawn.get(48, height - 4)).isEqualTo(touches);
        assertThat(drawn.get(49, height - 4)).isTrue(); // the tick, or the bar
    }

    @ParameterizedTest(name = "{0} rows, level {1}")
    @CsvSource({"64,10,false", "64,10.01,true", "64,11,true", "32,10,false", "32,11,true"})
    void theBarPassesHomeExactlyWhenNotHome(int height, double level, boolean passes) throws BusException {
        Bits drawn = show(Ssd1306.on(panel, height, Words.english()), Pictures.letGo(level), height);
        assertThat(drawn.get(21, height - 4)).isEqualTo(passes);
    }

    @Test
    void theStartIsThatOfTheDataSheetAndTheFirstSheetIsWhole() throws BusException {
        show(Ssd1306.on(panel, 64, Words.english()), Pictures.hold(62), 64);
        assertThat(panel.writes.get(0)).isEqualTo("00AED580A83FD300408D142000A1C8DA1281CFD9F1DB40A4A62EAF");
        assertThat(panel.writes.get(1)).isEqualTo("00818F");
        assertThat(panel.writes.get(2)).isEqualTo("002200FF21007F");
        assertThat(panel.writes.get(3)).startsWith("40").hasSize(2 * 1025);
        assertThat(panel.writes).hasSize(4);
    }

    @Test
    void theStartOf128x32() throws BusException {
        show(Ssd1306.on(panel, 32, Words.english()), Pictures.hold(62), 32);
        assertThat(panel.writes.get(0)).isEqualTo("00AED580A81FD300408D142000A1C8DA02818FD9F1DB40A4A62EAF");
        assertThat(panel.writes.get(3)).hasSize(2 * 513);
    }

    @Test
    void aMovedLevelSendsTheTwoPagesOfTheGaugeAndAnUnchangedPictureNothing() throws BusException {
        Ssd1306 display = Ssd1306.on(panel, 64, Words.english());
        show(display, Pictures.hold(62), 64);
        panel.writes.clear();
        show(display, Pictures.hold(62), 64);
        assertThat(panel.writes).isEmpty();
        Bits drawn = show(display, Pictures.hold(80).earned(0.6), 64);
        assertThat(panel.writes).hasSize(4);
        assertThat(panel.writes.get(0)).isEqualTo("0022060621007F");
        assertThat(panel.writes.get(2)).isEqualTo("0022070721007F");
        var fresh = new FakePanel();
        Ssd1306.on(fresh, 64, Words.english())
                .show(Pictures.hold(80).earned(0.6).picture(), 0);
        assertThat(blocks(drawn)).isEqualTo(blocks(fresh.bits(64)));
    }

    @Test
    void aPanelThatWasGoneIsWokenAnew() throws BusException {
        Ssd1306 display = Ssd1306.on(panel, 64, Words.english());
        show(display, Pictures.hold(62), 64);
        panel.gone = true;
        assertThatThrownBy(() -> show(display, Pictures.hold(70), 64)).isInstanceOf(BusException.class);
        panel.gone = false;
        panel.writes.clear();
        show(display, Pictures.hold(70), 64);
        assertThat(panel.writes.get(0)).startsWith("00AED5");
        assertThat(panel.writes.get(3)).hasSize(2 * 1025);
    }

    @Test
    void idleItDimsAfterAMinuteGoesDarkAfterFiveAndWakesWithTheNextCue() throws BusException {
        Ssd1306 display = Ssd1306.on(panel, 64, Words.english());
        Picture done = Pictures.done().picture();
        display.show(done, 0);
        assertThat(panel.contrast).isEqualTo(0x8F);
        display.show(done, 60 * SECOND);
        assertThat(panel.contrast).isEqualTo(0x20);
        display.show(done, 300 * SECOND);
        assertThat(panel.on).isFalse();
        display.show(Pictures.hold(62).at(301).picture(), 301 * SECOND);
        assertThat(panel.on).isTrue();
        assertThat(panel.contrast).isEqualTo(0x8F);
    }

    @Test
    void byFeelNothingDependsOnTheLevel() throws BusException {
        Ssd1306 display = Ssd1306.on(panel, 64, Words.english());
        String low = blocks(show(display, Pictures.byFeel().level(5).earned(0.1), 64));
        assertThat(blocks(show(display, Pictures.byFeel().level(95).earned(1).solid(), 64)))
                .isEqualTo(low);
    }

    @Test
    void anOldPictureLosesItsLevelAfter300Milliseconds() throws BusException {
        Ssd1306 display = Ssd1306.on(panel, 64, Words.english());
        Picture old = Pictures.hold(62).picture();
        display.show(old, 300_000_001L);
        assertThat(panel.bits(64).get(30, 62)).isFalse();
        assertThat(panel.bits(64).get(2, 60)).isTrue();
    }

    @Test
    void aSensorThatMayHaveMovedIsAskedAboutInPlaceOfTheMarks() throws BusException {
        Ssd1306 display = Ssd1306.on(panel, 64, Words.english());
        String marks = blocks(show(display, Pictures.rest(3), 64));
        String asked = blocks(show(display, Pictures.rest(3).message("hint.place"), 64));
        assertThat(asked.lines().limit(16))
                .containsExactlyElementsOf(marks.lines().limit(16).toList());
        assertThat(asked).isNotEqualTo(marks);
    }

    @Test
    void closingDarkensThePanelOnce() throws BusException {
        Ssd1306 display = Ssd1306.on(panel, 64, Words.english());
        show(display, Pictures.hold(62), 64);
        display.close();
        display.close();
        assertThat(panel.on).isFalse();
        assertThat(panel.closed).isTrue();
        assertThat(panel.writes.stream().filter("00AE"::equals)).hasSize(1);
    }
}
