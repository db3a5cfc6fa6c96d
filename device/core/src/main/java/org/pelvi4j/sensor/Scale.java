package org.pelvi4j.sensor;

import java.util.Set;
import org.pelvi4j.bus.DeviceUri;

/**
 * Turns the counts of a converter into microvolts at the electrodes. Immutable.
 *
 * @param bits of the converter; its middle is 0
 * @param microvoltsPerCount one step
 */
record Scale(int bits, double microvoltsPerCount) {
    /** The options that are read here. */
    static final Set<String> OPTIONS = Set.of("gain", "reference");

    /**
     * Reads the amplifier's gain and the converter's reference. A board whose amplifier is not known gives counts in the
     * place of microvolts: everything is relative to the person's own rest and maximum. Source: DOMAIN.md 3.4.
     */
    static Scale of(DeviceUri uri, int bits, double referenceVolts) {
        double reference = uri.number("reference", 0.5, 10).orElse(referenceVolts);
        return uri.number("gain", 1, 1e6)
                .map(gain -> new Scale(bits, reference * 1e6 / (1 << bits) / gain))
                .orElse(new Scale(bits, 1));
    }

    double microvolts(double counts) {
        return (counts - (1 << (bits - 1))) * microvoltsPerCount;
    }

    /** A channel from rail to rail. */
    Channel pattern() {
        return new Channel(Role.PFM, Signal.EMG, microvolts(0), microvolts((1 << bits) - 1), microvoltsPerCount);
    }
}
