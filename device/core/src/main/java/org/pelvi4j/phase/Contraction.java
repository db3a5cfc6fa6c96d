package org.pelvi4j.phase;

/**
 * One whole contraction, its edges placed. Times are monotonic nanoseconds. Immutable.
 *
 * @param onsetNanos when it began: 10 % of its plateau above rest
 * @param onsetDecidedNanos when it was first known that a contraction had begun
 * @param provisionalOnsetNanos where the onset was placed at that moment
 * @param offsetNanos when it ended: back at 10 % of its plateau above rest
 * @param offsetDecidedNanos when that was known
 */
public record Contraction(
        long onsetNanos,
        long onsetDecidedNanos,
        long provisionalOnsetNanos,
        long offsetNanos,
        long offsetDecidedNanos) {
    /** Checks the order of the times. */
    public Contraction {
        if (offsetNanos - onsetNanos <= 0 || offsetDecidedNanos - offsetNanos < 0) {
            throw new IllegalArgumentException("offsetNanos: expected between onset " + onsetNanos + " and decision "
                    + offsetDecidedNanos + " but was " + offsetNanos);
        }
    }
}
