package org.pelvi4j.calibration;

import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalStage;

/**
 * Rest, as a preparation shows it: the quietest 5 s of it without a hole; where none is as long, the longest there is.
 * Confined to one thread.
 */
final class Quietest {
    /** Source: DESIGN 4. */
    private static final double WINDOW_SECONDS = 5;
    /** A preparation of which less was seen goes on until so much was. Source: ours; less tells no spread. */
    private static final double LEAST_SECONDS = 1;

    private final Pace pace;
    private final long bridged;
    private final long length;
    private final double[] window;
    private boolean heard;
    private boolean over;
    private long first;
    private long last;
    private int filled;
    private int next;
    private int longest;
    private double mean = Double.POSITIVE_INFINITY;
    private double deviation;

    /** Of a preparation of so many seconds, from the first instant it is told of. */
    Quietest(double rateHz, double quietSeconds) {
        pace = new Pace(rateHz);
        window = new double[pace.steps(WINDOW_SECONDS)];
        bridged = SignalStage.bridged(rateHz);
        length = Math.round(quietSeconds * rateHz);
    }

    /** Takes one instant, valid or not; tells, once, that the preparation is over. */
    boolean ends(Conditioned now) {
        if (!heard) {
            heard = true;
            first = now.number();
            last = first;
        }
        if (over || !now.quality().valid()) {
            return false;
        }
        if (now.number() - last - 1 > bridged) {
            filled = 0;
            next = 0;
        }
        last = now.number();
        if (pace.due()) {
            take(now.envelope());
        }
        over = now.number() - first + 1 >= length && longest >= pace.steps(LEAST_SECONDS);
        return over;
    }

    private void take(double value) {
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

    boolean over() {
        return over;
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }
}
