package org.pelvi4j.calibration;

/**
 * The level between the trials: how low it fell, and what it was once everybody has let go. A single low value is noise: it
 * counts what lasts as long as a contraction must. Confined to one thread.
 */
final class BetweenTrials {
    /** So long after a trial everybody has let go. Source: ours, twice what a slow release takes. */
    private static final double LET_GO_SECONDS = 3;

    private final double[] last;
    private final int letGo;
    private int inRow;
    private double lowest = Double.POSITIVE_INFINITY;
    private double sum;
    private int count;

    /** So many values of a row count as one level, and so many come in a second. */
    BetweenTrials(int row, double perSecond) {
        last = new double[row];
        letGo = (int) Math.round(LET_GO_SECONDS * perSecond);
    }

    /** A trial begins, or has ended, or the signal is gone: what comes next is another row. */
    void interrupt() {
        inRow = 0;
    }

    void add(double value) {
        inRow++;
        last[inRow % last.length] = value;
        if (inRow >= last.length) {
            lowest = Math.min(lowest, RestLevel.mean(last, 0, last.length));
        }
        if (inRow > letGo) {
            sum += value;
            count++;
        }
    }

    /** Positive infinity before there was one. */
    double lowest() {
        return lowest;
    }

    /** The mean once everybody has let go; NaN before. */
    double usual() {
        return count == 0 ? Double.NaN : sum / count;
    }
}
