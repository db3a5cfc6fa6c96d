package org.pelvi4j.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pelvi4j.frame.Heard.hex;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all protocols of fixed length have in common, and the vectors of DOMAIN.md 3.4 to 3.6. */
class PacketsTest {
    /** A protocol, its frames written by hand from the document, and in which bytes a flipped bit can be seen. */
    record Protocol(String name, Supplier<Decoder> decoder, int channels, IntFunction<byte[]> frame, boolean checked) {
        int length() {
            return frame.apply(0).length;
        }

        byte[] stream(int first, int last) {
            var bytes = new ByteArrayOutputStream();
            for (int i = first; i <= last; i++) {
                bytes.writeBytes(frame.apply(i));
            }
            return bytes.toByteArray();
        }

        Heard hear(byte[] bytes) {
            return Heard.from(decoder.get(), channels, bytes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Protocol> protocols() {
        var all = new ArrayList<Protocol>();
        all.add(new Protocol("chords 6", () -> Chords.decoder(6, 10), 6, i -> chords(i, 6), false));
        all.add(new Protocol("chords 3", () -> Chords.decoder(3, 12), 3, i -> chords(i, 3), false));
        all.add(new Protocol("chords of 16 bits", () -> Chords.decoder(6, 16), 6, i -> chords(i, 6), false));
        all.add(new Protocol("olimex", Olimex::decoder, 6, PacketsTest::olimex, false));
        for (int n = 1; n <= 6; n++) {
            int channels = n;
            all.add(new Protocol(
                    "bitalino " + n, () -> Bitalino.decoder(channels), n, i -> bitalino(i, channels), true));
        }
        return all;
    }

    private static byte[] chords(int number, int channels) {
        byte[] frame = new byte[2 * channels + 4];
        frame[0] = (byte) 0xC7;
        frame[1] = 0x7C;
        frame[2] = (byte) number;
        for (int channel = 0; channel < channels; channel++) {
            int counts = (number * 37 + channel * 101) % 1024;
            frame[3 + 2 * channel] = (byte) (counts >> 8);
            frame[4 + 2 * channel] = (byte) counts;
        }
        frame[frame.length - 1] = 1;
        return frame;
    }

    private static byte[] olimex(int number) {
        byte[] frame = new byte[17];
        frame[0] = (byte) 0xA5;
        frame[1] = 0x5A;
        frame[2] = 2;
        frame[3] = (byte) number;
        System.arraycopy(chords(number, 6), 3, frame, 4, 12);
        return frame;
    }

    private static byte[] bitalino(int number, int channels) {
        int[] counts = new int[6];
        for (int channel = 0; channel < channels; channel++) {
            counts[channel] = (number * 37 + channel * 101) % (channel < 4 ? 1024 : 64);
        }
        return bitalino(number, 0b1100, channels, counts);
    }

    /** The table of the document, last byte first; the check sum bit by bit from its polynomial. */
    private static byte[] bitalino(int number, int digital, int channels, int... a) {
        int[] fromEnd = {
            (number & 0xF) << 4,
            digital << 4 | a[0] >> 6,
            (a[0] & 0x3F) << 2 | a[1] >> 8,
            a[1] & 0xFF,
            a[2] >> 2,
            (a[2] & 3) << 6 | a[3] >> 4,
            (a[3] & 0xF) << 4 | a[4] >> 2,
            (a[4] & 3) << 6 | a[5]
        };
        byte[] frame = new byte[new int[] {3, 4, 6, 7, 8, 8}[channels - 1]];
        for (int i = 0; i < frame.length; i++) {
            frame[frame.length - 1 - i] = (byte) fromEnd[i];
        }
        frame[frame.length - 1] |= (byte) check(frame);
        return frame;
    }

    private static int check(byte[] frame) {
        int remainder = 0;
        for (byte part : frame) {
            for (int bit = 7; bit >= 0; bit--) {
                remainder = remainder << 1 | (part >> bit & 1);
                remainder = (remainder & 0x10) != 0 ? remainder ^ 0x13 : remainder;
            }
        }
        return remainder;
    }

    /** The last frame of a few that lead up to a vector. */
    private static Heard.Frame vector(Protocol protocol, Decoder decoder, int counter, String bytes) {
        byte[] before = protocol.stream(counter - 5, counter - 1);
        Heard.from(decoder, protocol.channels(), before);
        return Heard.from(decoder, protocol.channels(), hex(bytes)).frames.get(0);
    }

    private static Protocol named(String name) {
        return protocols().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsTheVectorsOfChords() {
        assertThat(vector(
                        named("chords 6"),
                        Chords.decoder(6, 10),
                        0x2A,
                        "C7 7C 2A 02 00 03 FF 00 00 01 2C 01 2B 00 07 01"))
                .isEqualTo(new Heard.Frame(42, List.of(512.0, 1023.0, 0.0, 300.0, 299.0, 7.0), 0b110));
        assertThat(vector(named("chords 3"), Chords.decoder(3, 12), 0xFF, "C7 7C FF 08 00 0F FF 00 00 01"))
                .isEqualTo(new Heard.Frame(255, List.of(2048.0, 4095.0, 0.0), 0b110));
    }

    @Test
    void readsTheVectorOfOlimex() {
        assertThat(vector(
                        named("olimex"), Olimex.decoder(), 0x39, "A5 5A 02 39 02 00 02 03 01 EB 02 22 01 B3 03 FF 0F"))
                .isEqualTo(new Heard.Frame(57, List.of(512.0, 515.0, 491.0, 546.0, 435.0, 1023.0), 0b100000));
    }

    @Test
    void readsTheVectorsOfBitalino() {
        assertThat(vector(named("bitalino 1"), Bitalino.decoder(1), 5, "00 C8 59"))
                .isEqualTo(new Heard.Frame(5, List.of(512.0), 0));
        assertThat(vector(named("bitalino 2"), Bitalino.decoder(2), 16, "00 14 08 00"))
                .isEqualTo(new Heard.Frame(0, List.of(517.0, 0.0), 0b10));
        assertThat(vector(named("bitalino 6"), Bitalino.decoder(6), 9, "7F 18 C0 FF 2C 01 08 9E"))
                .isEqualTo(new Heard.Frame(9, List.of(512.0, 300.0, 1023.0, 1.0, 33.0, 63.0), 0b100100));
        assertThat(bitalino(5, 0b1100, 1, 512, 0, 0, 0, 0, 0)).isEqualTo(hex("00 C8 59"));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void givesTheSameFramesHoweverTheBytesAreCut(Protocol protocol) {
        var random = new Random(1);
        byte[] damaged = Stream.without(protocol.stream(0, 60), 20 * protocol.length() + 1, protocol.length() / 2);
        damaged[40 * protocol.length()] ^= 0x10;
        var whole = protocol.hear(damaged);
        assertThat(whole.frames.size()).isBetween(58, 60);
        for (int i = 0; i < 1000; i++) {
            var pieces = Heard.inPieces(protocol.decoder().get(), protocol.channels(), damaged, random);
            assertThat(pieces.frames).isEqualTo(whole.frames);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anyFlippedBitCostsAtMostItsOwnFrame(Protocol protocol) {
        byte[] clean = protocol.stream(0, 15);
        var right = protocol.hear(clean).frames;
        assertThat(right).hasSize(16);
        for (int bit = 0; bit < 8 * protocol.length(); bit++) {
            byte[] bytes = clean.clone();
            bytes[7 * protocol.length() + bit / 8] ^= (byte) (1 << bit % 8);
            var heard = protocol.hear(bytes).frames;
            var others = new ArrayList<>(right);
            others.remove(7);
            assertThat(heard).as("bit %d", bit).containsAll(others);
            assertThat(heard.size()).as("bit %d", bit).isLessThanOrEqualTo(protocol.checked() ? 15 : 16);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void missingOrInsertedBytesCostAtMostOneMoreFrame(Protocol protocol) {
        var random = new Random(2);
        byte[] clean = protocol.stream(0, 23);
        var right = protocol.hear(clean).frames;
        int falseFrames = 0;
        int tries = 0;
        for (int at = 0; at < protocol.length(); at++) {
            for (int count = 1; count <= protocol.length(); count++) {
                byte[] noise = new byte[count];
                random.nextBytes(noise);
                int place = 9 * protocol.length() + at;
                for (byte[] bytes : List.of(Stream.without(clean, place, count), Stream.with(clean, place, noise))) {
                    var heard = protocol.hear(bytes).frames;
                    var lost = new ArrayList<>(right);
                    lost.removeAll(heard);
                    assertThat(lost.size())
                            .as("%d at %d: %s", count, at, lost)
                            .isLessThanOrEqualTo(count == protocol.length() && at > 0 ? 3 : 2);
                    var invented = new HashSet<>(heard);
                    invented.removeAll(right);
                    falseFrames += invented.size();
                    tries++;
                }
            }
        }
        // without a check sum a cut frame whose tail is right by chance is taken; with 4 bits and the counter 1 in 256
        assertThat(falseFrames).isLessThanOrEqualTo(protocol.checked() ? 3 + tries / 16 : tries / 2);
    }

    /** A frame whose values are, as far as the board can send them, marks of frames; a BITalino has none but chance. */
    private static byte[] misleading(Protocol protocol, int number, Random random) {
        if (protocol.checked()) {
            int[] counts = new int[6];
            for (int channel = 0; channel < protocol.channels(); channel++) {
                counts[channel] = random.nextInt(channel < 4 ? 1024 : 64);
            }
            return bitalino(number, random.nextInt(16), protocol.channels(), counts);
        }
        boolean olimex = protocol.name().equals("olimex");
        byte[] marks = hex(olimex ? "A5 5A 02" : "C7 7C 01");
        byte[] frame = protocol.frame().apply(number);
        int first = olimex ? 4 : 3;
        for (int i = 0; i < 2 * protocol.channels(); i++) {
            boolean high = i % 2 == 0 && !protocol.name().endsWith("16 bits");
            frame[first + i] = (byte) (marks[random.nextInt(3)] & (high ? 3 : 0xFF));
        }
        return frame;
    }

    /** RELIABILITY B4, a hundred thousand frames of each. */
    @ParameterizedTest
    @MethodSource("protocols")
    void marksInTheDataNeverMisleadALockedDecoder(Protocol protocol) {
        var random = new Random(4);
        Decoder decoder = protocol.decoder().get();
        var heard = Heard.from(decoder, protocol.channels(), protocol.stream(0, 7));
        assertThat(heard.frames).hasSize(8);
        for (int i = 8; i < 100_000; i++) {
            byte[] frame = misleading(protocol, i, random);
            assertThat(Heard.from(decoder, protocol.channels(), frame).frames)
                    .as("%d", i)
                    .hasSize(1);
        }
        assertThat(decoder.counters().badChecks() + decoder.counters().lostByCounter())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void amongMarksBytesThatAreMissingCostAtMostOneMoreFrame(Protocol protocol) {
        var random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            var stream = new Stream().then(protocol.stream(0, 7));
            for (int i = 8; i < 24; i++) {
                stream.then(misleading(protocol, i, random));
            }
            byte[] clean = stream.then(protocol.stream(24, 31)).bytes();
            int at = random.nextInt(protocol.length());
            int count = 1 + random.nextInt(protocol.length() - at);
            var lost = new ArrayList<>(protocol.hear(clean).frames);
            protocol.hear(Stream.without(clean, 12 * protocol.length() + at, count))
                    .frames
                    .forEach(lost::remove);
            assertThat(lost).as("round %d: %d at %d", round, count, at).hasSizeLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void randomBytesRaiseNothingAndGiveNoMoreFramesThanChance(Protocol protocol) {
        var random = new Random(3);
        byte[] noise = new byte[1000];
        Decoder decoder = protocol.decoder().get();
        var heard = new Heard(protocol.channels());
        for (int i = 0; i < 1000; i++) {
            random.nextBytes(noise);
            decoder.decode(noise, noise.length, heard);
        }
        // four check sums of 4 bits and three counters of 4 bits: 2^-28 a byte; then some more while the lock holds
        assertThat(heard.frames.size()).isLessThan(protocol.checked() ? 20 : 1);
        assertThat(decoder.counters().discardedBytes()).isGreaterThan(900_000);
    }

    @Test
    void refusesBoardsThatCannotBe() {
        assertThatThrownBy(() -> Bitalino.decoder(7)).hasMessage("channels: expected 1 to 6 but was 7");
        assertThatThrownBy(() -> Chords.decoder(0, 10)).hasMessage("channels: expected 1 to 16 but was 0");
        assertThatThrownBy(() -> Chords.decoder(6, 20)).hasMessage("bits: expected 8 to 16 but was 20");
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(Bitalino::decoder)).hasSize(6);
    }

    /** Some sketches count only a second after their reset. Source: DOMAIN.md 3.6. */
    @Test
    void framesOfAnOlimexWhoseCounterStandsAreNoneAndTheFirstThatCountIsRead() {
        var stream = new ByteArrayOutputStream();
        for (int i = 0; i < 125; i++) {
            byte[] standing = olimex(0);
            standing[standing.length - 1] = 2;
            stream.writeBytes(standing);
        }
        for (int i = 1; i < 20; i++) {
            stream.writeBytes(olimex(i));
        }
        Protocol olimex = named("olimex");
        assertThat(olimex.hear(stream.toByteArray()).counters().subList(0, 4)).containsExactly(0, 1, 2, 3);
        assertThat(olimex.hear(stream.toByteArray()).frames).hasSize(20);
    }
}
