package org.pelvi4j.sensor;

/** Notices that a device sends far more or fewer samples than it should. Source: RELIABILITY.md E5. Confined to one thread. */
final class RateWatch {
    /** Two windows, and one that is half over, must be within the 2 s of E5. */
    private static final long WINDOW_NANOS = 600_000_000L;
    /** Boards are off by 2.3 % at most, a line that is lost now and then by a little more. Source: DOMAIN.md 3.6. */
    private static final double LEAST = 0.8;

    private static final double MOST = 1.25;

    private final double rateHz;
    private boolean started;
    private long startNanos;
    private long count;
    private int wrongWindows;
    private double foundHz;

    RateWatch(double rateHz) {
        this.rateHz = rateHz;
        this.foundHz = rateHz;
    }

    /** Begins anew, as after the wire was away. */
    void restart() {
        started = false;
        wrongWindows = 0;
    }

    /** Counts samples that have come, lost ones included. */
    void count(long samples, long nowNanos) {
        if (!started) {
            started = true;
            startNanos = nowNanos;
            count = 0;
            return;
        }
        count += samples;
        long elapsed = nowNanos - startNanos;
        if (elapsed >= WINDOW_NANOS) {
            foundHz = count * 1e9 / elapsed;
            boolean right = foundHz >= LEAST * rateHz && foundHz <= MOST * rateHz;
            wrongWindows = right ? 0 : wrongWindows + 1;
            startNanos = nowNanos;
            count = 0;
        }
    }

    boolean isWrong() {
        return wrongWindows >= 2;
    }

    double foundHz() {
        return foundHz;
    }
}
