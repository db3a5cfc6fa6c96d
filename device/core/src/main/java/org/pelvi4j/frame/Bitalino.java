package org.pelvi4j.frame;

/**
 * Frames of the BITalino (r)evolution for 1 to 6 selected channels. There is no marker: a check sum of 4 bits and a
 * counter of 4 bits must agree in four frames in a row. Fields are the channels in counts: 10 bits for the first four, 6
 * for the rest. Source: DOMAIN.md 3.5. Thread-safe.
 */
public final class Bitalino {
    /** Values of the counter. */
    public static final int COUNTER_VALUES = 16;

    private static final int MOST_CHANNELS = 6;

    private Bitalino() {}

    /**
     * Makes a decoder.
     *
     * @param channels how many were selected at the start, 1 to 6
     * @return the decoder, without a lock
     */
    public static Decoder decoder(int channels) {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("channels: expected 1 to 6 but was " + channels);
        }
        return new Frames(new Packet(channels), channels, TextLines.plain());
    }

    private record Packet(int channels) implements Shape {
        private static final int[] LENGTHS = {3, 4, 6, 7, 8, 8};
        /** The steps of x^4 + x + 1 by nibbles. Source: DOMAIN.md 3.5. */
        private static final int[] STEPS = {0, 3, 6, 5, 12, 15, 10, 9, 11, 8, 13, 14, 7, 4, 1, 2};

        private static final int WIDE = 1023;
        private static final int NARROW = 63;

        @Override
        public int length() {
            return LENGTHS[channels - 1];
        }

        @Override
        public int counterValues() {
            return COUNTER_VALUES;
        }

        @Override
        public int framesToLock() {
            return 4;
        }

        @Override
        public boolean hasMarker() {
            return false;
        }

        @Override
        public boolean mayBegin(byte[] bytes, int at, int available) {
            return true;
        }

        @Override
        public boolean isWhole(byte[] bytes, int at) {
            int check = 0;
            int last = at + length() - 1;
            for (int i = at; i < last; i++) {
                check = STEPS[check] ^ (bytes[i] >> 4 & 0xF);
                check = STEPS[check] ^ (bytes[i] & 0xF);
            }
            check = STEPS[check] ^ (bytes[last] >> 4 & 0xF);
            return STEPS[check] == (bytes[last] & 0xF);
        }

        @Override
        public int counter(byte[] bytes, int at) {
            return bytes[at + length() - 1] >> 4 & 0xF;
        }

        @Override
        public int read(byte[] bytes, int at, double[] fields) {
            int last = at + length() - 1;
            int rails = 0;
            for (int channel = 0; channel < channels; channel++) {
                int counts = value(bytes, last, channel);
                fields[channel] = counts;
                rails |= counts == 0 || counts == (channel < 4 ? WIDE : NARROW) ? 1 << channel : 0;
            }
            return rails;
        }

        /** A value by its place from the end of the frame. */
        private static int value(byte[] bytes, int last, int channel) {
            return switch (channel) {
                case 0 -> (bytes[last - 1] & 0x0F) << 6 | (bytes[last - 2] & 0xFC) >> 2;
                case 1 -> (bytes[last - 2] & 0x03) << 8 | (bytes[last - 3] & 0xFF);
                case 2 -> (bytes[last - 4] & 0xFF) << 2 | (bytes[last - 5] & 0xC0) >> 6;
                case 3 -> (bytes[last - 5] & 0x3F) << 4 | (bytes[last - 6] & 0xF0) >> 4;
                case 4 -> (bytes[last - 6] & 0x0F) << 2 | (bytes[last - 7] & 0xC0) >> 6;
                default -> bytes[last - 7] & 0x3F;
            };
        }
    }
}
