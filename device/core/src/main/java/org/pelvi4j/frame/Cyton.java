package org.pelvi4j.frame;

/**
 * Frames of the OpenBCI Cyton: {@code A0, counter, 8 x int24, 6 auxiliary bytes, C0..C6}. Fields are the 8 channels in
 * counts. Source: DOMAIN.md 3.8. Confined to one thread.
 */
public final class Cyton implements Decoder {
    /** Channels in a frame. */
    public static final int CHANNELS = 8;
    /** Values of the counter. */
    public static final int COUNTER_VALUES = 256;

    private static final int LENGTH = 33;
    private static final int MARKER = 0xA0;
    /** First and last tail that carry channels; C7 is an impedance report. */
    private static final int FIRST_TAIL = 0xC0;

    private static final int LAST_TAIL = 0xC6;
    private static final int HIGHEST = 0x7FFFFF;
    private static final int LOWEST = -0x800000;
    /** Ends every answer of the board. */
    private static final String PROMPT = "$$$";

    private final Frames frames = new Frames(new Packet(), CHANNELS, TextLines.endingAlsoWith(PROMPT));

    /** Creates a decoder without a lock. */
    public Cyton() {}

    @Override
    public void decode(byte[] bytes, int length, FrameSink out) {
        frames.decode(bytes, length, out);
    }

    @Override
    public void restart() {
        frames.restart();
    }

    @Override
    public Counters counters() {
        return frames.counters();
    }

    private static final class Packet implements Shape {
        @Override
        public int length() {
            return LENGTH;
        }

        @Override
        public int counterValues() {
            return COUNTER_VALUES;
        }

        @Override
        public int framesToLock() {
            return 3;
        }

        @Override
        public boolean mayBegin(byte[] bytes, int at, int available) {
            return (bytes[at] & 0xFF) == MARKER;
        }

        @Override
        public boolean isWhole(byte[] bytes, int at) {
            int tail = bytes[at + LENGTH - 1] & 0xFF;
            return (bytes[at] & 0xFF) == MARKER && tail >= FIRST_TAIL && tail <= LAST_TAIL;
        }

        @Override
        public int counter(byte[] bytes, int at) {
            return bytes[at + 1] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int at, double[] fields) {
            int rails = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                int first = at + 2 + 3 * channel;
                int counts = (bytes[first] << 16) | ((bytes[first + 1] & 0xFF) << 8) | (bytes[first + 2] & 0xFF);
                fields[channel] = counts;
                rails |= counts == HIGHEST || counts == LOWEST ? 1 << channel : 0;
            }
            return rails;
        }
    }
}
