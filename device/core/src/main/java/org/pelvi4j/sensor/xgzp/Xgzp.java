package org.pelvi4j.sensor.xgzp;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cAddress;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.time.Clock;

/**
 * An XGZP6847D or 6897D made to its data sheet 2.x: each conversion is commanded and waited for. Source: DOMAIN.md 3.14.
 * Confined to one thread.
 */
public final class Xgzp implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "range", "rate");

    private static final int ADDRESS = 0x6D;
    /** Parts to data sheet 3.x, with other registers. */
    private static final int NEWER_ADDRESS = 0x58;

    private static final int COMMAND = 0x30;
    private static final int COMBINED_CONVERSION = 0x0A;
    private static final int RUNNING = 0x08;
    private static final int PRESSURE = 0x06;
    private static final int RAIL = 0x7FFFFF;

    private static final long FIRST_WAIT_NANOS = 5_000_000;
    /** A part that was left in a conversion is through with it by then. Source: DOMAIN.md 3.14. */
    private static final long LONGEST_NANOS = 20_000_000;

    private static final long POLL_NANOS = 1_000_000;
    /** Source: DOMAIN.md 3.14, 20 ms at most, and half as much again. */
    private static final int MOST_POLLS = 25;

    private static final double USUAL_HZ = 40;
    private static final double MOST_HZ = 45;
    private static final double STUCK_SECONDS = 1;
    /** It goes on a little beyond its range. (P) */
    private static final double BEYOND = 0.05;

    /** Ranges in kPa up to which a divisor holds: 8192 under 1, 4096 under 2, then halved. Source: DOMAIN.md 3.14. */
    private static final double[] UP_TO_KPA = {4, 8, 16, 32, 65, 131, 260, 500, 1000};

    private static final int FIRST_DIVISOR = 2048;

    private final I2cAddress address;
    private final SensorInfo info;
    private final double divisor;
    private final double mostPascal;
    private final byte[] command = {COMMAND, COMBINED_CONVERSION};
    private final byte[] pointer = new byte[1];
    private final byte[] one = new byte[1];
    private final byte[] five = new byte[5];
    /** Whether the last conversion was waited for; in a conversion no command may come. */
    private boolean finished = true;

    private @Nullable I2cDevice wire;
    private @Nullable Ports ports;

    private Xgzp(DeviceUri uri) {
        address = I2cAddress.of(uri);
        if (address.address() == NEWER_ADDRESS) {
            throw uri.wrong(
                    "address",
                    "0x6d: a part at 0x58 is made to data sheet 3.x, has other registers, and is not known here",
                    uri.address());
        }
        if (address.address() != ADDRESS) {
            throw uri.wrong("address", "BUS/0x6d, the only one it has", uri.address());
        }
        Span span = Span.of(uri, "");
        divisor = divisor(uri, span.highPascal() / 1000);
        mostPascal = span.highPascal() * (1 + BEYOND);
        double leastPascal = span.lowPascal() < 0 ? span.lowPascal() * (1 + BEYOND) : -BEYOND * span.highPascal();
        info = new SensorInfo(
                "XGZP68xxD, " + span.text(),
                uri.number("rate", 10, MOST_HZ).orElse(USUAL_HZ),
                List.of(new Channel(Role.PFM, Signal.PRESSURE, leastPascal, mostPascal, 1 / divisor)));
    }

    private static double divisor(DeviceUri uri, double rangeKpa) {
        if (rangeKpa < 1) {
            return 4 * FIRST_DIVISOR;
        }
        if (rangeKpa < 2) {
            return 2 * FIRST_DIVISOR;
        }
        for (int i = 0; i < UP_TO_KPA.length; i++) {
            if (rangeKpa <= UP_TO_KPA[i]) {
                return FIRST_DIVISOR >> i;
            }
        }
        throw uri.wrong("option 'range'", "at most 1000kPa", rangeKpa + "kPa");
    }

    /**
     * Reads the options {@code range}, of the part's order code, and {@code rate}.
     *
     * @param uri such as {@code i2c:1/0x6d?chip=xgzp&range=40kPa}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        return new Xgzp(uri.withOnly(OPTIONS));
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
    public void open(Ports opener, Clock clock) throws BusException {
        ports = opener;
        wire = opener.openI2c(address.bus(), address.address());
        finished = true;
        if ((status() & RUNNING) != 0) {
            opener.pause(MOST_POLLS * POLL_NANOS);
            if ((status() & RUNNING) != 0) {
                throw new BusException(
                        BusException.Kind.WRONG_DEVICE,
                        address + ": what answers is no XGZP68xxD; check the address with: i2cdetect -y "
                                + address.bus());
            }
        }
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("xgzp: expected to be open but was closed");
        }
        return part;
    }

    private int status() throws BusException {
        read(COMMAND, one);
        return one[0];
    }

    private void read(int register, byte[] into) throws BusException {
        pointer[0] = (byte) register;
        opened(wire).write(pointer);
        opened(wire).read(into);
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        Ports time = opened(ports);
        if (!finished) {
            time.pause(LONGEST_NANOS);
        }
        finished = false;
        opened(wire).write(command);
        time.pause(FIRST_WAIT_NANOS);
        int polls = 0;
        while ((status() & RUNNING) != 0) {
            if (++polls > MOST_POLLS) {
                throw new BusException(BusException.Kind.NO_ANSWER, address + ": the XGZP68xxD does not finish");
            }
            time.pause(POLL_NANOS);
        }
        read(PRESSURE, five);
        finished = true;
        int raw = (five[0] << 16) | (five[1] & 0xFF) << 8 | (five[2] & 0xFF);
        values[0] = raw / divisor;
        boolean end = raw >= RAIL || raw <= -RAIL || values[0] >= mostPascal;
        flaws[0] |= end ? Flaw.SATURATED : 0;
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
