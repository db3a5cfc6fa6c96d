package org.pelvi4j.sim.device;

/** When the next frame is due: absolute times from an anchor, so that nothing adds up. Confined to one thread. */
final class FrameClock {
    private final double periodNanos;
    private double stretch = 1;
    private long anchorNanos;
    private long count;

    FrameClock(double rateHz) {
        this.periodNanos = 1e9 / rateHz;
    }

    /** Begins: the first frame is due now. */
    void start(long nowNanos) {
        anchorNanos = nowNanos;
        count = 0;
    }

    /** Sets how fast the board's clock is: 0.005 makes periods shorter by half a percent. */
    void setFast(double share) {
        double wanted = 1 / (1 + share);
        if (wanted != stretch) {
            anchorNanos = at(count);
            count = 0;
            stretch = wanted;
        }
    }

    long dueNanos() {
        return at(count);
    }

    private long at(long index) {
        return anchorNanos + (long) Math.rint(index * periodNanos * stretch);
    }

    void advance() {
        count++;
    }
}
