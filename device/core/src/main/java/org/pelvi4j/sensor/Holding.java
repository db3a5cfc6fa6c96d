package org.pelvi4j.sensor;

/**
 * Holds the first frames after an absence for a moment: how many are missing shows in the time at which they come, and any
 * one of them can come late, but none early. The one that came soonest tells it for all. Confined to one thread.
 */
final class Holding {
    /** So long; less than what makes a sensor silent. Source: chosen, over what a busy machine makes one read wait. */
    private static final long HOLD_NANOS = 100_000_000L;

    private final Counting counting;
    private boolean on;
    private boolean torn;
    private long sinceNanos;
    private int held;
    private double firstNanos;

    Holding(Counting counting) {
        this.counting = counting;
    }

    /** An absence is over with what comes now. */
    void begin(long nowNanos) {
        on = true;
        torn = false;
        sinceNanos = nowNanos;
        held = 0;
        firstNanos = Double.POSITIVE_INFINITY;
    }

    boolean on() {
        return on;
    }

    /** All frames that have come so far. */
    void note(Batch batch, long nowNanos, double periodNanos) {
        for (int i = Math.max(1, held); i < batch.size(); i++) {
            torn |= counting.byDevice() && batch.counter(i) != (batch.counter(i - 1) + 1) % counting.values();
        }
        if (batch.size() > held && !torn) {
            held = batch.size();
            firstNanos = Math.min(firstNanos, nowNanos - (held - 1) * periodNanos);
        }
    }

    /** Whether it has lasted long enough, or frames are missing among those that are held: they say no more then. */
    boolean isOver(long nowNanos) {
        return torn || nowNanos - sinceNanos >= HOLD_NANOS;
    }

    /** Ends it; tells when the newest frame came or would have come, had it come as soon as the soonest. */
    long end(long nowNanos, double periodNanos) {
        on = false;
        return torn || held == 0 ? nowNanos : Math.round(firstNanos + (held - 1) * periodNanos);
    }
}
