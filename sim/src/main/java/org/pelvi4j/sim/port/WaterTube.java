package org.pelvi4j.sim.port;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.draw.Draws;

/**
 * A probe with nobody around it: in air at first, and from some second on at the end of a column of water, as
 * {@code water=20,5} says, 20 cm from the fifth second on. Confined to one thread.
 */
final class WaterTube implements Source {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,3}(?:\\.[0-9])?),([0-9]{1,3}(?:\\.[0-9]{1,3})?)");
    /** Source: DOMAIN 1.9. */
    private static final double PASCAL_PER_CENTIMETRE = 98.0665;

    private static final double MOST_PASCAL = 100_000;
    /** Water is never quite still; a sensor that repeats one code for seconds is stuck. (P) */
    private static final double RIPPLE_PASCAL = 5;

    private final SensorInfo info;
    private final double pascal;
    private final long airSamples;
    private final Draws ripples = Draws.of(20);
    private long taken;

    private WaterTube(double rateHz, double pascal, long airSamples) {
        this.info = new SensorInfo(
                "water",
                rateHz,
                List.of(
                        new Channel(Role.PFM, Signal.PRESSURE, -MOST_PASCAL, MOST_PASCAL, 1),
                        new Channel(Role.DEEP, Signal.PRESSURE, -MOST_PASCAL, MOST_PASCAL, 1)));
        this.pascal = pascal;
        this.airSamples = airSamples;
    }

    static WaterTube of(DeviceUri uri, double rateHz) {
        String text = uri.option("water").orElse("");
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw uri.wrong("option 'water'", "centimetres, and the second from which on, such as 20,5", text);
        }
        double height = Double.parseDouble(parts.group(1));
        return new WaterTube(
                rateHz, height * PASCAL_PER_CENTIMETRE, Math.round(Double.parseDouble(parts.group(2)) * rateHz));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public boolean next(double[] values) {
        Arrays.fill(values, (taken++ < airSamples ? 0 : pascal) + RIPPLE_PASCAL * ripples.gaussian());
        return true;
    }
}
