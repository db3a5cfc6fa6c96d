package org.pelvi4j.exercise;

/** Whether the level is in the goal, as a display shows it: entered at once, left after a while. */
final class InGoal {
    /** Out of the goal for this long, and it is left. Source: SCREENS 2. */
    private static final long LEAVE_NANOS = 300_000_000L;

    private boolean entered;
    private boolean reached;
    private long lastNanos;

    void clear() {
        entered = false;
        reached = false;
    }

    void sample(long atNanos, boolean inside) {
        if (inside) {
            reached = true;
            entered = true;
            lastNanos = atNanos;
        } else if (entered && atNanos - lastNanos >= LEAVE_NANOS) {
            entered = false;
        }
    }

    boolean now() {
        return entered;
    }

    boolean reached() {
        return reached;
    }
}
