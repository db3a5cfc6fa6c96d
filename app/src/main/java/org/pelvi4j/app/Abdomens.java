package org.pelvi4j.app;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.sensor.Signal;

/** What a set-up knows of the abdomen, as a person's setting. Immutable. */
final class Abdomens {
    private Abdomens() {}

    /** Rest, spread and reference in microvolt; empty for nothing. */
    static String text(@Nullable Calibration abdomen) {
        return abdomen == null ? "" : abdomen.rest() + " " + abdomen.noise() + " " + abdomen.reference();
    }

    /** The same back; null for nothing, or for what nobody can read. */
    static @Nullable Calibration read(String text) {
        try {
            double[] levels = Arrays.stream(text.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return levels.length != 3
                    ? null
                    : new Calibration(
                            Signal.EMG, levels[0], levels[1], levels[2], Calibration.How.MAXIMAL, Instant.EPOCH, "");
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
