package org.pelvi4j.exercise;

/**
 * What the person is asked to do from now on. Immutable.
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
public record Cue(
        Kind kind, int rep, int set, long startNanos, long endNanos, double goalLow, double goalHigh, boolean byFeel) {
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
}
