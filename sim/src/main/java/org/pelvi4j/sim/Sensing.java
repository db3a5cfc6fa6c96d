package org.pelvi4j.sim;

import java.util.List;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;

/**
 * How a body is measured. Immutable.
 *
 * @param signal what the sensor measures
 * @param rateHz samples per second: EMG 62.5 to 4000, pressure 1 to 1000
 * @param conversion how it samples EMG; pressure is sampled as it is
 * @param roles its channels in order: PFM alone, with ABDOMINAL for EMG, or with DEEP for pressure
 * @param topPascal the most pressure the sensor can tell; NaN for 50 kPa, enough for an anal probe
 */
public record Sensing(Signal signal, double rateHz, Conversion conversion, List<Role> roles, double topPascal) {
    /** Channels have their resolution from a converter of 16 bits, which an EDF file keeps to the bit. (P) */
    private static final double EMG_STEP_MICROVOLTS = 0.25;

    private static final double EMG_RANGE_MICROVOLTS = 8192;

    /** Source: DOMAIN 1.4, anal sensors. */
    private static final double MOST_PASCAL = 50_000;

    /** Checks what can be measured together. */
    public Sensing {
        roles = List.copyOf(roles);
        boolean emg = signal == Signal.EMG;
        double least = emg ? 62.5 : 1;
        double most = emg ? 4000 : 1000;
        if (!(rateHz >= least && rateHz <= most)) {
            throw new IllegalArgumentException(
                    "rateHz: expected " + least + " to " + most + " for " + signal + " but was " + rateHz);
        }
        Role second = emg ? Role.ABDOMINAL : Role.DEEP;
        if (!roles.equals(List.of(Role.PFM)) && !roles.equals(List.of(Role.PFM, second))) {
            throw new IllegalArgumentException(
                    "roles: expected PFM, or PFM and " + second + " for " + signal + " but was " + roles);
        }
    }

    /**
     * A sensor with a usual range.
     *
     * @param signal what the sensor measures
     * @param rateHz samples per second
     * @param conversion how it samples
     * @param roles its channels in order
     */
    public Sensing(Signal signal, double rateHz, Conversion conversion, List<Role> roles) {
        this(signal, rateHz, conversion, roles, Double.NaN);
    }

    /**
     * One EMG channel behind a low-pass.
     *
     * @param rateHz samples per second
     * @return the pelvic floor's EMG
     */
    public static Sensing emg(double rateHz) {
        return new Sensing(Signal.EMG, rateHz, Conversion.LOW_PASS, List.of(Role.PFM));
    }

    /**
     * One pressure channel.
     *
     * @param rateHz samples per second
     * @return the pressure at the pelvic floor
     */
    public static Sensing pressure(double rateHz) {
        return new Sensing(Signal.PRESSURE, rateHz, Conversion.PLAIN, List.of(Role.PFM));
    }

    /**
     * The same through another converter.
     *
     * @param other how it samples
     * @return the same otherwise
     */
    public Sensing through(Conversion other) {
        return new Sensing(signal, rateHz, other, roles, topPascal);
    }

    /**
     * The same with the second channel that tells a lift from a push.
     *
     * @return abdominal EMG, or the deep pressure zone, beside the first
     */
    public Sensing withSecondChannel() {
        return new Sensing(
                signal, rateHz, conversion, List.of(Role.PFM, emg() ? Role.ABDOMINAL : Role.DEEP), topPascal);
    }

    /** A sensor that ends earlier; NaN for the usual end. */
    Sensing endingAt(double pascal) {
        return new Sensing(signal, rateHz, conversion, roles, pascal);
    }

    boolean emg() {
        return signal == Signal.EMG;
    }

    /** Range and step of a good sensor. */
    List<Channel> channels() {
        double top = Double.isNaN(topPascal) ? MOST_PASCAL : topPascal;
        return roles.stream()
                .map(role -> emg()
                        ? new Channel(
                                role,
                                Signal.EMG,
                                -EMG_RANGE_MICROVOLTS,
                                EMG_RANGE_MICROVOLTS - EMG_STEP_MICROVOLTS,
                                EMG_STEP_MICROVOLTS)
                        : new Channel(role, Signal.PRESSURE, -10_000, top, 1))
                .toList();
    }
}
