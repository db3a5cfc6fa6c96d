package org.pelvi4j.sensor;

/**
 * How long a wire usually holds samples back before it delivers a batch: the second longest pause of the last seconds,
 * since one long pause is a fault and not a habit. Source: RELIABILITY.md A13. Confined to one thread.
 */
final class Pauses {
    private static final long WINDOW_NANOS = 3_000_000_000L;
    /** Longer pauses are faults. Source: chosen, over the longest batch of RELIABILITY.md A13, 0.5 s. */
    private static final long LONGEST_NANOS = 600_000_000L;

    private boolean started;
    private long startNanos;
    private long longest;
    private long second;
    private long usual;

    /** Learns how long nothing came before what has come now. */
    void note(long pauseNanos, long nowNanos) {
        if (!started || nowNanos - startNanos > WINDOW_NANOS) {
            usual = started ? second : 0;
            started = true;
            startNanos = nowNanos;
            longest = 0;
            second = 0;
        }
        if (pauseNanos < LONGEST_NANOS) {
            second = Math.max(second, Math.min(longest, pauseNanos));
            longest = Math.max(longest, pauseNanos);
        }
    }

    /** The usual pause. */
    long usualNanos() {
        return usual;
    }
}
