package org.pelvi4j.measure;

/** The newest efforts, coarsely, with their times. Confined to one thread. */
final class Track {
    private final double[] values;
    private final long[] times;
    private final int every;
    private final double stepSeconds;
    private int phase;
    private long end;
    private long from;
    private long to;

    Track(double rateHz, double stepsPerSecond, int length) {
        every = (int) Math.max(1, Math.round(rateHz / stepsPerSecond));
        stepSeconds = every / rateHz;
        values = new double[length];
        times = new long[length];
    }

    void add(double value, long atNanos) {
        if (++phase >= every) {
            phase = 0;
            int i = (int) (end % values.length);
            values[i] = value;
            times[i] = atNanos;
            end++;
        }
    }

    /** Chooses a span; the rest of the questions are about it. */
    void select(long fromNanos, long toNanos) {
        to = end;
        long oldest = Math.max(0, end - values.length);
        while (to > oldest && times[(int) ((to - 1) % values.length)] - toNanos > 0) {
            to--;
        }
        from = to;
        while (from > oldest && times[(int) ((from - 1) % values.length)] - fromNanos >= 0) {
            from--;
        }
    }

    private double at(long i) {
        return values[(int) (i % values.length)];
    }

    /** The greatest mean over a window. */
    double peak(double windowSeconds) {
        int window = (int) Math.max(1, Math.round(windowSeconds / stepSeconds));
        double best = Double.NaN;
        for (long i = from; i + Math.min(window, to - from) <= to && i < to; i++) {
            double mean = mean(i, Math.min(to, i + window));
            best = Double.isNaN(best) || mean > best ? mean : best;
        }
        return best;
    }

    /** The mean, without the first seconds where the span is more than twice as long. */
    double mean(double leaveOutSeconds) {
        long left = Math.round(leaveOutSeconds / stepSeconds);
        return mean(to - from > 2 * left ? from + left : from, to);
    }

    private double mean(long first, long last) {
        double sum = 0;
        for (long i = first; i < last; i++) {
            sum += at(i);
        }
        return last > first ? sum / (last - first) : Double.NaN;
    }

    /** Seconds spent at a level or above it. */
    double atLeast(double level) {
        int steps = 0;
        for (long i = from; i < to; i++) {
            steps += at(i) >= level ? 1 : 0;
        }
        return steps * stepSeconds;
    }

    /** The integral over time. */
    double area() {
        return to > from ? mean(from, to) * (to - from) * stepSeconds : 0;
    }
}
