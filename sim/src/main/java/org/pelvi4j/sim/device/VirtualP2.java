package org.pelvi4j.sim.device;

/**
 * An Olimex SHIELD-EKG-EMG with the common sketch: 17 bytes a frame from the moment it has power, six channels of 10
 * bits, no commands. The source's channels come first. Source: DOMAIN 3.6. Confined to one thread.
 */
public final class VirtualP2 implements Board {
    /** It says 256 and loads its timer with 4 ms. Source: DOMAIN 3.6. */
    public static final double RATE_HZ = 250;

    private static final int CHANNELS = 6;
    private static final int FRAME_BYTES = 17;

    /** 5 V in 10 bits behind a gain of 2848. Source: DOMAIN 3.6. */
    private static final AdcScale SCALE = new AdcScale(10, 5e6 / (1 << 10) / 2848);

    private final double rateHz;
    private final byte[] frame = new byte[FRAME_BYTES];
    private final double[] carried;
    private boolean running;
    private int counter;

    /**
     * Creates a board without power.
     *
     * @param channels how many have a source, 1 to 6
     * @param rateHz frames per second
     */
    public VirtualP2(int channels, double rateHz) {
        if (channels < 1 || channels > CHANNELS) {
            throw new IllegalArgumentException("channels: expected 1 to 6 but was " + channels);
        }
        this.carried = new double[channels];
        this.rateHz = rateHz;
    }

    @Override
    public String name() {
        return "p2";
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

    /** It resets when its port is opened. */
    @Override
    public void opened(Outlet out) {
        running = true;
        counter = 0;
    }

    @Override
    public void receive(int value, long nowNanos, Outlet out) {
        // The sketch reads nothing.
    }

    @Override
    public boolean streaming() {
        return running;
    }

    @Override
    public void measure(double[] values, Outlet out) {
        frame[0] = (byte) 0xA5;
        frame[1] = 0x5A;
        frame[2] = 2;
        frame[3] = (byte) counter;
        for (int i = 0; i < CHANNELS; i++) {
            int code = SCALE.code(i < carried.length ? values[i] : 0);
            frame[4 + 2 * i] = (byte) (code >> 8);
            frame[5 + 2 * i] = (byte) code;
            if (i < carried.length) {
                carried[i] = SCALE.microvolts(code);
            }
        }
        frame[FRAME_BYTES - 1] = 0x0F;
        out.frame(counter, frame, FRAME_BYTES, carried);
        counter = counter + 1 & 0xFF;
    }

    @Override
    public boolean skip(int frames) {
        counter = counter + frames & 0xFF;
        return true;
    }
}
