package org.pelvi4j.sim.port;

import java.util.Arrays;
import java.util.Locale;

/**
 * A strip of WS2812B on SPI's data line: pulses are measured as the LEDs do, from the clock rate and the bits. A pulse of
 * the wrong length, colours that are not whole, and a transfer without the closing silence are refused. Source: WS2812B
 * data sheet by DOMAIN 3.17. Confined to one thread, but for {@link #text()}.
 */
public final class VirtualWs2812 implements SpiChip {
    private static final double TOLERANCE_SECONDS = 0.15e-6;
    private static final double SHORT_SECONDS = 0.4e-6;
    private static final double LONG_SECONDS = 0.8e-6;
    private static final double LOW_AFTER_SHORT_SECONDS = 0.85e-6;
    private static final double LOW_AFTER_LONG_SECONDS = 0.45e-6;

    /** Of newer parts. Source: DOMAIN 3.17. */
    private static final double SILENCE_SECONDS = 280e-6;

    private final int leds;
    private volatile int[] colours;
    private int hertz;

    /**
     * Creates a dark strip.
     *
     * @param leds how many
     */
    public VirtualWs2812(int leds) {
        this.leds = leds;
        this.colours = new int[leds];
    }

    @Override
    public void opened(int rate, int mode) {
        if (mode != 0) {
            throw new IllegalStateException("ws2812: expected mode 0 but was " + mode);
        }
        hertz = rate;
    }

    @Override
    public void transfer(byte[] out, byte[] in) {
        Arrays.fill(in, (byte) 0);
        int[] grb = new int[leds];
        int bits = 0;
        int end = 8 * out.length;
        int at = run(out, 0, false);
        while (at < end) {
            int falls = run(out, at, true);
            int rises = run(out, falls, false);
            boolean one = bit((falls - at) / (double) hertz, bits);
            if (rises < end) {
                low((rises - falls) / (double) hertz, one, bits);
            } else if ((rises - falls) / (double) hertz < SILENCE_SECONDS) {
                throw new IllegalStateException(
                        "ws2812: expected at least 280 us of silence at the end of the transfer");
            }
            int led = bits / 24;
            if (led < leds && one) {
                grb[led] |= 1 << (23 - bits % 24);
            }
            bits++;
            at = rises;
        }
        if (bits % 24 != 0) {
            throw new IllegalStateException("ws2812: expected whole colours of 24 bits but was " + bits + " bits");
        }
        show(grb, bits / 24);
    }

    private void show(int[] grb, int count) {
        int[] shown = colours.clone();
        for (int i = 0; i < Math.min(count, leds); i++) {
            shown[i] = (grb[i] & 0x00FF00) << 8 | (grb[i] & 0xFF0000) >> 8 | (grb[i] & 0xFF);
        }
        colours = shown;
    }

    /** The end of a run of equal bits. */
    private static int run(byte[] out, int from, boolean high) {
        int at = from;
        while (at < 8 * out.length && ((out[at / 8] >> (7 - at % 8) & 1) == 1) == high) {
            at++;
        }
        return at;
    }

    private static boolean bit(double highSeconds, int number) {
        if (Math.abs(highSeconds - SHORT_SECONDS) <= TOLERANCE_SECONDS) {
            return false;
        }
        if (Math.abs(highSeconds - LONG_SECONDS) <= TOLERANCE_SECONDS) {
            return true;
        }
        throw wrong("high for 0.4 or 0.8 us", highSeconds, number);
    }

    private static void low(double lowSeconds, boolean one, int number) {
        double expected = one ? LOW_AFTER_LONG_SECONDS : LOW_AFTER_SHORT_SECONDS;
        if (Math.abs(lowSeconds - expected) > TOLERANCE_SECONDS) {
            throw wrong("low for " + expected * 1e6 + " us", lowSeconds, number);
        }
    }

    private static IllegalStateException wrong(String expected, double seconds, int number) {
        return new IllegalStateException(String.format(
                Locale.ROOT, "ws2812: bit %d: expected %s but was %.3f us", number, expected, seconds * 1e6));
    }

    /**
     * Looks at an LED.
     *
     * @param index from 0
     * @return 0xRRGGBB
     */
    public int colour(int index) {
        return colours[index];
    }

    /** The colours as six hexadecimal digits each, {@code ......} for a dark one. */
    @Override
    public String text() {
        return String.join(
                " ",
                Arrays.stream(colours)
                        .mapToObj(c -> c == 0 ? "......" : String.format(Locale.ROOT, "%06x", c))
                        .toList());
    }
}
