package org.pelvi4j.sensor.analog;

import java.util.Locale;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.MyoWare;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;

/**
 * An analog sensor behind any converter: a straight line from volts at the converter's input to pascal or microvolt, and
 * where the sensor itself ends. Source: DOMAIN.md 3.3, 3.14. Immutable.
 *
 * @param name for people, such as {@code MPX5010}
 * @param signal what it measures
 * @param zeroVolts at the converter's input for a value of 0
 * @param perVolt pascal or microvolt for each volt more
 * @param lowVolts less than that no such sensor gives: it is not powered, or not connected
 * @param highVolts the sensor's own end: that or more is saturated
 */
public record AnalogSensor(
        String name, Signal signal, double zeroVolts, double perVolt, double lowVolts, double highVolts) {
    /** What is read here. */
    public static final Set<String> OPTIONS = Set.of("sensor", "supply", "divider", "points", "unit", "output", "pot");

    private static final String KNOWN = "mpx5010, mpx5050, xgzp6847a, myoware, oymotion or linear";
    /** The MPX parts and their dividers are made for it. Source: DOMAIN.md 3.14. */
    private static final double USUAL_SUPPLY = 5;
    /** Five volts to a converter of 3.3 V. Source: DOMAIN.md 3.14, "divide 2:3". */
    private static final double USUAL_DIVIDER = 2.0 / 3;
    /** Their output at no and at full pressure, as shares of the supply. Source: DOMAIN.md 3.14. */
    private static final double MPX_ZERO = 0.04;

    private static final double MPX_FULL = 0.94;
    /** Source: DOMAIN.md 3.3. */
    private static final double MYOWARE_VOLTS = 3.3;
    /** That far from its rails an amplifier clips. */
    private static final double RAIL_VOLTS = 0.001;
    /** What converters have as offset. */
    private static final double GROUND_VOLTS = 0.05;

    /** A part with the lowest offset is above that; a missing one is not. Source: MPX5010 data sheet, offset 0.2 V typical. */
    private static final double MPX_MISSING = 0.005;

    /** Checks the line. */
    public AnalogSensor {
        if (!(Math.abs(perVolt) > 0) || !(highVolts > lowVolts)) {
            throw new IllegalArgumentException("perVolt: expected a line but was " + perVolt + " a volt, " + lowVolts
                    + " V to " + highVolts + " V");
        }
    }

    /**
     * Reads the options {@code sensor}, {@code supply} in volts, {@code divider} (what share of the sensor's volts reaches
     * the converter), of a MyoWare {@code output} and {@code pot}, and for any other sensor {@code points=0.5:0,4.5:100}
     * (volts of the sensor and values) with {@code unit}.
     *
     * @param uri the converter's
     * @return the sensor behind it
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static AnalogSensor of(DeviceUri uri) {
        String kind = uri.option("sensor").orElse(uri.option("points").isPresent() ? "linear" : "missing");
        if (!kind.equals("linear")
                && (uri.option("points").isPresent() || uri.option("unit").isPresent())) {
            throw uri.wrong("option 'sensor'", "linear, when points and unit are given", kind);
        }
        if (!kind.equals("myoware")
                && MyoWare.OPTIONS.stream().anyMatch(o -> uri.option(o).isPresent())) {
            throw uri.wrong("option 'sensor'", "myoware, when output or pot are given", kind);
        }
        return switch (kind) {
            case "mpx5010" -> ratiometric(uri, "MPX5010", MPX_ZERO, MPX_FULL, 10_000);
            case "mpx5050" -> ratiometric(uri, "MPX5050", MPX_ZERO, MPX_FULL, 50_000);
            // The usual part of 40 kPa, 0.5 to 4.5 V at 5 V. Source: DOMAIN.md 3.14.
            case "xgzp6847a" -> ratiometric(uri, "XGZP6847A", 0.1, 0.9, 40_000);
            case "myoware" -> myoware(uri);
            case "oymotion" -> oymotion(divider(uri, 1));
            case "linear" -> Points.line(uri);
            default -> throw uri.wrong("option 'sensor'", KNOWN, kind);
        };
    }

    private static double supply(DeviceUri uri, double usual) {
        return uri.number("supply", 2.5, 5.5).orElse(usual);
    }

    static double divider(DeviceUri uri, double usual) {
        return uri.number("divider", 0.01, 1).orElse(usual);
    }

    private static AnalogSensor ratiometric(DeviceUri uri, String name, double zero, double full, double fullPascal) {
        double volts = supply(uri, USUAL_SUPPLY) * divider(uri, USUAL_DIVIDER);
        return new AnalogSensor(
                name,
                Signal.PRESSURE,
                zero * volts,
                fullPascal / ((full - zero) * volts),
                MPX_MISSING * volts,
                full * volts);
    }

    private static AnalogSensor myoware(DeviceUri uri) {
        MyoWare output = MyoWare.of(uri);
        double share = divider(uri, 1);
        double supply = supply(uri, MYOWARE_VOLTS);
        // An envelope rests near ground, where a converter tells a little less than nothing.
        double below = output == MyoWare.RAW ? RAIL_VOLTS : GROUND_VOLTS;
        return new AnalogSensor(
                output.text(),
                output.signal(),
                output.zeroVolts(supply) * share,
                output.perVolt(uri) / share,
                -below * share,
                (supply - RAIL_VOLTS) * share);
    }

    /** A gain of 1000 around 1.5 V, 0 to 3 V. Source: DOMAIN.md 3.3. */
    private static AnalogSensor oymotion(double share) {
        return new AnalogSensor(
                "OYMotion", Signal.EMG, 1.5 * share, 1000 / share, -RAIL_VOLTS * share, (3 - RAIL_VOLTS) * share);
    }

    /**
     * Turns volts into a value.
     *
     * @param volts at the converter's input
     * @return pascal or microvolt
     */
    public double value(double volts) {
        return (volts - zeroVolts) * perVolt;
    }

    /**
     * Judges volts.
     *
     * @param volts at the converter's input
     * @return bits of {@link Flaw}
     */
    public int flaws(double volts) {
        if (volts >= highVolts) {
            return Flaw.SATURATED;
        }
        return volts < lowVolts ? Flaw.OUT_OF_RANGE : 0;
    }

    /**
     * Describes a channel behind a converter.
     *
     * @param stepVolts the converter's step
     * @param mostVolts the greatest voltage that it can tell
     * @return range and resolution, for the pelvic floor
     */
    public Channel channel(double stepVolts, double mostVolts) {
        double one = value(lowVolts);
        double other = value(Math.min(highVolts, mostVolts));
        return new Channel(Role.PFM, signal, Math.min(one, other), Math.max(one, other), stepVolts * Math.abs(perVolt));
    }

    /**
     * Warns when the converter ends before the sensor does.
     *
     * @param uri the converter's
     * @param mostVolts the greatest voltage that it can tell
     * @throws IllegalArgumentException when less than a tenth of the sensor's range can be told
     */
    public void check(DeviceUri uri, double mostVolts) {
        if (!(mostVolts > zeroVolts + (highVolts - zeroVolts) / 10)) {
            throw uri.wrong(
                    "option 'sensor'",
                    String.format(Locale.ROOT, "one whose zero is well under the converter's %.3f V", mostVolts),
                    String.format(Locale.ROOT, "%s, zero at %.3f V", name, zeroVolts));
        }
    }
}
