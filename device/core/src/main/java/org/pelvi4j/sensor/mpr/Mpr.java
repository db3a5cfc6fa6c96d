package org.pelvi4j.sensor.mpr;

import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cAddress;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.Honeywell24;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.sensor.Transfer;
import org.pelvi4j.time.Clock;

/**
 * A Honeywell MPR, as on the MPRLS breakout: that is an absolute part, so the air's pressure is taken off, by the option
 * {@code air} in hPa or, without it, by the first second, in which the probe must lie in air. Source: DOMAIN.md 3.13.
 * Confined to one thread.
 */
public final class Mpr implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "range", "rate", "transfer", "air", "kind");

    private static final int LAST_COUNT = 0xFFFFFF;
    private static final int ANSWER_BYTES = 4;
    private static final String BREAKOUT = "25psi";
    private static final double USUAL_HZ = 100;
    private static final double MOST_HZ = 140;
    private static final double STUCK_SECONDS = 1;
    private static final double USUAL_AIR_PASCAL = 101_325;
    /** Where people live and boards work. Source: chosen, from the Dead Sea to 4500 m. */
    private static final double LEAST_AIR_HPA = 550;

    private static final double MOST_AIR_HPA = 1100;
    /** The air is measured for so long, where it is not told. */
    private static final double AIR_SECONDS = 1;

    private final Honeywell24 part;
    private final Transfer transfer;
    private final SensorInfo info;
    private final int airSamples;
    private double airPascal;
    private double sum;
    private int summed;

    private Mpr(DeviceUri uri) {
        part = new Honeywell24(I2cAddress.of(uri), "MPR", ANSWER_BYTES);
        Span span = Span.of(uri, BREAKOUT);
        String function = uri.option("transfer").orElse("a");
        // Source: DOMAIN.md 3.13, shares of 24 bits.
        transfer = switch (function) {
            case "a" -> new Transfer(1_677_722, 15_099_494, LAST_COUNT, span);
            case "b" -> new Transfer(419_430, 3_774_874, LAST_COUNT, span);
            case "c" -> new Transfer(3_355_443, 13_421_773, LAST_COUNT, span);
            default -> throw uri.wrong("option 'transfer'", "a, b or c, a letter of the order code", function);
        };
        boolean absolute = absolute(uri);
        double told = uri.number("air", LEAST_AIR_HPA, MOST_AIR_HPA)
                .map(hpa -> 100 * hpa)
                .orElse(Double.NaN);
        if (!absolute && !Double.isNaN(told)) {
            throw uri.wrong(
                    "option 'air'", "kind=absolute with it", uri.option("air").orElse(""));
        }
        double rateHz = uri.number("rate", 10, MOST_HZ).orElse(USUAL_HZ);
        airSamples = absolute && Double.isNaN(told) ? (int) Math.round(AIR_SECONDS * rateHz) : 0;
        airPascal = !absolute ? 0 : Double.isNaN(told) ? USUAL_AIR_PASCAL : told;
        info = new SensorInfo(
                "Honeywell MPR, " + span.text() + (absolute ? " absolute" : ""),
                rateHz,
                List.of(transfer.channel(airPascal)));
    }

    private static boolean absolute(DeviceUri uri) {
        String kind = uri.option("kind").orElse("absolute");
        if (!kind.equals("absolute") && !kind.equals("gauge")) {
            throw uri.wrong("option 'kind'", "absolute, as the breakout, or gauge", kind);
        }
        return kind.equals("absolute");
    }

    /**
     * Reads the options {@code range} (25psi, the breakout's) and {@code transfer} (a, b or c), of the part's order code,
     * {@code kind} (absolute or gauge), {@code air} in hPa, and {@code rate}.
     *
     * @param uri such as {@code i2c:1/0x18?chip=mpr}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        return new Mpr(uri.withOnly(OPTIONS));
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
        part.open(ports);
        if (summed < airSamples) {
            sum = 0;
            summed = 0;
        }
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        int count = part.measure();
        double pascal = transfer.pascal(count);
        int ends = transfer.flaws(count) | part.flaws();
        if (summed < airSamples) {
            return weigh(pascal, ends);
        }
        values[0] = pascal - airPascal;
        flaws[0] |= ends;
        return 1;
    }

    /** The first second is the air's; nothing is handed on. It is kept when the wire fails: a probe is in place then. */
    private int weigh(double pascal, int ends) throws BusException {
        boolean air = ends == 0 && pascal >= 100 * LEAST_AIR_HPA && pascal <= 100 * MOST_AIR_HPA;
        if (!air) {
            throw new BusException(
                    BusException.Kind.FAILED,
                    "MPR: expected the air's pressure but was " + Math.round(pascal / 100)
                            + " hPa; take the probe out, or give air=HPA, or kind=gauge for a gauge part");
        }
        sum += pascal;
        if (++summed == airSamples) {
            airPascal = sum / airSamples;
        }
        return 0;
    }

    @Override
    public void close() {
        part.close();
    }
}
