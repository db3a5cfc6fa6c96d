package org.pelvi4j.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArduinoLinesTest {
    private final ArduinoLines lines = new ArduinoLines();

    private Heard hear(int width, String text) {
        return Heard.from(lines, width, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void throwsTheFirstLineAwayAndLocksOnTheNextThree() {
        assertThat(hear(2, "3,99\r\n512,1023\r\n513,1022\r\n").frames).isEmpty();
        var heard = hear(2, "514,1021\r\n");
        assertThat(heard.frames)
                .extracting(Heard.Frame::fields)
                .containsExactly(List.of(512.0, 1023.0), List.of(513.0, 1022.0), List.of(514.0, 1021.0));
        assertThat(heard.counters()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50,2200.25,0.75",
                "1.50;2200.25;0.75",
                "1.50\t2200.25\t0.75",
                "1.50 2200.25 0.75",
                " 1.50 , 2200.25 ,0.75  ",
                "env:1.50,raw:2200.25,rect:0.75",
                "env: 1.50\traw: 2200.25 rect:0.75",
                "+1.5,22.0025e2,.75",
                "01.50,2200.250,7.5E-1"
            })
    void takesEverySeparatorAndNames(String line) {
        var heard = hear(3, "\n" + (line + "\r\n").repeat(3));
        assertThat(heard.frames).hasSize(3).extracting(Heard.Frame::fields).containsOnly(List.of(1.5, 2200.25, 0.75));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "nan",
                "inf",
                "ovf",
                "1e999",
                "-1e999",
                "1e",
                "1,5",
                "1.2.3",
                "12abc",
                "0x12",
                "--1",
                "+",
                "-",
                ".",
                "1,,2",
                "1,",
                ",1",
                "٣٤",
                "1\r2",
                "12 hello",
                "hello",
                "a:b:1",
                "name:",
                "1e1000",
                "5\u00001"
            })
    void refusesWhatIsNoNumberOfTheRightWidth(String line) {
        var heard = hear(1, "\n1\n2\n3\n" + line + "\n4\n");
        assertThat(heard.firsts()).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({
        "-0, -0.0",
        "0.1, 0.1",
        "123456789012345678901234567890, 1.2345678901234568E29",
        "0.30000000000000004, 0.30000000000000004",
        "9007199254740993, 9.007199254740992E15",
        "4.9e-324, 4.9E-324",
        "-1.7976931348623157e308, -1.7976931348623157E308",
        "1e22, 1.0E22",
        "1e-22, 1.0E-22",
        "1e23, 1.0E23"
    })
    void readsNumbersToTheLastBit(String text, double expected) {
        assertThat(hear(1, "\n1\n2\n3\n" + text + "\n").firsts().get(3)).isEqualTo(expected);
    }

    @Test
    void readsWhatTheJdkReads() {
        var random = new Random(1);
        var text = new StringBuilder("\n");
        var expected = new java.util.ArrayList<Double>();
        for (int i = 0; i < 20_000; i++) {
            String number = String.format(
                    Locale.ROOT,
                    "%." + random.nextInt(9) + "f",
                    random.nextGaussian() * Math.pow(10, random.nextInt(9)));
            text.append(number).append('\n');
            expected.add(Double.parseDouble(number));
        }
        assertThat(hear(1, text.toString()).firsts()).isEqualTo(expected);
    }

    @Test
    void doesNotMindTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(hear(1, "\n1.5\n2.5\n3.5\n").firsts()).containsExactly(1.5, 2.5, 3.5);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aBannerIsTextAndDoesNotHinderTheLock() {
        var heard = hear(1, "?\nPressure sensor v2\n1\n2\nready\n3\n4\n");
        assertThat(heard.firsts()).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(heard.texts).containsExactly("Pressure sensor v2", "ready");
        assertThat(heard.counters()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aDamagedLineLeavesAHoleInTheCounter() {
        var heard = hear(2, "\n1,1\n2,2\n3,3\n4\n5,5\n6,#6\n7,7\nhello\n8,8\n");
        assertThat(heard.firsts()).containsExactly(1.0, 2.0, 3.0, 5.0, 7.0, 8.0);
        assertThat(heard.counters()).containsExactly(1, 2, 3, 5, 7, 8);
        assertThat(lines.counters().lostByCounter()).isEqualTo(2);
    }

    @Test
    void anotherWidthForLongIsAnotherDevice() {
        hear(1, "\n1\n2\n3\n");
        assertThat(lines.width()).isEqualTo(1);
        assertThat(hear(1, "1,2\n".repeat(10)).frames).isEmpty();
        assertThat(hear(2, "1,2\n".repeat(3)).frames).hasSize(3);
        assertThat(lines.width()).isEqualTo(2);
        assertThat(lines.counters().resyncs()).isEqualTo(1);
    }

    @Test
    void aHundredMegabytesWithoutAnEndAreCountedAndForgotten() {
        hear(1, "\n1\n2\n3\n");
        byte[] ones = "1".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        var heard = new Heard(1);
        for (int i = 0; i < 1000; i++) {
            lines.decode(ones, ones.length, heard);
        }
        lines.decode("\n4\n".getBytes(StandardCharsets.US_ASCII), 3, heard);
        assertThat(heard.firsts()).containsExactly(4.0);
        assertThat(lines.counters().discardedBytes()).isEqualTo(100_000_000 + 2);
    }

    @Test
    void givesTheSameFramesHoweverTheBytesAreCut() {
        var random = new Random(2);
        byte[] bytes = ("9\r\nhello\r\n" + "12.5,7\r\n".repeat(9) + "1,2,3\r\n" + "a".repeat(300) + "\n5,6\n")
                .getBytes(StandardCharsets.US_ASCII);
        var whole = Heard.from(lines, 2, bytes);
        for (int i = 0; i < 2000; i++) {
            var again = new ArduinoLines();
            var pieces = Heard.inPieces(again, 2, bytes, random);
            assertThat(pieces.frames).isEqualTo(whole.frames);
            assertThat(pieces.texts).isEqualTo(whole.texts);
            assertThat(again.counters()).isEqualTo(lines.counters());
        }
    }

    @Test
    void anyFlippedBitCostsAtMostItsLineAndTheNext() {
        byte[] clean = "\n10,20\r\n11,21\r\n12,22\r\n13,23\r\n14,24\r\n15,25\r\n".getBytes(StandardCharsets.US_ASCII);
        int first = clean.length - 3 * 7;
        for (int bit = 0; bit < 7 * 8; bit++) {
            byte[] bytes = clean.clone();
            bytes[first + bit / 8] ^= (byte) (1 << bit % 8);
            var heard = Heard.from(new ArduinoLines(), 2, bytes).frames;
            assertThat(heard.subList(0, 3)).extracting(f -> f.fields().get(0)).containsExactly(10.0, 11.0, 12.0);
            assertThat(heard.get(heard.size() - 1).fields()).as("bit %d", bit).isEqualTo(List.of(15.0, 25.0));
            assertThat(heard.size()).isBetween(4, 7);
        }
    }

    @Test
    void missingAndInsertedBytesCostAtMostOneMoreLine() {
        var random = new Random(3);
        byte[] clean =
                "\n10,20\r\n11,21\r\n12,22\r\n13,23\r\n14,24\r\n15,25\r\n16,26\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int at = 22; at < 29; at++) {
            for (int count = 1; count <= 7; count++) {
                byte[] noise = new byte[count];
                random.nextBytes(noise);
                for (byte[] bytes : List.of(Stream.without(clean, at, count), Stream.with(clean, at, noise))) {
                    var heard = Heard.from(new ArduinoLines(), 2, bytes).firsts();
                    assertThat(heard).as("%d at %d", count, at).contains(10.0, 11.0, 12.0, 16.0);
                }
            }
        }
    }

    @Test
    void randomBytesRaiseNothing() {
        var random = new Random(4);
        byte[] noise = new byte[1000];
        var heard = new Heard(1);
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(noise);
            lines.decode(noise, noise.length, heard);
        }
        assertThat(lines.counters().discardedBytes()).isGreaterThan(9_000_000);
    }
}
