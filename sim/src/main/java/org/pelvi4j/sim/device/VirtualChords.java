package org.pelvi4j.sim.device;

import java.nio.charset.StandardCharsets;

/**
 * An Arduino UNO with Upside Down Labs' Chords firmware: six channels, of 10 bits in an R3 and 14 in an R4, commands in
 * lines; any byte stops the stream. The source's channels come first, the others are in their middle. Source: DOMAIN 3.4. Confined to one
 * thread.
 */
public final class VirtualChords implements Board {
    /** Of an UNO R3. Source: DOMAIN 3.4. */
    public static final double R3_RATE_HZ = 250;

    /** Of an UNO R4. Source: the same. */
    public static final double R4_RATE_HZ = 500;

    /** Of the amplifier before it, which the user sets; the driver must be told. (P) */
    public static final double GAIN = 1000;

    private static final int R3_BITS = 10;
    private static final int R4_BITS = 14;
    private static final double REFERENCE_MICROVOLTS = 5e6;

    private static final int CHANNELS = 6;
    private static final int LONGEST_COMMAND = 64;

    private final String answer;

    /** 5 V in so many bits behind that gain. */
    private final AdcScale scale;

    private final double rateHz;
    private final byte[] frame = new byte[4 + 2 * CHANNELS];
    private final double[] carried;
    private final StringBuilder line = new StringBuilder();
    private boolean streaming;
    private int counter;

    /**
     * Creates an UNO R3 without power.
     *
     * @param channels how many have a source, 1 to 6
     * @param rateHz frames per second
     * @return the board
     */
    public static VirtualChords unoR3(int channels, double rateHz) {
        return new VirtualChords("UNO-R3", R3_BITS, channels, rateHz);
    }

    /**
     * Creates an UNO R4 without power.
     *
     * @param channels how many have a source, 1 to 6
     * @param rateHz frames per second
     * @return the board
     */
    public static VirtualChords unoR4(int channels, double rateHz) {
        return new VirtualChords("UNO-R4", R4_BITS, channels, rateHz);
    }

    private VirtualChords(String answer, int bits, int channels, double rateHz) {
        if (channels < 1 || channels > CHANNELS) {
            throw new IllegalArgumentException("channels: expected 1 to 6 but was " + channels);
        }
        this.answer = answer;
        this.scale = new AdcScale(bits, REFERENCE_MICROVOLTS / (1 << bits) / GAIN);
        this.carried = new double[channels];
        this.rateHz = rateHz;
    }

    @Override
    public String name() {
        return "chords";
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
        streaming = false;
        line.setLength(0);
    }

    /** Here it does not reset when its port is opened, as an R4. */
    @Override
    public void opened(Outlet out) {
        line.setLength(0);
    }

    @Override
    public void receive(int value, long nowNanos, Outlet out) {
        streaming = false;
        if (value != '\n') {
            line.append(value == '\r' || line.length() == LONGEST_COMMAND ? "" : (char) value);
            return;
        }
        String command = line.toString().strip();
        line.setLength(0);
        switch (command) {
            case "WHORU" -> say(out, answer);
            case "STATUS" -> say(out, "STOPPED");
            case "STOP" -> {
                // Stopped by its first byte.
            }
            case "START" -> {
                streaming = true;
                counter = 0;
            }
            default -> say(out, "UNKNOWN COMMAND");
        }
    }

    private static void say(Outlet out, String text) {
        out.text((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public void measure(double[] values, Outlet out) {
        frame[0] = (byte) 0xC7;
        frame[1] = 0x7C;
        frame[2] = (byte) counter;
        for (int i = 0; i < CHANNELS; i++) {
            int code = scale.code(i < carried.length ? values[i] : 0);
            frame[3 + 2 * i] = (byte) (code >> 8);
            frame[4 + 2 * i] = (byte) code;
            if (i < carried.length) {
                carried[i] = scale.microvolts(code);
            }
        }
        frame[frame.length - 1] = 1;
        out.frame(counter, frame, frame.length, carried);
        counter = counter + 1 & 0xFF;
    }

    @Override
    public boolean skip(int frames) {
        counter = counter + frames & 0xFF;
        return true;
    }
}
