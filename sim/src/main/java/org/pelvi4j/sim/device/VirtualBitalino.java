package org.pelvi4j.sim.device;

import java.nio.charset.StandardCharsets;

/**
 * A BITalino (r)evolution: frames of 3 to 8 bytes without a sync byte, a counter of four bits and a check sum of four.
 * The source's channels are at A1 and A2; the other inputs are in their middle. Source: DOMAIN 3.5. Confined to one
 * thread.
 */
public final class VirtualBitalino implements Board {
    /** Source: DOMAIN 3.5, its fastest. */
    public static final double RATE_HZ = 1000;

    private static final int INPUTS = 6;
    private static final int MIDDLE = 512;
    private static final int[] LENGTHS = {0, 3, 4, 6, 7, 8, 8};
    private static final int[] RATE_DIVIDERS = {1000, 100, 10, 1};

    /** A value follows, which is no command whatever it looks like. Source: DOMAIN 3.5. */
    private static final int PULSE_WIDTH = 0xA3;

    /** Both are pulled up. */
    private static final int INPUT_PINS = 3;

    /** EMG: 3.3 V in 10 bits behind a gain of 1009. Source: DOMAIN 3.5. */
    private static final AdcScale SCALE = new AdcScale(10, 3.3e6 / (1 << 10) / 1009);

    /** One step of the check sum x4 + x + 1 for a nibble. Source: DOMAIN 3.5. */
    private static final int[] CRC = {0, 3, 6, 5, 12, 15, 10, 9, 11, 8, 13, 14, 7, 4, 1, 2};

    private final double rateHz;
    private final double[] carried;
    private final int[] selected = new int[INPUTS];
    private int selectedCount;
    private boolean acquiring;
    private int divider = 1;
    private long measured;
    private int counter;
    private int outputs;
    private int threshold;
    private boolean valueDue;

    /**
     * Creates a board without power.
     *
     * @param channels how many inputs have a source, 1 to 6
     * @param rateHz samples per second at its fastest
     */
    public VirtualBitalino(int channels, double rateHz) {
        if (channels < 1 || channels > INPUTS) {
            throw new IllegalArgumentException("channels: expected 1 to 6 but was " + channels);
        }
        this.carried = new double[channels];
        this.rateHz = rateHz;
    }

    @Override
    public String name() {
        return "bitalino";
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public boolean hasBattery() {
        return true;
    }

    @Override
    public void powerOn(Outlet out) {
        acquiring = false;
        divider = 1;
        outputs = 0;
        threshold = 0;
        valueDue = false;
    }

    @Override
    public void opened(Outlet out) {
        // Opening the port is no reset.
    }

    @Override
    public void receive(int value, long nowNanos, Outlet out) {
        if (valueDue) { // what is set there shows nowhere
            valueDue = false;
        } else if ((value & 0xF3) == 0xB3) {
            outputs = value >> 2 & 3;
        } else if (acquiring) {
            acquiring = value != 0x00 && value != 0xFF;
        } else if (value == PULSE_WIDTH) {
            valueDue = true;
        } else if (value == 0x07) {
            out.text("BITalino_v5.1\n".getBytes(StandardCharsets.US_ASCII));
        } else if (value == 0x0B) {
            out.text(state());
        } else if ((value & 0x3F) == 0x03) {
            divider = RATE_DIVIDERS[value >> 6];
        } else if ((value & 3) == 1 || (value & 3) == 2) {
            start(value >> 2);
        } else if ((value & 3) == 0) {
            threshold = value >> 2;
        }
    }

    private void start(int channels) {
        selectedCount = 0;
        for (int i = 0; i < INPUTS; i++) {
            if ((channels >> i & 1) == 1) {
                selected[selectedCount++] = i;
            }
        }
        acquiring = selectedCount > 0;
        counter = 0;
        measured = 0;
    }

    /** Six inputs and the battery in 16 bits, the threshold, and pins with the check sum. */
    private byte[] state() {
        byte[] bytes = new byte[16];
        for (int i = 0; i <= INPUTS; i++) {
            bytes[2 * i] = (byte) MIDDLE;
            bytes[2 * i + 1] = MIDDLE >> 8;
        }
        bytes[14] = (byte) threshold;
        bytes[15] = (byte) (outputs << 4);
        bytes[15] |= (byte) crc(bytes, bytes.length);
        return bytes;
    }

    @Override
    public boolean streaming() {
        return acquiring;
    }

    @Override
    public void measure(double[] values, Outlet out) {
        if (measured++ % divider != 0) {
            return;
        }
        byte[] frame = new byte[LENGTHS[selectedCount]];
        int bit = 4;
        for (int field = 0; field < selectedCount; field++) {
            int input = selected[field];
            int width = field < 4 ? 10 : 6;
            int code = input < carried.length ? SCALE.code(values[input]) : MIDDLE;
            int sent = code >> (10 - width);
            put(frame, bit, sent, width);
            bit += width;
            if (input < carried.length) {
                carried[input] = SCALE.microvolts(sent << (10 - width));
            }
        }
        int last = frame.length - 1;
        frame[last - 1] |= (byte) (INPUT_PINS << 6 | (outputs & 1) << 5 | (outputs >> 1) << 4);
        frame[last] = (byte) (counter << 4);
        frame[last] |= (byte) crc(frame, frame.length);
        out.frame(counter, frame, frame.length, carried);
        counter = counter + 1 & 0x0F;
    }

    /** Bits are laid, highest first, from the middle of the last byte but one backwards, byte for byte. */
    private static void put(byte[] frame, int from, int value, int width) {
        for (int i = 0; i < width; i++) {
            int place = from + i;
            int set = value >> (width - 1 - i) & 1;
            frame[frame.length - 2 - place / 8] |= (byte) (set << (7 - place % 8));
        }
    }

    /** Over all nibbles, the last of them, its own place, taken as 0. */
    private static int crc(byte[] bytes, int length) {
        int crc = 0;
        for (int nibble = 0; nibble < 2 * length - 1; nibble++) {
            int shift = nibble % 2 == 0 ? 4 : 0;
            crc = CRC[crc] ^ (bytes[nibble / 2] >> shift & 0x0F);
        }
        return CRC[crc];
    }

    @Override
    public boolean skip(int frames) {
        counter = counter + frames & 0x0F;
        return true;
    }
}
