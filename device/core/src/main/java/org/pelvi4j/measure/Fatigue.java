package org.pelvi4j.measure;

import java.util.List;

/** What tires over repetitions. Source: DOMAIN 1.4, 1.11, 1.13. Immutable. */
public final class Fatigue {
    /** Repetitions compared at the start and at the end. Source: DOMAIN 1.11. */
    private static final int COMPARED = 3;
    /** Below this share of the first three, twice in a row, the set ends early. Source: DOMAIN 1.13. */
    private static final double STOP_SHARE = 0.5;

    private Fatigue() {}

    /**
     * The fatigue index: 100 (1 - mean of the last three over mean of the first three).
     *
     * @param levels one per repetition, in order
     * @return percent; NaN with fewer than six repetitions
     */
    public static double index(List<Double> levels) {
        int n = levels.size();
        return n < 2 * COMPARED
                ? Double.NaN
                : 100 * (1 - mean(levels.subList(n - COMPARED, n)) / mean(levels.subList(0, COMPARED)));
    }

    /**
     * Tells whether the set should end: two repetitions in a row below half of the first three.
     *
     * @param levels one per repetition so far, in order
     * @return true to stop
     */
    public static boolean stop(List<Double> levels) {
        int n = levels.size();
        if (n < COMPARED + 2) {
            return false;
        }
        double least = STOP_SHARE * mean(levels.subList(0, COMPARED));
        return levels.get(n - 1) < least && levels.get(n - 2) < least;
    }

    /**
     * The fatigue rate index: how long a squeeze would last until it is at rest, if it went on falling as it does.
     *
     * @param squeeze its height above rest
     * @param sagPerSecond its slope, level per second
     * @return minutes; infinite when it does not fall
     */
    public static double rateMinutes(double squeeze, double sagPerSecond) {
        return sagPerSecond < 0 ? squeeze / -sagPerSecond / 60 : Double.POSITIVE_INFINITY;
    }

    private static double mean(List<Double> levels) {
        return levels.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
