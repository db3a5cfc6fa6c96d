package org.pelvi4j.exercise;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;

/** What the controller knows of the scale that efforts are on. */
final class Scale {
    /** Home before a scale is known: the off threshold of EMG. Source: DOMAIN 1.14. */
    private static final double USUAL_HOME = 0.12;

    /** A rise that is clear. Source: DOMAIN 1.8, 1.14. */
    private static final double CLEAR_NOISES = 3;

    private double home = USUAL_HOME;
    private boolean fixed;
    private @Nullable Calibration known;
    private boolean flicker;
    private double clear;
    private double from;
    private Target asked = Target.NONE;
    private Target aim = Target.NONE;

    void set(Calibration calibration, boolean stays) {
        home = calibration.homeEffort();
        fixed = stays;
        known = calibration;
        flicker = stays && calibration.flicker();
        asked = Target.NONE;
        clear = Math.min(1, CLEAR_NOISES * calibration.noise() / (calibration.reference() - calibration.rest()));
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

    /** The level from which the next work rises. */
    void from(double effort) {
        from = effort;
    }

    /**
     * What is compared with the target: the effort; for a flicker its rise above what was just before the work, since rest
     * itself moves by as much in minutes.
     */
    double counted(double effort) {
        return flicker ? effort - from : effort;
    }

    /**
     * Where a block's work should be: its target, but never nearer to rest than rest itself moves, 3 standard deviations;
     * for a flicker any such rise. A band that lies below is open upward then. Source: DOMAIN 1.8, 1.14.
     */
    Target target(Block block) {
        Target wanted = block.target();
        if (!wanted.isSet() || !(flicker || (fixed && wanted.lowEffort() < clear))) {
            return wanted;
        }
        if (!asked.equals(wanted)) {
            asked = wanted;
            boolean open = flicker || !(wanted.highEffort() > clear);
            aim = new Target(clear, open ? Double.NaN : wanted.highEffort());
        }
        return aim;
    }

    /** Whether any clear rise is a success, for a moment or longer. */
    boolean flicker() {
        return flicker;
    }

    /** The effort up to which a block's rest is kept. */
    double home(Block block) {
        return Double.isNaN(block.restBand()) ? home : block.restBand();
    }
}
