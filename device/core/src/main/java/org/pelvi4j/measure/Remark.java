package org.pelvi4j.measure;

/**
 * Something beside the contractions that the level tells. Immutable.
 *
 * @param kind what
 * @param fromNanos when it began
 * @param untilNanos when it was over, or known
 */
public record Remark(Kind kind, long fromNanos, long untilNanos) {
    /** What can be told. */
    public enum Kind {
        /** A cough in rest, which is no contraction. */
        COUGH,
        /** The level of rest has moved away from the one that was measured, slowly. */
        DRIFT,
        /** All at once contractions reach less than before, and go on so: perhaps the probe has slipped. */
        SLIP
    }

    /** Checks the times. */
    public Remark {
        if (untilNanos - fromNanos < 0) {
            throw new IllegalArgumentException("untilNanos: expected " + fromNanos + " or later but was " + untilNanos);
        }
    }
}
