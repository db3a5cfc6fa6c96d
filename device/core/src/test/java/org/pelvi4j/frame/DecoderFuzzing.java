package org.pelvi4j.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * One target per decoder for Jazzer, which finds {@code fuzzerTestOneInput} by its name and needs nothing else of us;
 * {@code device/bench/run fuzz} runs them all.
 *
 * <p>Inputs worth keeping lie in {@code frame/fuzz}; {@link DecoderFuzzingTest} runs them in every build. Source: RELIABILITY
 * B9.
 */
public final class DecoderFuzzing {
    private DecoderFuzzing() {}

    /** See {@link #feed}. */
    public static final class CytonTarget {
        private CytonTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(Cyton::new, data);
        }
    }

    /** See {@link #feed}. */
    public static final class CytonWithDaisyTarget {
        private CytonWithDaisyTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(CytonDaisy::new, data);
        }
    }

    /** See {@link #feed}. */
    public static final class ChordsFramesTarget {
        private ChordsFramesTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(() -> Chords.decoder(6, 10), data);
        }
    }

    /** See {@link #feed}. */
    public static final class BitalinoFramesTarget {
        private BitalinoFramesTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(() -> Bitalino.decoder(channels(data)), data);
        }
    }

    /** See {@link #feed}. */
    public static final class OlimexFramesTarget {
        private OlimexFramesTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(Olimex::decoder, data);
        }
    }

    /** See {@link #feed}. */
    public static final class SpikerTarget {
        private SpikerTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(() -> new SpikerShield(channels(data)), data);
        }
    }

    /** See {@link #feed}. */
    public static final class RowsTarget {
        private RowsTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(ArduinoLines::new, data);
        }
    }

    /** See {@link #feed}. */
    public static final class MarkedTarget {
        private MarkedTarget() {}

        /** What a fuzzer calls. */
        public static void fuzzerTestOneInput(byte[] data) {
            feed(MarkerLines::new, data);
        }
    }

    private static int channels(byte[] data) {
        return data.length == 0 ? 1 : 1 + (data[0] & 0xFF) % 6;
    }

    /** No byte raises an error, no cut of the input matters, values are numbers, lines are short, counters tell what was given out. */
    private static void feed(Supplier<Decoder> decoder, byte[] data) {
        var whole = new Said();
        Decoder first = decoder.get();
        first.decode(data, data.length, whole);
        var pieces = new Said();
        Decoder second = decoder.get();
        int chunk = 1;
        for (int at = 0; at < data.length; ) {
            int length = Math.min(chunk, data.length - at);
            second.decode(Arrays.copyOfRange(data, at, at + length), length, pieces);
            at += length;
            chunk = 1 + (data[at - 1] & 0x1F);
        }
        check(pieces.said.equals(whole.said), "the cut matters: " + pieces.said + " is not " + whole.said);
        check(second.counters().equals(first.counters()), second.counters() + " is not " + first.counters());
        check(first.counters().frames() == whole.frames, first.counters() + " for " + whole.frames + " frames");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static final class Said implements FrameSink {
        private final List<String> said = new ArrayList<>();
        private int frames;

        @Override
        public void frame(int counter, double[] fields, int saturated) {
            frames++;
            for (double field : fields) {
                check(Double.isFinite(field), "a field is " + field);
            }
            said.add(counter + " " + fields[0] + " " + fields[fields.length - 1] + " " + saturated);
        }

        @Override
        public void text(String line) {
            check(line.length() <= TextLines.LONGEST, "a line of " + line.length());
            said.add(line);
        }
    }
}
