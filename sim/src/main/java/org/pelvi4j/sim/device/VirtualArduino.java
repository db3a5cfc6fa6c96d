package org.pelvi4j.sim.device;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/**
 * An Arduino that prints a line per sample, {@code emg:12.34,abd:3.21} or plain numbers, ended by CR LF. It resets when a
 * program opens its port and prints a banner; then it prints for ever and takes no commands. Source: DOMAIN 3.3.
 * Confined to one thread.
 */
public final class VirtualArduino implements Board {
    private static final byte[] BANNER = "pelvi4j sketch, one line per sample\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SensorInfo info;
    private final boolean named;
    private final String format;
    private final double[] carried;
    private boolean running;

    /**
     * Creates a board without power.
     *
     * @param info what is at its inputs: rate, channels, ranges
     * @param named whether a name stands before each value
     * @param decimals digits after the point, 0 to 6
     */
    public VirtualArduino(SensorInfo info, boolean named, int decimals) {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("decimals: expected 0 to 6 but was " + decimals);
        }
        this.info = info;
        this.named = named;
        this.format = "%." + decimals + "f";
        this.carried = new double[info.channels().size()];
    }

    @Override
    public String name() {
        return "arduino";
    }

    @Override
    public double rateHz() {
        return info.rateHz();
    }

    @Override
    public boolean hasBattery() {
        return false;
    }

    @Override
    public void powerOn(Outlet out) {
        running = false;
    }

    @Override
    public void opened(Outlet out) {
        running = true;
        out.text(BANNER);
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
        var line = new StringBuilder();
        for (int i = 0; i < carried.length; i++) {
            Channel channel = info.channels().get(i);
            double held = Math.max(channel.minimum(), Math.min(channel.maximum(), values[i]));
            String number = String.format(Locale.ROOT, format, held);
            carried[i] = Double.parseDouble(number);
            line.append(i == 0 ? "" : ",")
                    .append(named ? name(channel) + ":" : "")
                    .append(number);
        }
        byte[] bytes = line.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        out.frame(-1, bytes, bytes.length, carried);
    }

    private static String name(Channel channel) {
        return switch (channel.role()) {
            case PFM -> channel.signal() == Signal.EMG ? "emg" : "press";
            case ABDOMINAL -> "abd";
            case DEEP -> "deep";
        };
    }

    @Override
    public boolean skip(int frames) {
        return false;
    }
}
