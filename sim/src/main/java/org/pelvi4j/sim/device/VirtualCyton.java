package org.pelvi4j.sim.device;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An OpenBCI Cyton behind its radio dongle, for clients that were written from its documentation: 33 bytes a frame,
 * eight inputs with gains, a counter, answers that end with {@code $$$}. The source's channels are at inputs 1, 2 and so
 * on; the other inputs read 0. Source: OpenBCI Cyton SDK and Cyton data format, firmware 3.1.1. Confined to one thread.
 */
public final class VirtualCyton implements Board {
    /** What the radio carries. Source: Cyton SDK: the dongle cannot stream more than 250 samples a second. */
    public static final double RATE_HZ = 250;

    private static final int FRAME_BYTES = 33;
    private static final int AUX = 26;

    /** Source: Cyton data format, packets with acceleration. */
    private static final int TAIL_ACCELERATION = 0xC0;

    /** As above: raw auxiliary bytes. */
    private static final int TAIL_AUX = 0xC1;

    /** As above: acceleration one axis at a time, with the board's time, just set; 0xC4 from then on. */
    private static final int TAIL_TIME_SET = 0xC3;

    /** At rest, flat: 1 g on the z axis at 0.002/16 g a count. */
    private static final int[] ACCELERATION = {0, 0, 8000};

    /** The accelerometer gives 25 values a second; between them the bytes are 0. */
    private static final int FRAMES_PER_ACCELERATION = 10;

    /** With a Daisy both sets of channels share the radio. Source: DOMAIN 3.8. */
    public static final double DAISY_RATE_HZ = 125;

    private final double rateHz;
    private final int channels;
    private final CytonInputs inputs = new CytonInputs();
    private final @Nullable CytonInputs daisy;
    private final CytonConsole console;
    private final byte[] frame = new byte[FRAME_BYTES];
    private final byte[] pair = new byte[2 * FRAME_BYTES];
    private final double[] carried;
    private boolean streaming;
    private boolean stamping;
    private boolean stampNew;
    private int counter;
    private long measured;

    /**
     * Creates a board that nobody has started.
     *
     * @param channels how many inputs have a source, 1 to 8
     * @param rateHz frames per second: 250 for the real board; a recording's own rate in a replay
     */
    public VirtualCyton(int channels, double rateHz) {
        this(channels, rateHz, false);
    }

    private VirtualCyton(int channels, double rateHz, boolean withDaisy) {
        int inputCount = withDaisy ? 2 * CytonInputs.COUNT : CytonInputs.COUNT;
        if (channels < 1 || channels > inputCount) {
            throw new IllegalArgumentException("channels: expected 1 to " + inputCount + " but was " + channels);
        }
        if (!(rateHz > 0)) {
            throw new IllegalArgumentException("rateHz: expected a positive number but was " + rateHz);
        }
        this.channels = channels;
        this.rateHz = rateHz;
        this.carried = new double[channels];
        this.daisy = withDaisy ? new CytonInputs() : null;
        this.console = new CytonConsole(this, inputs, daisy);
    }

    /**
     * Creates a board with a Daisy on it: sixteen inputs, each measured half as often, sent as pairs of frames of which
     * the one with the odd counter carries inputs 1 to 8. Here both leave at once.
     *
     * @param channels how many inputs have a source, 1 to 16
     * @param rateHz pairs per second: 125 for the real board
     * @return the board
     */
    public static VirtualCyton withDaisy(int channels, double rateHz) {
        return new VirtualCyton(channels, rateHz, true);
    }

    @Override
    public String name() {
        return "cyton";
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
        console.reset(out);
    }

    @Override
    public void opened(Outlet out) {
        // The dongle does not reset the board. Source: Cyton SDK, command v.
    }

    @Override
    public void receive(int value, long nowNanos, Outlet out) {
        console.receive(value, nowNanos, out);
    }

    @Override
    public boolean streaming() {
        return streaming && console.radioCarriesFrames();
    }

    /** The counter starts at 0 with every start. Source: the firmware's startADS. */
    void start() {
        streaming = true;
        counter = console.sixteen() ? 1 : 0;
    }

    void stop() {
        streaming = false;
    }

    boolean started() {
        return streaming;
    }

    void stamp(boolean on) {
        stamping = on;
        stampNew = on;
    }

    @Override
    public void measure(double[] values, Outlet out) {
        double seconds = measured++ / rateHz;
        CytonInputs more = daisy;
        if (more == null || !console.sixteen()) {
            fill(inputs, 0, values, seconds);
            out.frame(counter, frame, FRAME_BYTES, carried);
            counter = counter + 1 & 0xFF;
            return;
        }
        int odd = counter;
        fill(inputs, 0, values, seconds);
        System.arraycopy(frame, 0, pair, 0, FRAME_BYTES);
        counter = counter + 1 & 0xFF;
        fill(more, CytonInputs.COUNT, values, seconds);
        System.arraycopy(frame, 0, pair, FRAME_BYTES, FRAME_BYTES);
        counter = counter + 1 & 0xFF;
        out.frame(odd / 2, pair, pair.length, carried);
    }

    private void fill(CytonInputs eight, int first, double[] values, double seconds) {
        frame[0] = (byte) 0xA0;
        frame[1] = (byte) counter;
        for (int input = 0; input < CytonInputs.COUNT; input++) {
            int channel = first + input;
            int code = eight.code(input, channel < channels ? values[channel] : 0, seconds);
            put24(2 + 3 * input, code);
            if (channel < channels) {
                carried[channel] = eight.microvolts(input, code);
            }
        }
        putAux(seconds);
    }

    private void putAux(double seconds) {
        Arrays.fill(frame, AUX, FRAME_BYTES - 1, (byte) 0);
        int tail = console.accelerationMode() ? TAIL_ACCELERATION : TAIL_AUX;
        if (stamping) {
            tail = console.accelerationMode() ? TAIL_TIME_SET : TAIL_TIME_SET + 2;
            putStamp(seconds);
            tail += stampNew ? 0 : 1;
            stampNew = false;
        } else if (!console.accelerationMode()) {
            frame[AUX] = (byte) console.takeMarker();
        } else if (counter % FRAMES_PER_ACCELERATION == 0) {
            for (int axis = 0; axis < 3; axis++) {
                put16(AUX + 2 * axis, ACCELERATION[axis]);
            }
        }
        frame[FRAME_BYTES - 1] = (byte) tail;
    }

    private void putStamp(double seconds) {
        int axis = counter % 10 - 7;
        if (console.accelerationMode() && axis >= 0) {
            put16(AUX, ACCELERATION[axis]);
        }
        int millis = (int) Math.round(seconds * 1000);
        put16(AUX + 2, millis >>> 16);
        put16(AUX + 4, millis);
    }

    private void put16(int at, int value) {
        frame[at] = (byte) (value >> 8);
        frame[at + 1] = (byte) value;
    }

    private void put24(int at, int value) {
        frame[at] = (byte) (value >> 16);
        put16(at + 1, value);
    }

    @Override
    public boolean skip(int frames) {
        counter = counter + (console.sixteen() ? 2 * frames : frames) & 0xFF;
        return true;
    }
}
