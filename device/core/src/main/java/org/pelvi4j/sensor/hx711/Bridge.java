package org.pelvi4j.sensor.hx711;

import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/**
 * A pressure bridge behind a converter of 24 bits, such as an MPS20N0040D: its span spreads so much from part to part that
 * only a calibration at a water column makes it pascals. Source: DOMAIN.md 3.12. Immutable.
 *
 * @param name for people
 * @param pascalPerMillivolt the bridge's line
 * @param millivoltsPerCode the converter's step
 * @param fullPascal where the bridge itself ends, however far the converter goes
 */
record Bridge(String name, double pascalPerMillivolt, double millivoltsPerCode, double fullPascal) {
    /** What is read here. */
    static final Set<String> OPTIONS = Set.of("span", "full");

    static final int TOP_CODE = 0x7FFFFF;
    static final int BOTTOM_CODE = -0x800000;
    private static final double CODES = 1 << 24;
    /** The supply at which data sheets tell the span. Source: DOMAIN.md 3.12. */
    private static final double SPAN_VOLTS = 5;
    /** The middle of 50 to 100 mV at 5 V. Source: DOMAIN.md 3.12. */
    private static final double USUAL_SPAN = 75;
    /** Source: DOMAIN.md 3.12, MPS20N0040D. */
    private static final double USUAL_FULL_KPA = 40;

    /** The bridge is fed by what feeds its converter: with less of it, it gives less. Source: DOMAIN.md 3.12, "both scale". */
    static Bridge of(DeviceUri uri, String name, double supplyVolts, int gain) {
        double span = uri.number("span", 1, 1000).orElse(USUAL_SPAN) * supplyVolts / SPAN_VOLTS;
        double full = 1000 * uri.number("full", 1, 1000).orElse(USUAL_FULL_KPA);
        return new Bridge(name, full / span, supplyVolts * 1000 / gain / CODES, full);
    }

    double pascal(int code) {
        return code * millivoltsPerCode * pascalPerMillivolt;
    }

    int flaws(int code) {
        return code >= TOP_CODE || code <= BOTTOM_CODE ? Flaw.SATURATED : 0;
    }

    SensorInfo info(double rateHz) {
        double least = Math.max(pascal(BOTTOM_CODE), -fullPascal);
        double most = Math.min(pascal(TOP_CODE), fullPascal);
        var channel = new Channel(Role.PFM, Signal.PRESSURE, least, most, Math.abs(pascal(1)));
        return new SensorInfo(name, rateHz, List.of(channel));
    }
}
