package org.pelvi4j.calibration;

/** The window with the lowest mean so far. Confined to one thread. */
final class Quietest {
    private final double[] window;
    private int filled;
    private int next;
    private double mean = Double.POSITIVE_INFINITY;
    private double deviation;
    private boolean whole;

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
        boolean full = filled == window.length;
        if (!full && whole) {
            return;
        }
        double sum = 0;
        for (int i = 0; i < filled; i++) {
            sum += window[i];
        }
        double now = sum / filled;
        if (now < mean || !whole) {
            mean = now;
            deviation = deviation(now);
        }
        whole |= full;
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
