package org.pelvi4j.calibration;

/** The longest window without a hole, and of those that are as long the one with the lowest mean. Confined to one thread. */
final class Quietest {
    /** A hole up to this long does not end a window: the envelope is bridged there. Source: DOMAIN 1.14. */
    static final double BRIDGED_SECONDS = 0.1;

    private final double[] window;
    private int filled;
    private int next;
    private double mean = Double.POSITIVE_INFINITY;
    private double deviation;
    private int longest;

    Quietest(int length) {
        window = new double[length];
    }

    /** Begins a new window after a hole. */
    void cut() {
        filled = 0;
        next = 0;
    }

    void next(double value) {
        window[next] = value;
        next = (next + 1) % window.length;
        filled = Math.min(filled + 1, window.length);
        if (filled < longest) {
            return;
        }
        double sum = 0;
        for (int i = 0; i < filled; i++) {
            sum += window[i];
        }
        double now = sum / filled;
        if (filled > longest || now < mean) {
            mean = now;
            deviation = deviation(now);
        }
        longest = filled;
    }

    private double deviation(double about) {
        double squares = 0;
        for (int i = 0; i < filled; i++) {
            squares += (window[i] - about) * (window[i] - about);
        }
        return Math.sqrt(squares / filled);
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }
}
