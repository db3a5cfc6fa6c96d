package org.pelvi4j.frame;

/**
 * Counts of a converter, 16 bits each, big-endian, side by side in a frame. Immutable.
 *
 * @param first where the first stands, from the beginning of the frame
 * @param channels how many
 * @param highest the converter's upper rail; more is no count
 */
record Counts16(int first, int channels, int highest) {
    int bytes() {
        return 2 * channels;
    }

    boolean possible(byte[] bytes, int frame) {
        for (int channel = 0; channel < channels; channel++) {
            if (count(bytes, frame, channel) > highest) {
                return false;
            }
        }
        return true;
    }

    /** Fills in the counts; tells which stand at a rail, a bit each. */
    int read(byte[] bytes, int frame, double[] fields) {
        int rails = 0;
        for (int channel = 0; channel < channels; channel++) {
            int count = count(bytes, frame, channel);
            fields[channel] = count;
            rails |= count == 0 || count == highest ? 1 << channel : 0;
        }
        return rails;
    }

    private int count(byte[] bytes, int frame, int channel) {
        int at = frame + first + 2 * channel;
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
