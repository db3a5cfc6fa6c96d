package org.pelvi4j.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every serial protocol. Source: RELIABILITY B1 to B6. */
class EveryDecoderTest {
    /** A protocol: its decoder, and frames written by hand from DOMAIN 3. */
    record Protocol(String name, Supplier<Decoder> decoder, List<byte[]> frames) {
        /**
         * So many frames at most are seen in random bytes. Where four come of four check sums of 4 bits with three counters
         * that step, 2^-28, or three of three values of which 6 bits are known, 2^-18, that is three times what chance
         * gives; a digit between two line ends is a line; markers, counters and tails leave nothing.
         */
        long mostByChance(long bytes) {
            return switch (name.replaceAll(" .*", "")) {
                case "bitalino" -> 4 * (long) Math.ceil(3 * 0x1p-28 * bytes);
                case "spikershield" -> 3 * (long) Math.ceil(3 * 0x1p-18 * bytes);
                case "lines", "myoware", "named", "marker" -> bytes / 1_000_000;
                default -> 0;
            };
        }

        byte[] stream() {
            var all = new Stream();
            frames.forEach(all::then);
            return all.bytes();
        }

        int start(int frame) {
            return frames.subList(0, frame).stream().mapToInt(f -> f.length).sum();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final int FRAMES = 24;
    private static final int DAMAGED = 12;

    static List<Protocol> protocols() {
        var all = new ArrayList<Protocol>();
        all.add(new Protocol("cyton", Cyton::new, cyton(0, FRAMES)));
        all.add(new Protocol("cyton with daisy", CytonDaisy::new, pairs()));
        all.add(new Protocol("spikershield 1", () -> new SpikerShield(1), spiker(1)));
        all.add(new Protocol("spikershield 2", () -> new SpikerShield(2), spiker(2)));
        all.add(new Protocol("lines", ArduinoLines::new, lines("%d,%d\r\n")));
        all.add(new Protocol("myoware", ArduinoLines::new, lines("%d.25,%d.50,1.75\r\n")));
        all.add(new Protocol("named", ArduinoLines::new, lines("env:%d raw:%d\n")));
        all.add(new Protocol("marker", MarkerLines::new, lines("10001\r\n%d\r\n10010\r\n")));
        for (PacketsTest.Protocol packets : PacketsTest.protocols()) {
            var frames = new ArrayList<byte[]>();
            for (int i = 0; i < FRAMES; i++) {
                frames.add(packets.frame().apply(i));
            }
            all.add(new Protocol(packets.name(), packets.decoder(), frames));
        }
        return all;
    }

    private static List<byte[]> cyton(int first, int count) {
        var frames = new ArrayList<byte[]>();
        for (int i = first; i < first + count; i++) {
            frames.add(Stream.frame(i));
        }
        return frames;
    }

    private static List<byte[]> pairs() {
        var frames = new ArrayList<byte[]>();
        for (int i = 0; i < FRAMES; i++) {
            frames.add(new Stream()
                    .then(Stream.frame(2 * i + 1))
                    .then(Stream.frame(2 * i + 2))
                    .bytes());
        }
        return frames;
    }

    private static List<byte[]> spiker(int channels) {
        var frames = new ArrayList<byte[]>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = new byte[2 * channels];
            for (int channel = 0; channel < channels; channel++) {
                int value = 500 + i + 100 * channel;
                frame[2 * channel] = (byte) (value >> 7 | (channel == 0 ? 0x80 : 0));
                frame[2 * channel + 1] = (byte) (value & 0x7F);
            }
            frames.add(frame);
        }
        return frames;
    }

    /** The first line is thrown away, so that frame 0 is not given out. */
    private static List<byte[]> lines(String format) {
        var frames = new ArrayList<byte[]>();
        for (int i = 0; i < FRAMES; i++) {
            String line = String.format(java.util.Locale.ROOT, format, 100 + i, 200 + i);
            frames.add(line.getBytes(StandardCharsets.US_ASCII));
        }
        return frames;
    }

    /** The first values of the frames given out: each stream above has other ones in each frame. */
    private static List<String> hear(Protocol protocol, byte[] bytes, int chunk) {
        var heard = new ArrayList<String>();
        Decoder decoder = protocol.decoder().get();
        // a text line's frame is told from the next by its first field, a packet's by its counter
        boolean counted = protocol.name().matches("(cyton|chords|olimex|bitalino).*");
        var sink = new FrameSink() {
            @Override
            public void frame(int counter, double[] fields, int saturated) {
                heard.add(counted ? counter + ":" + fields[0] : String.valueOf(fields[0]));
            }

            @Override
            public void text(String line) {
                if (line.length() > TextLines.LONGEST) {
                    throw new AssertionError("a line of " + line.length());
                }
            }
        };
        for (int at = 0; at < bytes.length; at += chunk) {
            int length = Math.min(chunk, bytes.length - at);
            decoder.decode(java.util.Arrays.copyOfRange(bytes, at, at + length), length, sink);
        }
        return heard;
    }

