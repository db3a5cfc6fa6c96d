package org.pelvi4j.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pelvi4j.frame.Heard.hex;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikerShieldTest {
    private static byte[] samples(int first, int count) {
        var bytes = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            int value = i % 1024;
            bytes.write(0x80 | value >> 7);
            bytes.write(value & 0x7F);
        }
        return bytes.toByteArray();
    }

    private static Heard hear(int channels, byte[] bytes) {
        return Heard.from(new SpikerShield(channels), channels, bytes);
    }

    @Test
    void readsTheVectorsOfDomain() {
        assertThat(hear(1, hex("84 05 84 05 84 05")).firsts()).containsExactly(517.0, 517.0, 517.0);
        assertThat(hear(2, hex("87 7F 01 02".repeat(3))).frames)
                .hasSize(3)
                .containsOnly(new Heard.Frame(-1, List.of(1023.0, 130.0), 1));
    }

    @Test
    void anAnswerBetweenItsMarksIsTextAndNoSample() {
        var stream = new Stream()
                .then(samples(100, 5))
                .then(hex("FF FF 01 01 80 FF"))
                .then("HWT:MUSCLESS;")
                .then(hex("FF FF 01 01 81 FF"))
                .then(samples(105, 5));
        var heard = hear(1, stream.bytes());
        assertThat(heard.texts).containsExactly("HWT:MUSCLESS;");
        assertThat(heard.firsts())
                .containsExactly(100.0, 101.0, 102.0, 103.0, 104.0, 105.0, 106.0, 107.0, 108.0, 109.0);
    }

    /** Of an answer's marks any byte may be damaged, missing or doubled; the samples around it are read. */
    @Test
    void aDamagedMarkOfAnAnswerCostsAtMostOneMoreSample() {
        byte[] opener = hex("FF FF 01 01 80 FF");
        byte[] closer = hex("FF FF 01 01 81 FF");
        for (int at = 0; at < 2 * opener.length; at++) {
            for (int how = 0; how < 10; how++) {
                byte[][] marks = {opener.clone(), closer.clone()};
                byte[] mark = marks[at / opener.length];
                int place = at % opener.length;
                byte[] broken = how == 8
                        ? Stream.without(mark, place, 1)
                        : how == 9 ? Stream.with(mark, place, new byte[] {mark[place]}) : mark;
                if (how < 8) {
                    mark[place] ^= (byte) (1 << how);
                }
                marks[at / opener.length] = broken;
                var stream = new Stream()
                        .then(samples(100, 20))
                        .then(marks[0])
                        .then("HWT:MUSCLESS;")
                        .then(marks[1])
                        .then(samples(600, 20));
                var heard = hear(1, stream.bytes()).firsts();
                assertThat(heard)
                        .as("%d at %d", how, at)
                        .startsWith(100.0, 101.0)
                        .endsWith(618.0, 619.0);
                assertThat(heard.size()).as("%d at %d: %s", how, at, heard).isBetween(38, 42);
            }
        }
    }

    @Test
    void aBannerBeforeTheSamplesIsText() {
        assertThat(hear(1, new Stream().then("StartUp!\r\n").then(samples(1, 5)).bytes()).texts)
                .containsExactly("StartUp!");
    }

    @Test
    void aMissingByteCostsOneSample() {
        byte[] clean = samples(500, 20);
        for (int at = 10; at < 20; at++) {
            var heard = hear(1, Stream.without(clean, at, 1)).firsts();
            assertThat(heard).hasSize(19).contains(500.0, 504.0, 510.0, 519.0);
        }
    }

    @Test
    void anyFlippedBitCostsAtMostTwoSamples() {
        byte[] clean = samples(500, 20);
        for (int bit = 0; bit < 16; bit++) {
            byte[] bytes = clean.clone();
            bytes[10 + bit / 8] ^= (byte) (1 << bit % 8);
            var heard = hear(1, bytes).firsts();
            assertThat(heard.size()).as("bit %d", bit).isBetween(18, 20);
            assertThat(heard).startsWith(500.0, 501.0, 502.0, 503.0).endsWith(518.0, 519.0);
        }
    }

    @Test
    void givesTheSameFramesHoweverTheBytesAreCut() {
        var random = new Random(1);
        byte[] bytes = new Stream()
                .then("StartUp!\r\n")
                .then(samples(0, 30))
                .then(hex("FF FF 01 01 80 FF 41 3B FF FF 01 01 81 FF FF"))
                .then(samples(30, 30))
                .then(hex("85 85 03 99 7F"))
                .then(samples(60, 30))
                .bytes();
        var whole = hear(1, bytes);
        for (int i = 0; i < 2000; i++) {
            var pieces = Heard.inPieces(new SpikerShield(1), 1, bytes, random);
            assertThat(pieces.frames).isEqualTo(whole.frames);
            assertThat(pieces.texts).isEqualTo(whole.texts);
        }
    }

    @Test
    void randomBytesRaiseNothing() {
        var random = new Random(2);
        byte[] noise = new byte[1000];
        for (int channels = 1; channels <= 6; channels++) {
            var decoder = new SpikerShield(channels);
            var heard = new Heard(channels);
            for (int i = 0; i < 1000; i++) {
                random.nextBytes(noise);
                decoder.decode(noise, noise.length, heard);
                heard.frames.clear();
            }
            assertThat(decoder.counters().badChecks() + decoder.counters().discardedBytes())
                    .isPositive();
        }
    }
}
