package org.pelvi4j.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pelvi4j.frame.Heard.hex;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CytonTest {
    private static final byte[] VECTOR = hex(
            "A0 07 00 11 7A FF EE 86 00 00 01 FF FF FF 7F FF FF 80 00 00 00 00 00 00 00 64" + "00 00 00 00 20 00 C0");
    private final Cyton cyton = new Cyton();

    private static List<Integer> counters(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private Heard hear(byte[] bytes) {
        return Heard.from(cyton, Cyton.CHANNELS, bytes);
    }

    @Test
    void readsTheVectorOfDomain() {
        var heard = hear(new Stream().frames(4, 3).then(VECTOR).bytes());
        assertThat(heard.frames.get(3))
                .isEqualTo(new Heard.Frame(
                        7, List.of(4474.0, -4474.0, 1.0, -1.0, 8388607.0, -8388608.0, 0.0, 100.0), 0b110000));
        assertThat(cyton.counters()).isEqualTo(new Counters(4, 0, 0, 0, 0, 1));
    }

    @Test
    void keepsTheFramesBeforeTheLockAndGivesThemOutWithTheThird() {
        assertThat(hear(new Stream().frames(254, 2).bytes()).frames).isEmpty();
        assertThat(hear(Stream.frame(0)).counters()).containsExactly(254, 255, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6})
    void takesTheTailsThatCarryChannels(int tail) {
        byte[] bytes = new Stream().frames(1, 4).bytes();
        bytes[3 * Stream.LENGTH + 32] = (byte) tail;
        assertThat(hear(bytes).counters()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xBF, 0xC7, 0xC8, 0xCF, 0x40})
    void refusesOtherTails(int tail) {
        byte[] bytes = new Stream().frames(1, 5).bytes();
        bytes[3 * Stream.LENGTH + 32] = (byte) tail;
        assertThat(hear(bytes).counters()).containsExactly(1, 2, 3, 5);
        assertThat(cyton.counters()).isEqualTo(new Counters(4, 0, 1, 1, Stream.LENGTH, 0));
    }

    @Test
    void givesTheSameFramesHoweverTheBytesAreCut() {
        var random = new Random(1);
        byte[] bytes = new Stream()
                .then("OpenBCI V3 8-16 channel\r\n$$$")
                .frames(250, 20)
                .then(hex("A0 11 22 C0"))
                .frames(20, 9)
                .then(new byte[70])
                .frames(40, 9)
                .bytes();
        var whole = hear(bytes);
        assertThat(whole.frames).hasSize(38);
        for (int i = 0; i < 2000; i++) {
            var again = new Cyton();
            var pieces = Heard.inPieces(again, Cyton.CHANNELS, bytes, random);
            assertThat(pieces.frames).isEqualTo(whole.frames);
            assertThat(pieces.texts).isEqualTo(whole.texts);
            assertThat(again.counters()).isEqualTo(cyton.counters());
        }
    }

    @Test
    void anyFlippedBitOfMarkerCounterOrTailCostsThatFrameAloneAndFlippedDataNone() {
        for (int bit = 0; bit < 8 * Stream.LENGTH; bit++) {
            byte[] bytes = new Stream().frames(1, 9).bytes();
            int place = bit / 8;
            bytes[4 * Stream.LENGTH + place] ^= (byte) (1 << bit % 8);
            boolean stillTail = place == 32 && bit % 8 < 3 && bit % 8 >= 0 && (0xC0 ^ 1 << bit % 8) <= 0xC6;
            boolean seen = (place > 1 && place < 32) || stillTail;
            var heard = Heard.from(new Cyton(), Cyton.CHANNELS, bytes);
            var expected = new ArrayList<>(counters(1, 9));
            if (!seen) {
                expected.remove(Integer.valueOf(5));
            }
            assertThat(heard.counters()).as("bit %d", bit).isEqualTo(expected);
        }
    }

    @Test
    void missingBytesCostTheDamagedFrameAlone() {
        for (int at = 0; at < Stream.LENGTH; at++) {
            for (int count = 1; count < Stream.LENGTH; count++) {
                byte[] bytes = Stream.without(new Stream().frames(1, 9).bytes(), 4 * Stream.LENGTH + at, count);
                var heard = Heard.from(new Cyton(), Cyton.CHANNELS, bytes);
                var expected = new ArrayList<>(counters(1, 9));
                expected.remove(Integer.valueOf(5));
                expected.removeAll(at + count > Stream.LENGTH ? List.of(6) : List.of());
                assertThat(heard.counters()).as("%d missing at %d", count, at).isEqualTo(expected);
            }
        }
    }

    @Test
    void insertedBytesCostTheDamagedFrameAtMost() {
        var random = new Random(2);
        for (int at = 0; at < Stream.LENGTH; at++) {
            for (int count = 1; count <= Stream.LENGTH; count++) {
                byte[] inserted = new byte[count];
                random.nextBytes(inserted);
                for (int i = 0; i < count; i++) {
                    inserted[i] &= 0x7F; // no tail among them: without a check sum a false tail makes a false frame
                }
                byte[] bytes = Stream.with(new Stream().frames(1, 9).bytes(), 4 * Stream.LENGTH + at, inserted);
                var heard = Heard.from(new Cyton(), Cyton.CHANNELS, bytes);
                var expected = new ArrayList<>(counters(1, 9));
                if (at > 0) {
                    expected.remove(Integer.valueOf(5));
                }
                assertThat(heard.counters()).as("%d inserted at %d", count, at).isEqualTo(expected);
            }
        }
    }

    @Test
    void markersAndTailsInTheDataNeverMisleadALockedDecoder() {
        var random = new Random(3);
        byte[] chosen = hex("A0 C0 C1 C6 00 01 A0 C0");
        var counted = new int[2];
        FrameSink count = new FrameSink() {
            @Override
            public void frame(int counter, double[] fields, int saturated) {
                counted[counter == (counted[0] & 0xFF) ? 0 : 1]++;
            }

            @Override
            public void text(String line) {}
        };
        cyton.decode(new Stream().frames(0, 3).bytes(), 99, count);
        for (int i = 3; i < 1_000_000; i++) {
            byte[] frame = Stream.frame(i);
            for (int place = 2; place < 32; place++) {
                frame[place] = chosen[random.nextInt(chosen.length)];
            }
            cyton.decode(frame, frame.length, count);
        }
        assertThat(counted).containsExactly(1_000_000, 0);
    }

    @Test
    void findsItsFeetInDataFullOfMarkersAfterBytesWereLost() {
        var random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            var stream = new Stream();
            for (int i = 0; i < 12; i++) {
                byte[] frame = Stream.frame(i);
                for (int place = 2; place < 32; place++) {
                    frame[place] =
                            random.nextInt(3) == 0 ? (byte) 0xA0 : random.nextInt(2) == 0 ? (byte) 0xC0 : frame[place];
                }
                stream.then(frame);
            }
            byte[] bytes =
                    Stream.without(stream.bytes(), 5 * Stream.LENGTH + random.nextInt(33), 1 + random.nextInt(32));
            var heard = Heard.from(new Cyton(), Cyton.CHANNELS, bytes);
            assertThat(heard.counters()).as("round %d", round).containsSubsequence(0, 1, 2, 3, 4, 8, 9, 10, 11);
            assertThat(heard.frames.size()).isBetween(10, 11);
        }
    }

    @Test
    void tenMillionRandomBytesRaiseNothingAndHardlyAnyFrame() {
        var random = new Random(5);
        byte[] noise = new byte[1000];
        var heard = new Heard(8);
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(noise);
            cyton.decode(noise, noise.length, heard);
        }
        // three in a row by chance: (7 / 65536)^3 / 65536 a byte, that is 2e-10 frames in all
        assertThat(heard.frames).isEmpty();
        assertThat(cyton.counters().discardedBytes()).isGreaterThan(9_800_000);
    }

    @Test
    void countsFramesThatTheCounterMisses() {
        var heard = hear(new Stream().frames(1, 5).frames(9, 3).bytes());
        assertThat(heard.counters()).containsExactly(1, 2, 3, 4, 5, 9, 10, 11);
        assertThat(cyton.counters().lostByCounter()).isEqualTo(3);
    }

    @Test
    void losesAndFindsTheLock() {
        var heard = hear(
                new Stream().frames(1, 5).then(new byte[400]).frames(100, 2).bytes());
        assertThat(heard.frames).hasSize(5);
        assertThat(hear(Stream.frame(102)).counters()).containsExactly(100, 101, 102);
        assertThat(cyton.counters().resyncs()).isEqualTo(1);
    }

    @Test
    void givesOutTheBannerAndThePromptAtOnce() {
        var heard = hear(new Stream()
                .frames(1, 4)
                .then("OpenBCI V3 8-16 channel\nFirmware: v3.1.2\r\n$$$")
                .bytes());
        assertThat(heard.texts).containsExactly("OpenBCI V3 8-16 channel", "Firmware: v3.1.2", "$$$");
        assertThat(hear("Success: Channel set for 1$$$".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).texts)
                .containsExactly("Success: Channel set for 1$$$");
    }

    @Test
    void aRestartForgetsTheUnfinishedFrame() {
        hear(new Stream().frames(1, 5).then(hex("A0 06 00 00")).bytes());
        cyton.restart();
        assertThat(hear(new Stream().frames(0, 3).bytes()).counters()).containsExactly(0, 1, 2);
        assertThat(cyton.counters().badChecks()).isZero();
    }
}
