package org.pelvi4j.frame;

/**
 * Frames of Upside Down Labs' Chords: {@code C7 7C, counter, n x u16 big-endian, 01}. Fields are the channels in counts.
 * Source: DOMAIN.md 3.4. Thread-safe.
 */
public final class Chords {
    /** Values of the counter. */
    public static final int COUNTER_VALUES = 256;

    private static final int MOST_CHANNELS = 16;
    private static final int MOST_BITS = 16;

    private Chords() {}

    /**
     * Makes a decoder for a board.
     *
     * @param channels values in a frame, 1 to 16
     * @param bits of its converter, 8 to 16: its ends are rails
     * @return the decoder, without a lock
     */
    public static Decoder decoder(int channels, int bits) {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("channels: expected 1 to 16 but was " + channels);
        }
        if (bits < 8 || bits > MOST_BITS) {
            throw new IllegalArgumentException("bits: expected 8 to 16 but was " + bits);
        }
        return new Frames(
                new Packet(new Counts16(Packet.HEAD_BYTES, channels, (1 << bits) - 1)), channels, TextLines.plain());
    }

    private record Packet(Counts16 counts) implements Shape {
        private static final int FIRST = 0xC7;
        private static final int SECOND = 0x7C;
        private static final int TAIL = 0x01;
        private static final int HEAD_BYTES = 3;

        @Override
        public int length() {
            return HEAD_BYTES + counts.bytes() + 1;
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
            return (bytes[at] & 0xFF) == FIRST && (available < 2 || bytes[at + 1] == SECOND);
        }

        @Override
        public boolean isWhole(byte[] bytes, int at) {
            return mayBegin(bytes, at, length()) && bytes[at + length() - 1] == TAIL && counts.possible(bytes, at);
        }

        @Override
        public int counter(byte[] bytes, int at) {
            return bytes[at + 2] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int at, double[] fields) {
            return counts.read(bytes, at, fields);
        }
    }
}
