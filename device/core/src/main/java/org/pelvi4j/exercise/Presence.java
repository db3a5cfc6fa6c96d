package org.pelvi4j.exercise;

import org.pelvi4j.signal.Quality;

/** Whether there is a signal at all: when the last valid sample was, and for how long there have been valid ones. */
final class Presence {
    /** No valid sample for this long is NO_SIGNAL. Source: SCREENS 3. */
    static final long LOST_AFTER_NANOS = 1_000_000_000L;

    /** Valid for this long, and the signal is back. Source: SCREENS 3. */
    private static final long BACK_AFTER_NANOS = 2_000_000_000L;

    /** A shorter hole does not break a run of valid samples. Source: SCREENS 3, the time until UNSEEN. */
    private static final long HOLE_NANOS = 300_000_000L;

    private long lastNanos;
    private long runStartNanos;
    private boolean any;

    void restart(long atNanos) {
        lastNanos = atNanos;
        runStartNanos = atNanos;
        any = true;
    }

    /** A sample; one that settles counts only while getting ready, or the count-in would wait for the filters. */
    void sample(long atNanos, Quality quality, boolean settlingCounts) {
        if (!quality.valid() && !(settlingCounts && quality == Quality.SETTLING)) {
            return;
        }
        if (!any || atNanos - lastNanos > HOLE_NANOS) {
            runStartNanos = atNanos;
        }
        if (!any || atNanos - lastNanos > 0) {
            lastNanos = atNanos;
        }
        any = true;
    }

    long lostNanos() {
        return lastNanos + LOST_AFTER_NANOS;
    }

    boolean lost(long nowNanos) {
        return !any || nowNanos - lostNanos() >= 0;
    }

    boolean unseen(long nowNanos) {
        return !any || nowNanos - lastNanos > HOLE_NANOS;
    }

    boolean back(long nowNanos) {
        return !unseen(nowNanos) && lastNanos - runStartNanos >= BACK_AFTER_NANOS;
    }
}