    /** What of a clean stream is missing from what was heard of a damaged one. */
    private static List<String> lost(List<String> clean, List<String> heard) {
        var missing = new ArrayList<>(clean);
        for (String frame : heard) {
            missing.remove(frame);
        }
        return missing;
    }

    /** The damaged frame may be lost and one more, and the last one is heard. */
    private static void atMostOneMore(List<String> clean, List<String> heard, String how) {
        String last = clean.get(clean.size() - 1);
        boolean ends = !heard.isEmpty() && heard.get(heard.size() - 1).equals(last);
        if (!ends || lost(clean, heard).size() > 2) {
            throw new AssertionError(how + ": heard " + heard + " of " + clean);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void theStreamIsReadAndNoCutOfItMatters(Protocol protocol) {
        byte[] stream = protocol.stream();
        List<String> clean = hear(protocol, stream, stream.length);
        assertThat(clean.size()).isBetween(FRAMES - 1, FRAMES);
        for (int chunk = 1; chunk < 70; chunk++) {
            assertThat(hear(protocol, stream, chunk)).isEqualTo(clean);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyFlippedBitCostsAtMostOneMoreFrame(Protocol protocol) {
        byte[] stream = protocol.stream();
        List<String> clean = hear(protocol, stream, stream.length);
        int first = protocol.start(DAMAGED);
        for (int bit = 0; bit < 8 * protocol.frames().get(DAMAGED).length; bit++) {
            byte[] bytes = stream.clone();
            bytes[first + bit / 8] ^= (byte) (1 << bit % 8);
            List<String> heard = hear(protocol, bytes, bytes.length);
            atMostOneMore(clean, heard, "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyTruncationCostsAtMostOneMoreFrame(Protocol protocol) {
        byte[] stream = protocol.stream();
        List<String> clean = hear(protocol, stream, stream.length);
        int length = protocol.frames().get(DAMAGED).length;
        for (int at = 0; at < length; at++) {
            for (int count = 1; count < length && at + count <= length; count++) {
                byte[] bytes = Stream.without(stream, protocol.start(DAMAGED) + at, count);
                List<String> heard = hear(protocol, bytes, bytes.length);
                atMostOneMore(clean, heard, count + " at " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyInsertionCostsAtMostOneMoreFrame(Protocol protocol) {
        var random = new SplittableRandom(7);
        byte[] stream = protocol.stream();
        List<String> clean = hear(protocol, stream, stream.length);
        int length = protocol.frames().get(DAMAGED).length;
        for (int at = 0; at < length; at++) {
            for (int count = 1; count <= length; count++) {
                byte[] noise = new byte[count];
                random.nextBytes(noise);
                byte[] bytes = Stream.with(stream, protocol.start(DAMAGED) + at, noise);
                List<String> heard = hear(protocol, bytes, bytes.length);
                atMostOneMore(clean, heard, count + " at " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aMillionRandomBytesRaiseNothing(Protocol protocol) {
        noise(protocol, 1_000_000);
    }

    /** Source: RELIABILITY B1. */
    @Tag("ci")
    @ParameterizedTest
    @MethodSource("protocols")
    void aHundredMillionRandomBytesRaiseNothing(Protocol protocol) {
        noise(protocol, 100_000_000);
    }

    private static void noise(Protocol protocol, long count) {
        var random = new SplittableRandom(11);
        Decoder decoder = protocol.decoder().get();
        var counted = new long[1];
        var sink = new FrameSink() {
            @Override
            public void frame(int counter, double[] fields, int saturated) {
                counted[0]++;
            }

            @Override
            public void text(String line) {}
        };
        byte[] noise = new byte[4096];
        for (long done = 0; done < count; done += noise.length) {
            random.nextBytes(noise);
            decoder.decode(noise, noise.length, sink);
        }
        assertThat(decoder.counters().frames()).isEqualTo(counted[0]);
        assertThat(counted[0]).isLessThanOrEqualTo(protocol.mostByChance(count));
        byte[] stream = protocol.stream();
        long before = counted[0];
        decoder.restart();
        decoder.decode(stream, stream.length, sink);
        assertThat(counted[0] - before).isBetween(FRAMES - 1L, (long) FRAMES);
    }
}
