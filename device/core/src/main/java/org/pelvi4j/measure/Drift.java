package org.pelvi4j.measure;

import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.sensor.Signal;

/**
 * How far rest has moved, slowly, from where it was measured: a baseline that follows the level in rest. Nothing is
 * corrected by it, since a drift and a raised tone look the same. Source: DOMAIN 1.11, 1.14. Confined to one thread.
 */
final class Drift {
    /** The baseline follows pressure no faster: 0.3 cmH2O/s. Source: DOMAIN 1.14. */
    private static final double PASCAL_PER_SECOND = 29.4;
    /** And EMG by this share of the range. Source: DOMAIN 1.14. */
    private static final double RANGE_PER_SECOND = 0.01;
    /** From this share of the range on it is told. Source: DOMAIN 1.14. */
    private static final double TOLD = 0.15;
    /** Less than this many standard deviations of rest is rest itself. Source: DOMAIN 1.14. */
    private static final double NOISES = 3;
    /** 2 cmH2O are nothing in pressure. Source: DOMAIN 1.14. */
    private static final double LEAST_PASCAL = 196;
    /** Letting go is over by then, also the slow one's. Source: DOMAIN 2.2. */
    private static final long SETTLED_NANOS = 2_000_000_000L;

    private final boolean pressure;
    private double rest = Double.NaN;
    private double range;
    private double least;
    private double baseline;
    private long restingFrom;
    private long lastNanos;
    private long awayFrom;
    private boolean away;
    private boolean told;

    Drift(Signal signal) {
        pressure = signal == Signal.PRESSURE;
    }

    void scale(Calibration scale) {
        if (rest != scale.rest()) {
            rest = scale.rest();
            baseline = rest;
            told = false;
        }
        range = scale.reference() - rest;
        least = Math.max(TOLD * range, Math.max(NOISES * scale.noise(), pressure ? LEAST_PASCAL : 0));
    }

    /** Rest begins, or goes on after what was not rest. */
    void resting(long atNanos) {
        restingFrom = atNanos + SETTLED_NANOS;
        lastNanos = restingFrom;
    }

    /** Takes a level in rest; tells whether it has just drifted too far. */
    boolean next(double level, long atNanos) {
        if (Double.isNaN(rest) || atNanos - restingFrom < 0) {
            return false;
        }
        double seconds = (atNanos - lastNanos) / 1e9;
        double most = seconds * (pressure ? PASCAL_PER_SECOND : RANGE_PER_SECOND * range);
        baseline += Math.max(-most, Math.min(most, level - baseline));
        lastNanos = atNanos;
        boolean far = Math.abs(baseline - rest) > least;
        awayFrom = far && !away ? atNanos : awayFrom;
        away = far;
        boolean now = far && !told;
        told |= far;
        return now;
    }

    /** Since when it is too far. */
    long fromNanos() {
        return awayFrom;
    }
}
