package org.pelvi4j.exercise;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;

/** What the controller knows of the scale that efforts are on. */
final class Scale {
    /** Home before a scale is known: the off threshold of EMG. Source: DOMAIN 1.14. */
    private static final double USUAL_HOME = 0.12;

    /** Source: DOMAIN 1.8. */
    private static final double FLICKER_NOISES = 3;

    private double home = USUAL_HOME;
    private boolean fixed;
    private @Nullable Calibration known;
    private @Nullable Target flicker;

    void set(Calibration calibration, boolean stays) {
        home = calibration.homeEffort();
        fixed = stays;
        known = calibration;
        double clear = FLICKER_NOISES * calibration.noise() / (calibration.reference() - calibration.rest());
        flicker = stays && calibration.flicker() ? new Target(Math.min(1, clear), Double.NaN) : null;
    }

    @Nullable
    Calibration known() {
        return known;
    }

    /** Rest is no longer where it was measured: levels say nothing until there is another scale. */
    void shifted() {
        fixed = false;
    }

    /** Whether levels may be judged. */
    boolean fixed() {
        return fixed;
    }

    /** Where a block's work should be: its target; for a flicker any rise of 3 standard deviations. Source: DOMAIN 1.8. */
    Target target(Block block) {
        Target clear = flicker;
        return clear != null && block.target().isSet() ? clear : block.target();
    }

    /** Whether any clear rise is a success, for a moment or longer. */
    boolean flicker() {
        return flicker != null;
    }

    /** The effort up to which a block's rest is kept. */
    double home(Block block) {
        return Double.isNaN(block.restBand()) ? home : block.restBand();
    }
}
