package org.pelvi4j.calibration;

import java.util.Arrays;

/** The levels of one trial, so many per second, and what rest was just before it. Immutable. */
final class Trial {
    /** The best stretch of a trial. Source: DOMAIN 1.8. */
    private static final double BEST_SECONDS = 3;

    private final double[] levels;
    private final double perSecond;
    private final double before;

    Trial(double[] levels, double perSecond, double before) {
        this.levels = levels;
        this.perSecond = perSecond;
        this.before = before;
    }

    boolean tooShort() {
        return levels.length < Math.round(BEST_SECONDS * perSecond);
    }

    /** The mean of the best 3 s. */
    double best() {
        return best(levels, BEST_SECONDS);
    }

    /** How far the best 3 s lie above what was before the trial. */
    double rise() {
        return rise(BEST_SECONDS);
    }

    /** How far the best stretch of so many seconds lies above what was before the trial. */
    double rise(double seconds) {
        return best(levels, seconds) - before;
    }

    /** How far the lowest 3 s lie below it. */
    double fall() {
        return before + best(Arrays.stream(levels).map(v -> -v).toArray(), BEST_SECONDS);
    }

    private double best(double[] of, double seconds) {
        int window = (int) Math.min(of.length, Math.max(1, Math.round(seconds * perSecond)));
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i + window <= of.length; i++) {
            best = Math.max(best, RestLevel.mean(of, i, i + window));
        }
        return best;
    }
}
