package org.pelvi4j.measure;

import java.util.Arrays;

/**
 * A stretch of an evenly sampled level: an EMG envelope, a pressure above rest, or an effort. Its questions are the
 * formulas of DOMAIN 1.3 and 1.11, named as there; each answers NaN where there is too little to answer. How high it was is
 * answered here, when it was so by {@link Timing}. Immutable.
 */
public final class Curve {
    /** A work period longer than twice this loses its beginning. Source: DOMAIN 1.3 [LEV]. */
    private static final double DROPPED_SECONDS = 1;
    /** Smoothing of the peak. Source: DOMAIN 1.11. */
    private static final double PEAK_SECONDS = 0.2;

    private final double rateHz;
    private final double[] values;

    private Curve(double rateHz, double[] values) {
        this.rateHz = rateHz;
        this.values = values;
    }

    /**
     * Makes a curve.
     *
     * @param rateHz values per second
     * @param values in time's order; copied
     * @return the curve
     */
    public static Curve of(double rateHz, double... values) {
        if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
            throw new IllegalArgumentException("rateHz: expected a positive number but was " + rateHz);
        }
        return new Curve(rateHz, values.clone());
    }

    /** The same of values that are given away: not copied. */
    static Curve taking(double rateHz, double[] values) {
        return new Curve(rateHz, values);
    }

    /** Without the first second, where the mean is taken without it. */
    Curve settled() {
        return new Curve(rateHz, Arrays.copyOfRange(values, dropped(), values.length));
    }

    /** Without the stretches that are not known, where the rest of it is moved together. */
    Curve known() {
        double[] known = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known[count++] = value;
            }
        }
        return count == values.length ? this : new Curve(rateHz, Arrays.copyOf(known, count));
    }

    /**
     * The same above a level, such as pressure above rest.
     *
     * @param level taken off each value
     * @return a new curve
     */
    public Curve above(double level) {
        double[] less = values.clone();
        for (int i = 0; i < less.length; i++) {
            less[i] -= level;
        }
        return new Curve(rateHz, less);
    }

    /** The same times a factor. */
    Curve scaled(double factor) {
        double[] times = values.clone();
        for (int i = 0; i < times.length; i++) {
            times[i] *= factor;
        }
        return new Curve(rateHz, times);
    }

    /**
     * Tells how long it is.
     *
     * @return seconds
     */
    public double seconds() {
        return values.length / rateHz;
    }

    /**
     * When it was where: its rise and fall, and the times until it reached a level.
     *
     * @return the times
     */
    public Timing timing() {
        return new Timing(this);
    }

    double rateHz() {
        return rateHz;
    }

    int length() {
        return values.length;
    }

    double[] values() {
        return values;
    }

    double at(int step) {
        return values[step];
    }

    int steps(double seconds) {
        return (int) Math.max(1, Math.round(seconds * rateHz));
    }

    private int dropped() {
        int drop = (int) Math.round(DROPPED_SECONDS * rateHz);
        return values.length > 2 * drop ? drop : 0;
    }

    /**
     * The mean level, without the first second where the stretch is longer than 2 s.
     *
     * @return in the level's unit
     */
    public double mean() {
        return Windows.mean(values, dropped(), values.length);
    }

    /**
     * The standard deviation about the mean, of the same part as the mean.
     *
     * @return in the level's unit
     */
    public double standardDeviation() {
        int from = dropped();
        double mean = Windows.mean(values, from, values.length);
        double squares = 0;
        for (int i = from; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / (values.length - from));
    }

    /**
     * The variability: 100 times standard deviation over mean. It depends on the envelope's window: 7 % at 250 ms is pure
     * noise.
     *
     * @return percent
     */
    public double variabilityPercent() {
        return 100 * standardDeviation() / mean();
    }

    /**
     * The peak: the greatest mean over 0.2 s.
     *
     * @return in the level's unit
     */
    public double peak() {
        return best(PEAK_SECONDS);
    }

    /**
     * Where the peak is: the middle of the 0.2 s with the greatest mean.
     *
     * @return seconds from the start; NaN where no 0.2 s are known whole
     */
    public double peakSeconds() {
        int window = Math.min(values.length, steps(PEAK_SECONDS));
        int from = Windows.highest(values, window);
        return from == Windows.NONE ? Double.NaN : (from + window / 2.0) / rateHz;
    }

    /**
     * How far the level strays: the greatest distance of a 1 s block's mean from the mean, as a share of it.
     *
     * @return a share; NaN where there is no whole block
     */
    public double strayShare() {
        int block = steps(1);
        double mean = mean();
        double most = Double.NaN;
        for (int from = dropped(); from + block <= values.length; from += block) {
            double stray = Math.abs(Windows.mean(values, from, from + block) - mean) / Math.abs(mean);
            most = stray > most || Double.isNaN(most) ? stray : most;
        }
        return most;
    }

    /**
     * The greatest mean over a window, such as the best 3 s of a maximal contraction.
     *
     * @param windowSeconds how long; the whole curve if it is shorter
     * @return in the level's unit
     */
    public double best(double windowSeconds) {
        int window = Math.min(values.length, steps(windowSeconds));
        int from = Windows.highest(values, window);
        return from == Windows.NONE ? Double.NaN : Windows.mean(values, from, from + window);
    }

    /**
     * The deviation of clinical units: mean absolute deviation inside each 1 s block from that block's mean, without the
     * first second.
     *
     * @return in the level's unit
     */
    public double deviation() {
        int block = steps(1);
        double sum = 0;
        int count = 0;
        for (int from = block; from + block <= values.length; from += block) {
            double mean = Windows.mean(values, from, from + block);
            for (int i = from; i < from + block; i++) {
                sum += Math.abs(values[i] - mean);
                count++;
            }
        }
        return count > 0 ? sum / count : Double.NaN;
    }

    /**
     * The area: the integral over time of the first seconds, by trapezoids.
     *
     * @param seconds how much of it, such as 10 for endurance
     * @return level times seconds
     */
    public double area(double seconds) {
        int end = Math.min(values.length, steps(seconds) + 1);
        double sum = 0;
        for (int i = 1; i < end; i++) {
            sum += (values[i - 1] + values[i]) / 2;
        }
        return sum / rateHz;
    }

    /**
     * The time spent at a level or above it.
     *
     * @param level such as 75 % of the peak
     * @return seconds
     */
    public double holdSeconds(double level) {
        int count = 0;
        for (double value : values) {
            count += value >= level ? 1 : 0;
        }
        return count / rateHz;
    }

    /**
     * The endurance ratio: time at 75 % of the peak or above, over the time asked for.
     *
     * @param askedSeconds the time asked for
     * @return a share
     */
    public double enduranceRatio(double askedSeconds) {
        return holdSeconds(0.75 * peak()) / askedSeconds;
    }

    /**
     * The sag: the slope of a straight line through the hold, its first second left out where it is longer than 2 s.
     *
     * @return level per second, negative when it falls
     */
    public double sag() {
        return line(dropped(), values.length).slope();
    }

    /**
     * The sag against where it begins: the slope of the hold's line over its first value.
     *
     * @return percent per second, negative when it falls
     */
    public double sagPercent() {
        return line(dropped(), values.length).percent(0);
    }

    Line line(int from, int to) {
        return Line.through(values, from, to, rateHz);
    }
}
