package org.pelvi4j.display.hd44780;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.FakePorts;
import org.pelvi4j.display.Pictures;
import org.pelvi4j.display.Words;

/** The character displays, as their controller would show them. */
class Hd44780Test {
    private static final String STAND_INS_16 = "▖▄▔▛█▲▼";
    private static final String STAND_INS_20 = "▎▍▌▊█▭▼";

    private final FakePorts time = new FakePorts();

    private FakeLcd lcd(String size) {
        return size.equals("16x2") ? new FakeLcd(16, 2) : new FakeLcd(20, 4);
    }

    private FakeLcd show(String size, Pictures picture, Locale language) throws BusException {
        FakeLcd lcd = lcd(size);
        Hd44780.on(lcd, time, size, Words.in(language)).show(picture.picture(), 0);
        return lcd;
    }

    /** The mock-ups stand in columns; every {@code |...|} is a row of one of them. */
    private static String golden(String size, int number) throws Exception {
        String all;
        try (var file = Objects.requireNonNull(Hd44780Test.class.getResourceAsStream("lcd-" + size + ".txt"))) {
            all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        int rows = size.equals("16x2") ? 2 : 4;
        var lines = new ArrayList<String>();
        all.lines().filter(line -> line.startsWith("|")).forEach(lines::add);
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            String line = lines.get(number / 3 * rows + row);
            String[] parts = line.split("\\|", -1);
            text.append('|').append(parts[1 + number % 3 * 2]).append("|\n");
        }
        return text.toString();
    }

    private static final List<Pictures> SMALL = List.of(
            Pictures.ready(),
            Pictures.squeeze(28),
            Pictures.hold(62),
            Pictures.letGo(46),
            Pictures.rest(3),
            Pictures.byFeel(),
            Pictures.noSignal(),
            Pictures.paused(),
            Pictures.done());

