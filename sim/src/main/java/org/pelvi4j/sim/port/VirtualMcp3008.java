package org.pelvi4j.sim.port;

import java.util.Arrays;
import java.util.Locale;
import org.pelvi4j.time.Clock;

/**
 * A 10-bit converter with eight inputs on SPI, or with 12 bits an MCP3208, bit by bit: start bit, mode, three bits of
 * input, a clock to sample, a null bit, the result. Source: MCP3004/3008 data sheet, 5.0. Confined to one thread, but for
 * {@link #text()}.
 */
public final class VirtualMcp3008 implements SpiChip {
    /** At 2.7 V; it is driven from 3.3 V. An MCP3208 is slower. Source: DOMAIN 3.11. */
    private static final int HIGHEST_HERTZ = 1_350_000;

    private static final int HIGHEST_HERTZ_12_BITS = 1_000_000;

    private static final int LOWEST_HERTZ = 10_000;
    private static final int COMMAND_BITS = 5;

    private final Voltages inputs;
    private final Clock clock;
    private final int bits;
    private final double referenceVolts;
    private volatile int last;

    /**
     * Creates a chip.
     *
     * @param inputs what is at CH0 to CH7
     * @param clock when it is asked
     * @param bits 10 for an MCP3008, 12 for an MCP3208
     * @param referenceVolts what the greatest code stands for
     */
    public VirtualMcp3008(Voltages inputs, Clock clock, int bits, double referenceVolts) {
        if (bits != 10 && bits != 12) {
            throw new IllegalArgumentException("bits: expected 10 or 12 but was " + bits);
        }
        this.inputs = inputs;
        this.clock = clock;
        this.bits = bits;
        this.referenceVolts = referenceVolts;
    }

    @Override
    public void opened(int hertz, int mode) {
        int highest = bits == 10 ? HIGHEST_HERTZ : HIGHEST_HERTZ_12_BITS;
        if ((mode != 0 && mode != 3) || hertz < LOWEST_HERTZ || hertz > highest) {
            throw new IllegalStateException("mcp3008: expected mode 0 or 3 and " + LOWEST_HERTZ + " to " + highest
                    + " Hz but was " + mode + " and " + hertz);
        }
    }

    @Override
    public void transfer(byte[] out, byte[] in) {
        Arrays.fill(in, (byte) 0);
        int start = 0;
        while (start < 8 * out.length && bit(out, start) == 0) {
            start++;
        }
        int first = start + COMMAND_BITS + 2;
        if (first + bits > 8 * out.length) {
            throw new IllegalStateException("mcp3008: expected a start bit and " + (COMMAND_BITS + 1 + bits)
                    + " clocks after it in one transfer but was " + 8 * out.length + " clocks in all");
        }
        boolean single = bit(out, start + 1) == 1;
        int input = bit(out, start + 2) << 2 | bit(out, start + 3) << 1 | bit(out, start + 4);
        last = code(single, input);
        for (int i = 0; i < bits; i++) {
            int set = last >> (bits - 1 - i) & 1;
            in[(first + i) / 8] |= (byte) (set << (7 - (first + i) % 8));
        }
    }

    private static int bit(byte[] bytes, int index) {
        return bytes[index / 8] >> (7 - index % 8) & 1;
    }

    private int code(boolean single, int input) {
        long now = clock.nowNanos();
        double volts = inputs.volts(input, now) - (single ? 0 : inputs.volts(input ^ 1, now));
        double code = Math.floor(volts / referenceVolts * (1 << bits));
        return (int) Math.max(0, Math.min((1 << bits) - 1, code));
    }

    /** The last code. */
    @Override
    public String text() {
        return String.format(Locale.ROOT, "%d", last);
    }
}
