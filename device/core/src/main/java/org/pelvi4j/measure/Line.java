package org.pelvi4j.measure;

/**
 * The straight line through evenly sampled values by least squares. Immutable.
 *
 * @param slope per second; NaN through fewer than two values
 * @param start where it is at the first value
 */
record Line(double slope, double start) {
    /** Through the values from one index up to, not including, another. */
    static Line through(double[] values, int from, int to, double perSecond) {
        double middle = (from + to - 1) / 2.0;
        double sum = 0;
        double products = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
            products += (i - middle) * values[i];
            squares += (i - middle) * (i - middle);
        }
        double step = squares > 0 ? products / squares : Double.NaN;
        return new Line(step * perSecond, sum / (to - from) - step * (middle - from));
    }

    /** The slope in percent per second of where the line is so many seconds after its first value, or before it. */
    double percent(double seconds) {
        return 100 * slope / (start + slope * seconds);
    }
}