    private static final List<Pictures> LARGE = List.of(
            Pictures.squeeze(28),
            Pictures.hold(62),
            Pictures.letGo(46),
            Pictures.rest(3),
            Pictures.noSignal(),
            Pictures.done());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void theMockUpsOf16x2AreShownToTheCell(int number) throws Exception {
        FakeLcd lcd = show("16x2", SMALL.get(number), Locale.ENGLISH);
        lcd.png("lcd-16x2-" + number);
        assertThat(lcd.text(STAND_INS_16)).isEqualTo(golden("16x2", number));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void theMockUpsOf20x4AreShownToTheCell(int number) throws Exception {
        FakeLcd lcd = show("20x4", LARGE.get(number), Locale.ENGLISH);
        lcd.png("lcd-20x4-" + number);
        assertThat(lcd.text(STAND_INS_20)).isEqualTo(golden("20x4", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16x2", "20x4"})
    void everyPairOfStatesDiffersInBothLanguages(String size) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var seen = new HashSet<String>();
            int number = 0;
            for (Pictures picture : Pictures.all()) {
                FakeLcd lcd = show(size, picture, language);
                lcd.png("lcd-" + size + "-" + language + "-" + number++ + "-"
                        + picture.picture().state());
                String text = lcd.text(STAND_INS_16);
                assertThat(seen.add(text))
                        .as(picture.picture().state() + "\n" + text)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"16x2,39,6,false", "16x2,40,6,true", "20x4,39,8,false", "20x4,39.99,8,false", "20x4,40,8,true"})
    void theFirstCellOfTheGoalIsLitExactlyInTheGoal(String size, double level, int cell, boolean lit) throws Exception {
        String text = show(size, Pictures.squeeze(level), Locale.ENGLISH).text("12345678");
        String lane = text.lines().toList().get(size.equals("16x2") ? 1 : 3);
        char there = lane.charAt(cell + 1);
        assertThat(size.equals("16x2") ? there > '3' : there != ' ').isEqualTo(lit);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"16x2,10,2,false", "16x2,11,2,true", "20x4,10,3,false", "20x4,11,3,true"})
    void theCellBehindHomeIsLitExactlyWhenNotHome(String size, double level, int cell, boolean lit) throws Exception {
        String text = show(size, Pictures.letGo(level), Locale.ENGLISH).text("12345678");
        String lane = text.lines().toList().get(size.equals("16x2") ? 1 : 3);
        assertThat(lane.charAt(cell + 1) != ' ').isEqualTo(lit);
    }

    @Test
    void aSummaryCountsWhatWasJudgedAlone() throws Exception {
        assertThat(show("16x2", Pictures.enough(), Locale.ENGLISH).text(STAND_INS_16))
                .isEqualTo("|▲4/6 ▼3/6       |\n|Group 2 of 3    |\n");
        assertThat(show("20x4", Pictures.enough(), Locale.ENGLISH)
                        .text(STAND_INS_20)
                        .lines())
                .containsExactly(
                        "|Enough for this set.|",
                        "|▲ held         4 / 6|",
                        "|▼ let go       3 / 6|",
                        "|Group 2 of 3 today  |");
        assertThat(show("16x2", Pictures.unjudged(), Locale.ENGLISH).text(STAND_INS_16))
                .startsWith("|Done            |");
    }

    @Test
    void aCoughIsAskedForByItsWordAndASensorThatMayHaveMovedIsAskedAbout() throws Exception {
        Pictures cough = Pictures.hold(62).message("cue.cough");
        assertThat(show("16x2", cough, Locale.ENGLISH).text(STAND_INS_16)).startsWith("|■Cough      3s 3|");
        assertThat(show("20x4", cough, Locale.GERMAN).text(STAND_INS_20)).startsWith("|■ Husten        3 s |");
        assertThat(show("20x4", Pictures.rest(3).message("hint.place"), Locale.ENGLISH)
                        .text(STAND_INS_20))
                .contains("|Is it in place?     |");
    }

    @Test
    void whatStartsAgainIsNotCutOff() throws Exception {
        Pictures countIn = Pictures.ready().rep(10).message("rep.again", "10");
        assertThat(show("16x2", countIn, Locale.ENGLISH).text(STAND_INS_16)).endsWith("|Rep 10 again    |\n");
        assertThat(show("16x2", countIn, Locale.GERMAN).text(STAND_INS_16)).endsWith("|Nr. 10 von vorn |\n");
    }

    @Test
    void theQuestionStandsWhereTheResultWillStand() throws Exception {
        assertThat(show("16x2", Pictures.asked(), Locale.GERMAN).text(STAND_INS_16))
                .isEqualTo("|○Ruhen      4s 4|\n|Geklappt?       |\n");
        assertThat(show("20x4", Pictures.asked(), Locale.ENGLISH)
                        .text(STAND_INS_20)
                        .lines())
                .containsExactly(
                        "|○ Rest          4 s |",
                        "|Rep 4 of 12         |",
                        "|Got it?             |",
                        "|                    |");
    }

    @Test
    void aStopBeingHeldFillsItsBar() throws Exception {
        assertThat(show("16x2", Pictures.stopping(60), Locale.ENGLISH).text(STAND_INS_16))
                .isEqualTo("|■Hold       3s 3|\n|Stopping ▄▄▄▄   |\n");
        assertThat(show("20x4", Pictures.stopping(60), Locale.ENGLISH).text(STAND_INS_20))
                .endsWith("|Stopping            |\n|████████████        |\n");
    }

    @Test
    void theStartWaitsAsTheDataSheetAsks() throws BusException {
        FakeLcd lcd = show("16x2", Pictures.hold(62), Locale.ENGLISH);
        assertThat(lcd.writes.subList(0, 3)).containsOnly("383C38");
        assertThat(lcd.writes.get(3)).startsWith("282C28" + "282C28" + "888C88"); // 2, then 28
        assertThat(time.pausedNanos).isEqualTo(50_000_000L + 2 * 4_500_000L + 150_000L + 2_000_000L);
        assertThat(lcd.on).isTrue();
    }

    /** Source: DOMAIN 3.17, the example. */
    @Test
    void aCapitalAIsSixBytes() throws BusException {
        FakeLcd lcd = lcd("16x2");
        Hd44780 display = Hd44780.on(lcd, time, "16x2", Words.english());
        display.show(Pictures.ready().message("").picture(), 0);
        lcd.writes.clear();
        display.show(Pictures.ready().message("A").picture(), 0);
        assertThat(lcd.writes).containsExactly("C8CCC8" + "080C08" + "494D49" + "191D19");
    }

    @Test
    void turningSolidRewritesFourCharactersAndNoCellOfTheGoalLane() throws BusException {
        FakeLcd lcd = lcd("16x2");
        Hd44780 display = Hd44780.on(lcd, time, "16x2", Words.english());
        display.show(Pictures.hold(62).hollow().picture(), 0);
        assertThat(lcd.glyph(3)).isEqualTo("1F001F0000000000");
        lcd.writes.clear();
        display.show(Pictures.hold(62).picture(), 0);
        assertThat(lcd.glyph(3)).isEqualTo("1F1F1F0000000000");
        assertThat(lcd.glyph(5)).isEqualTo("1F1F1F001F1F1F1F");
        assertThat(lcd.writes).hasSize(4); // shape 0 and lane 3, 4, 5
    }

    @Test
    void anUnchangedPictureSendsNothingAndAnErrorStartsAnew() throws BusException {
        FakeLcd lcd = lcd("20x4");
        Hd44780 display = Hd44780.on(lcd, time, "20x4", Words.english());
        display.show(Pictures.hold(62).picture(), 0);
        lcd.writes.clear();
        display.show(Pictures.hold(62).picture(), 0);
        assertThat(lcd.writes).isEmpty();
        lcd.gone = true;
        assertThatThrownBy(() -> display.show(Pictures.hold(70).picture(), 0)).isInstanceOf(BusException.class);
    }

    @Test
    void byFeelNothingDependsOnTheLevel() throws BusException {
        for (String size : List.of("16x2", "20x4")) {
            String low = show(size, Pictures.byFeel().level(5), Locale.ENGLISH).text(STAND_INS_16);
            String high = show(size, Pictures.byFeel().level(95).solid(), Locale.ENGLISH)
                    .text(STAND_INS_16);
            assertThat(high).isEqualTo(low);
        }
    }
}
