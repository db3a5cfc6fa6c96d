package org.pelvi4j.frame;

/**
 * Frames of the Olimex SHIELD-EKG-EMG and other boards of protocol P2: {@code A5 5A, 02, counter, 6 x u16 big-endian,
 * switches}. Fields are the 6 channels in counts of 10 bits. Source: DOMAIN.md 3.6. Thread-safe.
 */
public final class Olimex {
    /** Channels in a frame. */
    public static final int CHANNELS = 6;
    /** Values of the counter. */
    public static final int COUNTER_VALUES = 256;

    private Olimex() {}

    /**
     * Makes a decoder.
     *
     * @return the decoder, without a lock
     */
    public static Decoder decoder() {
        return new Frames(new Packet(), CHANNELS, TextLines.plain());
    }

    private static final class Packet implements Shape {
        private static final int FIRST = 0xA5;
        private static final int SECOND = 0x5A;
        private static final int VERSION = 0x02;
        private static final int HEAD_BYTES = 4;
        private static final Counts16 COUNTS = new Counts16(HEAD_BYTES, CHANNELS, 1023);
        private static final int LENGTH = HEAD_BYTES + COUNTS.bytes() + 1;

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
            return (bytes[at] & 0xFF) == FIRST
                    && (available < 2 || bytes[at + 1] == SECOND)
                    && (available < 3 || bytes[at + 2] == VERSION);
        }

        /** There is no tail: the upper bits of six values of 10 bits stand in for it. */
        @Override
        public boolean isWhole(byte[] bytes, int at) {
            return mayBegin(bytes, at, LENGTH) && COUNTS.possible(bytes, at);
        }

        @Override
        public int counter(byte[] bytes, int at) {
            return bytes[at + 3] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int at, double[] fields) {
            return COUNTS.read(bytes, at, fields);
        }
    }
}
