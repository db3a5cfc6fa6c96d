package org.pelvi4j.sensor.hx711;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.time.Clock;

/**
 * An HX711 that the kernel reads: it keeps the chip's times, which Java cannot promise. Each read waits for the next
 * conversion. Source: DOMAIN.md 3.1, 3.12. Confined to one thread.
 */
public final class Hx711Iio implements Chip {
    private static final Set<String> OPTIONS = Set.of("rate", "channel", "supply", "gain");

    /** The kernel tells offset binary. Source: DOMAIN.md 3.12. */
    private static final int OFFSET = 1 << 23;

    private static final double NANO = 1e9;
    private static final double STUCK_SECONDS = 2;

    private final String device;
    private final String channel;
    private final Bridge bridge;
    private final SensorInfo info;
    private final double wantedScale;
    private @Nullable IioDevice wire;
    private @Nullable Clock clock;
    private long readyNanos;
    private long countedNanos;
    private boolean counted;

    private Hx711Iio(DeviceUri uri) {
        device = uri.address();
        channel = "voltage" + uri.integer("channel", 0, 1).orElse(0);
        double supply = uri.number("supply", 2.6, 5.5).orElse(5.0);
        int gain = uri.integer("gain", 32, 128).orElse(128);
        bridge = Bridge.of(uri, "bridge on HX711 (kernel)", supply, gain);
        wantedScale = bridge.millivoltsPerCode();
        info = bridge.info(uri.number("rate", 10, 100).orElse(10.0));
    }

    /**
     * Reads the options: {@code rate} (10 or 80), {@code channel} (0 or 1), {@code supply} in volts and {@code gain}, by
     * which the kernel's scale is checked, and of the bridge {@code span} in mV at 5 V (75) and {@code full} in kPa (40).
     *
     * @param uri such as {@code iio:hx711?rate=80}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        var known = new TreeSet<>(OPTIONS);
        known.addAll(Bridge.OPTIONS);
        return new Hx711Iio(uri.withOnly(known));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public int stuckAfter() {
        return (int) Math.round(STUCK_SECONDS * info.rateHz());
    }

    @Override
    public boolean setsThePace() {
        return true;
    }

    @Override
    public long readyNanos() {
        return readyNanos;
    }

    @Override
    public void open(Ports ports, Clock time) throws BusException {
        clock = time;
        wire = ports.openIio(device, channel);
        double scale = opened(wire).millivoltsPerStep();
        // Within a fifth: the supply is told roughly, a wrong gain is a factor of two.
        if (!(Math.abs(scale / wantedScale - 1) < 0.2)) {
            throw new BusException(
                    BusException.Kind.WRONG_DEVICE,
                    "iio:" + device + ": expected a scale of " + wantedScale + " mV a step but the kernel tells "
                            + scale + "; give the 'supply' and 'gain' that it has");
        }
        counted = false;
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("iio: expected to be open but was closed");
        }
        return part;
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        int code = (int) (opened(wire).raw() - OFFSET);
        readyNanos = opened(clock).nowNanos();
        values[0] = bridge.pascal(code);
        flaws[0] |= bridge.flaws(code);
        long since = readyNanos - countedNanos;
        countedNanos = readyNanos;
        int steps = counted ? (int) Math.max(1, Math.round(since * info.rateHz() / NANO)) : 1;
        counted = true;
        return steps;
    }

    @Override
    public void close() {
        IioDevice device = wire;
        wire = null;
        if (device != null) {
            device.close();
        }
    }
}
