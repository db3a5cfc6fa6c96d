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
        private static final int LENGTH = HEAD_BYTES + 2 * CHANNELS + 1;
        private static final int HIGHEST = 1023;

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
            if (!mayBegin(bytes, at, LENGTH)) {
                return false;
            }
            for (int channel = 0; channel < CHANNELS; channel++) {
                if (value(bytes, at, channel) > HIGHEST) {
                    return false;
                }
            }
            return true;
        }

        private static int value(byte[] bytes, int at, int channel) {
            int first = at + HEAD_BYTES + 2 * channel;
            return ((bytes[first] & 0xFF) << 8) | (bytes[first + 1] & 0xFF);
        }

        @Override
        public int counter(byte[] bytes, int at) {
            return bytes[at + 3] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int at, double[] fields) {
            int rails = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                int counts = value(bytes, at, channel);
                fields[channel] = counts;
                rails |= counts == 0 || counts == HIGHEST ? 1 << channel : 0;
            }
            return rails;
        }
    }
}
