package org.pelvi4j.exercise;

import org.pelvi4j.signal.Quality;

/**
 * Whether there is a signal at all. Time without a valid sample counts up, time with valid ones counts it down again, so
 * that a signal that comes and goes is lost as well. Confined to one thread.
 */
final class Presence {
    /** So long without a valid sample is NO_SIGNAL. Source: SCREENS 3. */
    static final long LOST_AFTER_NANOS = 1_000_000_000L;

    /** Valid for this long, and the signal is back. Source: SCREENS 3. */
    private static final long BACK_AFTER_NANOS = 2_000_000_000L;

    /** A shorter hole does not break a run of valid samples. Source: SCREENS 3, the time until UNSEEN. */
    private static final long HOLE_NANOS = 300_000_000L;

    /** A hole up to this is the sensor's own period: the slowest has 10 a second by a clock that is off by a third at most. */
    private static final long PERIOD_NANOS = 150_000_000L;

    private long lastNanos;
    private long runStartNanos;
    private long missedNanos;
    private boolean any;

    void restart(long atNanos) {
        lastNanos = atNanos;
        runStartNanos = atNanos;
        missedNanos = 0;
        any = true;
    }

    /** A sample; one that settles counts only while getting ready, or the count-in would wait for the filters. */
    void sample(long atNanos, Quality quality, boolean settlingCounts) {
        if (!quality.valid() && !(settlingCounts && quality == Quality.SETTLING)) {
            return;
        }
        long sinceNanos = atNanos - lastNanos;
        if (any && sinceNanos <= 0) {
            return;
        }
        if (!any || sinceNanos > HOLE_NANOS) {
            runStartNanos = atNanos;
        }
        if (any) {
            long missed = sinceNanos > PERIOD_NANOS ? sinceNanos : -sinceNanos;
            missedNanos = Math.max(0, Math.min(LOST_AFTER_NANOS, missedNanos + missed));
        }
        lastNanos = atNanos;
        any = true;
    }

    /** When it is lost, if no more valid sample comes. */
    long lostNanos() {
        return lastNanos + LOST_AFTER_NANOS - missedNanos;
    }

    boolean lost(long nowNanos) {
        return !any || nowNanos - lostNanos() >= 0;
    }

    boolean unseen(long nowNanos) {
        return !any || nowNanos - lastNanos > HOLE_NANOS;
    }

    /** Not while it still comes and goes: what was missed must have been made up for. */
    boolean back(long nowNanos) {
        return !unseen(nowNanos) && missedNanos == 0 && lastNanos - runStartNanos >= BACK_AFTER_NANOS;
    }
}
