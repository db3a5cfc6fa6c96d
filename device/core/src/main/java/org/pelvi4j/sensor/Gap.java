package org.pelvi4j.sensor;

/**
 * Samples that are missing, in one piece. Immutable.
 *
 * @param firstNumber the number of the first missing sample
 * @param count how many are missing, 1 or more
 * @param fromNanos when the first of them would have been
 * @param untilNanos when the next sample after them is
 * @param cause why
 */
public record Gap(long firstNumber, long count, long fromNanos, long untilNanos, Cause cause) {
    /** Why samples are missing. */
    public enum Cause {
        /** The device's counter jumped: frames were lost or damaged on the wire. */
        LOST,
        /** The wire was gone and came back. */
        DISCONNECTED,
        /** The wire was there and nothing came. */
        SILENT,
        /** A queue of ours was full. */
        OVERRUN
    }

    /** Checks the count. */
    public Gap {
        if (count < 1) {
            throw new IllegalArgumentException("count: expected 1 or more but was " + count);
        }
    }
}
