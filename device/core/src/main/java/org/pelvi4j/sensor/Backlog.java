package org.pelvi4j.sensor;

/**
 * Finds the frames that a wire or a board already held when it was opened: a board that sends by itself fills buffers
 * while nobody reads. More frames than it can have made since are old, and the first of them are. Confined to one thread.
 */
final class Backlog {
    /** By so much more than its nominal rate a board may send. Source: SampleClock, the most that one strays. */
    private static final double MOST_DEVIATION = 0.1;
    /** So much sooner a frame may come than it is due. Source: chosen, over the jitter of a wire. */
    private static final double EARLY_SECONDS = 0.05;
    /** After that, what comes in time shows that the buffers are empty. Source: chosen. */
    private static final double SETTLED_SECONDS = 1;

    private final double rateHz;
    private long openedNanos;
    private long seen;
    private long old;
    private boolean over = true;

    Backlog(double rateHz) {
        this.rateHz = rateHz;
    }

    /** The wire was opened. */
    void opened(long nowNanos) {
        openedNanos = nowNanos;
        seen = 0;
        old = 0;
        over = false;
    }

    /** How many of so many frames that come now, the first ones, were made before the wire was opened. */
    int of(int frames, long nowNanos) {
        if (over || frames == 0) {
            return 0;
        }
        seen += frames;
        double seconds = (nowNanos - openedNanos) / 1e9;
        long made = (long) Math.ceil((seconds * (1 + MOST_DEVIATION) + EARLY_SECONDS) * rateHz);
        long more = seen - made - old;
        over = more <= 0 && seconds > SETTLED_SECONDS;
        int found = (int) Math.max(0, Math.min(frames, more));
        old += found;
        return found;
    }
}
