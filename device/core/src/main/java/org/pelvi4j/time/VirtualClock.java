package org.pelvi4j.time;

import java.time.Instant;

/** A clock that stands until it is advanced: by a simulated sensor, a recording, or a test. Thread-safe. */
public final class VirtualClock implements Clock {
    private final Instant wallStart;
    private final long startNanos;
    private volatile long nowNanos;

    private VirtualClock(Instant wallStart, long startNanos) {
        this.wallStart = wallStart;
        this.startNanos = startNanos;
        this.nowNanos = startNanos;
    }

    /**
     * Creates a clock that shows zero.
     *
     * @param wallStart what the calendar shows at zero
     * @return the clock, standing
     */
    public static VirtualClock startingAt(Instant wallStart) {
        return startingAt(wallStart, 0);
    }

    /**
     * Creates a clock with a chosen monotonic origin, for tests of the overflow of nanoseconds.
     *
     * @param wallStart what the calendar shows at the start
     * @param startNanos what {@link #nowNanos()} shows at the start
     * @return the clock, standing
     */
    public static VirtualClock startingAt(Instant wallStart, long startNanos) {
        return new VirtualClock(wallStart, startNanos);
    }

    /**
     * Moves the clock forward.
     *
     * @param nanos by how much, 0 or more
     */
    public synchronized void advance(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("nanos: expected 0 or more but was " + nanos);
        }
        nowNanos += nanos;
    }

    /**
     * Moves the clock forward to a time; a time in the past leaves it where it is.
     *
     * @param atNanos the time to show
     */
    public synchronized void advanceTo(long atNanos) {
        if (atNanos - nowNanos > 0) {
            nowNanos = atNanos;
        }
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public Instant wallNow() {
        return wallStart.plusNanos(nowNanos - startNanos);
    }

    @Override
    public boolean passesByItself() {
        return false;
    }
}
