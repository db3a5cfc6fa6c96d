package org.pelvi4j.sensor.abp;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cAddress;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.sensor.Transfer;
import org.pelvi4j.time.Clock;

/**
 * A Honeywell ABP: it converts without being asked, two bytes hold status and pressure. Source: DOMAIN.md 3.13. Confined
 * to one thread.
 */
public final class Abp implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "range", "rate");

    private static final int NORMAL = 0;
    private static final int COMMAND_MODE = 1;
    private static final int STALE = 2;
    private static final int COUNTS = 0x3FFF;
    /** From 10 to 90 % of 14 bits. Source: DOMAIN.md 3.13. */
    private static final double LOW_COUNT = 1638;

    private static final double HIGH_COUNT = 14745;
    private static final double USUAL_HZ = 100;
    private static final double MOST_HZ = 400;
    /** What is read again sooner is stale. Source: ABP data sheet, an update in 1 ms typically. */
    private static final long UPDATE_NANOS = 2_000_000;

    private static final double STUCK_SECONDS = 2;

    private final I2cAddress address;
    private final Transfer transfer;
    private final SensorInfo info;
    private final byte[] two = new byte[2];
    private @Nullable I2cDevice wire;

    private Abp(DeviceUri uri) {
        address = I2cAddress.of(uri);
        Span span = Span.of(uri, "");
        transfer = new Transfer(LOW_COUNT, HIGH_COUNT, COUNTS, span);
        info = new SensorInfo(
                "Honeywell ABP, " + span.text(),
                uri.number("rate", 10, MOST_HZ).orElse(USUAL_HZ),
                List.of(transfer.channel(0)));
    }

    /**
     * Reads the options {@code range}, of the part's order code, and {@code rate}.
     *
     * @param uri such as {@code i2c:1/0x28?chip=abp&range=5psi}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        return new Abp(uri.withOnly(OPTIONS));
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
    public void open(Ports ports, Clock clock) throws BusException {
        wire = ports.openI2c(address.bus(), address.address());
        int status = status();
        ports.pause(UPDATE_NANOS);
        if (status == COMMAND_MODE) {
            throw new BusException(
                    BusException.Kind.WRONG_DEVICE,
                    address + ": the ABP is in command mode, or what answers is no ABP; switch its supply off and on");
        }
    }

    private int status() throws BusException {
        I2cDevice device = wire;
        if (device == null) {
            throw new IllegalStateException("abp: expected to be open but was closed");
        }
        device.read(two);
        return two[0] >> 6 & 3;
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        int status = status();
        int count = (two[0] << 8 | (two[1] & 0xFF)) & COUNTS;
        if (status != NORMAL && status != STALE) {
            throw new BusException(
                    BusException.Kind.FAILED,
                    address + ": the ABP reports "
                            + (status == COMMAND_MODE ? "its command mode" : "a fault of its own")
                            + "; switch its supply off and on, then replace it");
        }
        values[0] = transfer.pascal(count);
        flaws[0] |= transfer.flaws(count) | (status == STALE ? Flaw.STALE : 0);
        return 1;
    }

    @Override
    public void close() {
        I2cDevice device = wire;
        wire = null;
        if (device != null) {
            device.close();
        }
    }
}
