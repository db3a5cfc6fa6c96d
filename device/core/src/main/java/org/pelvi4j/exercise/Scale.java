package org.pelvi4j.exercise;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;

/** What the controller knows of the scale that efforts are on. */
final class Scale {
    /** Home before a scale is known: the off threshold of EMG. Source: DOMAIN 1.14. */
    private static final double USUAL_HOME = 0.12;

    private double home = USUAL_HOME;
    private boolean fixed;
    private @Nullable Calibration known;

    void set(Calibration calibration, boolean stays) {
        home = calibration.homeEffort();
        fixed = stays;
        known = calibration;
    }

    @Nullable
    Calibration known() {
        return known;
    }

    /** Whether levels may be judged. */
    boolean fixed() {
        return fixed;
    }

    /** The effort up to which a block's rest is kept. */
    double home(Block block) {
        return Double.isNaN(block.restBand()) ? home : block.restBand();
    }
}
