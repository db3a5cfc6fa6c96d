package org.pelvi4j.exercise;

/**
 * What the person is asked to do from now on. Immutable.
 *
 * @param kind what
 * @param rep the repetition, from 1; 0 before the first
 * @param set the set, from 1
 * @param startNanos when it begins
 * @param endNanos the deadline that ends it whatever happens
 * @param goalLow the least effort in the goal, 0 to 1; -0.1 for home, where less is as good; NaN when there is no goal
 * @param goalHigh the greatest effort in the goal; NaN when it is open upward
 * @param byFeel whether the level stays hidden in this repetition
 * @param segment what an assessment calls it, such as {@code tonic}; empty in an exercise
 */
public record Cue(
        Kind kind,
        int rep,
        int set,
        long startNanos,
        long endNanos,
        double goalLow,
        double goalHigh,
        boolean byFeel,
        String segment) {
    /** What is asked. */
    public enum Kind {
        /** Get ready. */
        READY,
        /** Contract and hold. */
        WORK,
        /** Let go and rest. */
        REST,
        /** Rest between two sets. */
        SET_REST,
        /** Nothing more: it is over. */
        DONE
    }

    /**
     * A cue of an exercise, which has no segments.
     *
     * @param kind what
     * @param rep the repetition, from 1; 0 before the first
     * @param set the set, from 1
     * @param startNanos when it begins
     * @param endNanos the deadline that ends it whatever happens
     * @param goalLow the least effort in the goal, 0 to 1
     * @param goalHigh the greatest effort in the goal; NaN when it is open upward
     * @param byFeel whether the level stays hidden in this repetition
     */
    public Cue(
            Kind kind,
            int rep,
            int set,
            long startNanos,
            long endNanos,
            double goalLow,
            double goalHigh,
            boolean byFeel) {
        this(kind, rep, set, startNanos, endNanos, goalLow, goalHigh, byFeel, "");
    }
}
