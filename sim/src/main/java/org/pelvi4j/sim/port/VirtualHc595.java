package org.pelvi4j.sim.port;

/**
 * LEDs on a chain of 74HC595 on SPI, the select line as latch. Source: DOMAIN 3.17. Confined to one thread, but for
 * {@link #text()}.
 */
public final class VirtualHc595 implements SpiChip {
    /** Longer wires do not carry more. Source: DOMAIN 3.17. */
    private static final int HIGHEST_HERTZ = 1_000_000;

    private final byte[] shifted;
    private final int leds;
    private volatile long outputs;

    /**
     * Creates a dark bar.
     *
     * @param leds how many, 1 to 64
     */
    public VirtualHc595(int leds) {
        if (leds < 1 || leds > Long.SIZE) {
            throw new IllegalArgumentException("leds: expected 1 to 64 but was " + leds);
        }
        this.leds = leds;
        this.shifted = new byte[(leds + 7) / 8];
    }

    @Override
    public void opened(int hertz, int mode) {
        if (mode != 0 || hertz > HIGHEST_HERTZ) {
            throw new IllegalStateException(
                    "hc595: expected mode 0 and at most " + HIGHEST_HERTZ + " Hz but was " + mode + " and " + hertz);
        }
    }

    /** What is shifted through the chain's end is lost; the first byte ends in the chip that is furthest. */
    @Override
    public void transfer(byte[] out, byte[] in) {
        for (int i = 0; i < out.length; i++) {
            in[i] = shifted[shifted.length - 1];
            System.arraycopy(shifted, 0, shifted, 1, shifted.length - 1);
            shifted[0] = out[i];
        }
        long latched = 0;
        for (int chip = 0; chip < shifted.length; chip++) {
            latched |= (shifted[chip] & 0xFFL) << (8 * chip);
        }
        outputs = latched;
    }

    /** {@code #} for a lit LED, {@code .} for a dark one, the nearest chip's first output first. */
    @Override
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < leds; i++) {
            text.append((outputs >> i & 1) == 1 ? '#' : '.');
        }
        return text.toString();
    }
}
