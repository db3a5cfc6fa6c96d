package org.pelvi4j.phase;

/**
 * The phase changed. Immutable.
 *
 * @param phase what it is from now on
 * @param reason why it is UNKNOWN, in capitals such as {@code SATURATED}, or empty
 * @param atNanos when the muscle changed, as well as it is known at the decision
 * @param decidedAtNanos when that was known; never before {@code atNanos}
 */
public record PhaseEvent(Phase phase, String reason, long atNanos, long decidedAtNanos) {
    /** Checks the order of the times. */
    public PhaseEvent {
        if (decidedAtNanos - atNanos < 0) {
            throw new IllegalArgumentException(
                    "decidedAtNanos: expected " + atNanos + " or later but was " + decidedAtNanos);
        }
    }
}
