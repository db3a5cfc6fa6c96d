package org.pelvi4j.calibration;

import java.util.Arrays;
import org.pelvi4j.signal.Conditioned;

/** One stretch of a measurement: its levels in order, and how much of it was there. Confined to one thread. */
final class Take {
    /** Of a stretch up to this share may be missing or bad; it is left out. Source: ours, what counts as a poor signal. */
    private static final double MOST_LOST = 0.05;

    private final double rateHz;
    private double[] levels = new double[4096];
    private int filled;
    private long fromNanos;
    private long newestNanos;
    private long instants;
    private long good;

    Take(double rateHz) {
        this.rateHz = rateHz;
    }

    void begin() {
        filled = 0;
        instants = 0;
        good = 0;
    }

    /** An instant that can be used or not: a silent wire has no samples to count, and shows in the time that passes. */
    void sees(Conditioned now, boolean usable) {
        fromNanos = instants == 0 ? now.atNanos() : fromNanos;
        newestNanos = now.atNanos();
        instants++;
        good += usable ? 1 : 0;
    }

    void add(double level) {
        if (filled == levels.length) {
            levels = Arrays.copyOf(levels, 2 * filled);
        }
        levels[filled] = level;
        filled++;
    }

    double[] levels() {
        return Arrays.copyOf(levels, filled);
    }

    boolean torn() {
        double seconds = instants > 0 ? (newestNanos - fromNanos) / 1e9 : 0;
        return good < (1 - MOST_LOST) * seconds * rateHz;
    }
}
