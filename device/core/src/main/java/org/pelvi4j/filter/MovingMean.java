package org.pelvi4j.filter;

import java.util.Arrays;

/**
 * The mean of the newest numbers. The sum is made anew each time the window has gone round, so that a great number that
 * has left it leaves no rounding error behind. Confined to one thread.
 */
public final class MovingMean {
    private final double[] window;
    private int next;
    private int filled;
    private double sum;
    private double fresh;

    private MovingMean(int length) {
        window = new double[length];
    }

    /**
     * A mean over a span of time.
     *
     * @param rateHz numbers per second
     * @param seconds how long the window is; at least one number is kept
     * @return the mean of nothing yet
     */
    public static MovingMean over(double rateHz, double seconds) {
        if (!(rateHz > 0) || !(seconds > 0) || !(rateHz * seconds < 10_000_000)) {
            throw new IllegalArgumentException(
                    "seconds: expected a positive number but was " + seconds + " at a rate of " + rateHz);
        }
        return new MovingMean((int) Math.max(1, Math.round(rateHz * seconds)));
    }

    /**
     * Takes one number.
     *
     * @param value the newest, finite
     * @return the mean of the newest numbers, of fewer than the window holds at first
     */
    public double next(double value) {
        sum += value - window[next];
        fresh += value;
        window[next] = value;
        next++;
        filled = Math.max(filled, next);
        if (next == window.length) {
            next = 0;
            sum = fresh;
            fresh = 0;
        }
        return sum / filled;
    }

    /**
     * Tells whether the window is full.
     *
     * @return false until it is
     */
    public boolean full() {
        return filled == window.length;
    }

    /** Forgets everything it has seen. */
    public void reset() {
        Arrays.fill(window, 0);
        next = 0;
        filled = 0;
        sum = 0;
        fresh = 0;
    }
}
