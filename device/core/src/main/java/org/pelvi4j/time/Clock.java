package org.pelvi4j.time;

import java.time.Instant;

/**
 * Tells the time. Durations, deadlines and sample times use {@link #nowNanos()} only; the wall clock may jump and is
 * nothing but a label. Thread-safe.
 */
public interface Clock {
    /**
     * Reads the monotonic clock.
     *
     * @return nanoseconds since an arbitrary origin, possibly negative; compare by difference only
     */
    long nowNanos();

    /**
     * Reads the wall clock.
     *
     * @return what a calendar shows now; a label, never a duration
     */
    Instant wallNow();

    /**
     * Tells whether time passes by itself.
     *
     * @return false when somebody advances this clock, as in a simulation: then nobody may wait for it
     */
    boolean passesByItself();
}
