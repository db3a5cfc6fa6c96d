package org.pelvi4j.sim.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A Backyard Brains Muscle SpikerShield: 10,000 values of 10 bits a second over all its channels, two bytes each, without
 * counter or check sum. It measures the source at a fifth of that and draws straight lines between, so that a frame here
 * is five of its own. Newer sketches tell who they are, framed by escapes. Source: DOMAIN 3.7. Confined to one thread.
 */
public final class VirtualSpikerShield implements Board {
    /** How often it measures one channel here; five times as many values are sent. Source: DOMAIN 3.7, 10 kHz. */
    public static final double RATE_HZ = 2000;

    private static final int MOST_CHANNELS = 6;
    private static final int BETWEEN = 5;
    private static final int LONGEST_COMMAND = 32;
    private static final byte[] OPENER = {(byte) 0xFF, (byte) 0xFF, 1, 1, (byte) 0x80, (byte) 0xFF};
    private static final byte[] CLOSER = {(byte) 0xFF, (byte) 0xFF, 1, 1, (byte) 0x81, (byte) 0xFF};

    /** 5 V in 10 bits behind a gain of 1000. (P) */
    private static final AdcScale SCALE = new AdcScale(10, 5e6 / (1 << 10) / 1000);

    private final double rateHz;
    private final double[] before;
    private final double[] carried;
    private final StringBuilder line = new StringBuilder();
    private final byte[] bytes = new byte[2 * BETWEEN * MOST_CHANNELS];
    private int channels = 1;
    private boolean running;

    /**
     * Creates a board without power.
     *
     * @param channels how many have a source, 1 to 6
     * @param rateHz measurements per second, a fifth of the values it sends of each channel
     */
    public VirtualSpikerShield(int channels, double rateHz) {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("channels: expected 1 to 6 but was " + channels);
        }
        this.before = new double[channels];
        this.carried = new double[channels];
        this.rateHz = rateHz;
    }

    @Override
    public String name() {
        return "spikershield";
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public boolean hasBattery() {
        return false;
    }

    @Override
    public void powerOn(Outlet out) {
        running = false;
    }

    /** It resets when its port is opened, and begins by itself. */
    @Override
    public void opened(Outlet out) {
        running = true;
        channels = 1;
        line.setLength(0);
        Arrays.fill(before, 0);
        out.text("StartUp!\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void receive(int value, long nowNanos, Outlet out) {
        if (value != '\n') {
            line.append(line.length() == LONGEST_COMMAND ? "" : (char) value);
            return;
        }
        String command = line.toString().strip();
        line.setLength(0);
        if (command.startsWith("b:")) {
            out.text(OPENER);
            out.text("HWT:MUSCLESS;".getBytes(StandardCharsets.US_ASCII));
            out.text(CLOSER);
        } else if (command.matches("c:[1-6];")) {
            channels = command.charAt(2) - '0';
        }
    }

    @Override
    public boolean streaming() {
        return running;
    }

    @Override
    public void measure(double[] values, Outlet out) {
        int length = 0;
        for (int step = 1; step <= BETWEEN; step++) {
            for (int channel = 0; channel < channels; channel++) {
                double last = channel < before.length ? before[channel] : 0;
                double now = channel < before.length ? values[channel] : 0;
                int code = SCALE.code(last + (now - last) * step / BETWEEN);
                bytes[length++] = (byte) (code >> 7 | (channel == 0 ? 0x80 : 0));
                bytes[length++] = (byte) (code & 0x7F);
                if (channel < carried.length) {
                    carried[channel] = SCALE.microvolts(code);
                }
            }
        }
        System.arraycopy(values, 0, before, 0, before.length);
        out.frame(-1, bytes, length, carried);
    }

    @Override
    public boolean skip(int frames) {
        return false;
    }
}
