package org.pelvi4j.sim.fault;

import org.pelvi4j.sim.draw.Draws;

/** Faults of the bytes on a wire. Confined to one thread. */
public final class WireFaults {
    private final Faults faults;
    private final Draws losses;
    private final Draws flips;
    private final Draws noise;

    /**
     * Creates it.
     *
     * @param faults which are on
     * @param draws split for each kind
     */
    public WireFaults(Faults faults, Draws draws) {
        this.faults = faults;
        this.losses = draws.split();
        this.flips = draws.split();
        this.noise = draws.split();
    }

    /**
     * Spoils bytes on their way.
     *
     * @param bytes the buffer, changed in place
     * @param length how many bytes count, from index 0
     * @return how many are left
     */
    public int spoil(byte[] bytes, int length) {
        if (!faults.any()) {
            return length;
        }
        double flood = faults.amount(FaultKind.FLOOD);
        double flip = faults.amount(FaultKind.BIT_FLIP);
        double loss = faults.amount(FaultKind.BYTE_LOSS);
        boolean wrongBaud = faults.isOn(FaultKind.WRONG_BAUD);
        int left = 0;
        for (int i = 0; i < length; i++) {
            int value = bytes[i] & 0xFF;
            if (!Double.isNaN(flood)) {
                value = flood < 0 ? (int) (noise.uniform() * 256) : (int) flood;
            }
            if (wrongBaud) {
                value = atHalfTheRate(value);
            }
            if (flip > 0 && flips.uniform() < flip) {
                value ^= 1 << (int) (flips.uniform() * 8);
            }
            if (!(loss > 0 && losses.uniform() < loss)) {
                bytes[left++] = (byte) value;
            }
        }
        return left;
    }

    /**
     * What a receiver at half the sender's rate makes of a byte: it samples start, 8 data bits and stop of 10 bits at
     * every second bit, then sees the idle line.
     */
    private static int atHalfTheRate(int value) {
        int line = value << 1 | 0xFFFF_FE00;
        int seen = 0;
        for (int bit = 0; bit < 8; bit++) {
            seen |= (line >> (2 * (bit + 1)) & 1) << bit;
        }
        return seen;
    }

    /**
     * Makes bytes that mean nothing.
     *
     * @param count how many
     * @return random bytes
     */
    public byte[] garbage(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (noise.uniform() * 256);
        }
        return bytes;
    }
}
