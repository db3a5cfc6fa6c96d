package org.pelvi4j.exercise;

/** The share of a window of time that was spent in a goal, among the time in which it could be seen. */
final class Share {
    private final long startNanos;
    private final long endNanos;
    private long seenNanos;
    private long insideNanos;

    Share(long startNanos, long endNanos) {
        this.startNanos = startNanos;
        this.endNanos = endNanos;
    }

    void seen(long fromNanos, long toNanos, boolean inside) {
        long from = fromNanos - startNanos > 0 ? fromNanos : startNanos;
        long to = toNanos - endNanos < 0 ? toNanos : endNanos;
        long length = Math.max(0, to - from);
        seenNanos += length;
        insideNanos += inside ? length : 0;
    }

    /** Whether the window has any length. */
    boolean exists() {
        return endNanos - startNanos > 0;
    }

    /** How much of the window has been seen, 0 to 1. */
    double coverage() {
        return exists() ? seenNanos / (double) (endNanos - startNanos) : 0;
    }

    /** The share in the goal of what was seen; NaN when nothing was. */
    double share() {
        return seenNanos == 0 ? Double.NaN : insideNanos / (double) seenNanos;
    }

    /** The share in the goal of the whole window, which only grows. */
    double earned() {
        return exists() ? insideNanos / (double) (endNanos - startNanos) : Double.NaN;
    }

    double insideSeconds() {
        return insideNanos / 1e9;
    }
}
