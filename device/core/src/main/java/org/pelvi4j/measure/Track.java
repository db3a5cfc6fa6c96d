package org.pelvi4j.measure;

/** The newest levels, coarsely, with their times. Confined to one thread. */
final class Track {
    private final double[] values;
    private final long[] times;
    private final int every;
    private final double rateHz;
    private int phase;
    private long end;

    /** Keeps so many seconds at about so many values per second. */
    Track(double rateHz, double stepsPerSecond, double seconds) {
        every = (int) Math.max(1, Math.round(rateHz / stepsPerSecond));
        this.rateHz = rateHz / every;
        int length = (int) Math.ceil(seconds * this.rateHz);
        values = new double[length];
        times = new long[length];
    }

    void add(double value, long atNanos) {
        phase++;
        if (phase >= every) {
            phase = 0;
            int i = (int) (end % values.length);
            values[i] = value;
            times[i] = atNanos;
            end++;
        }
    }

    /** What was from one time to another, both included. */
    Curve between(long fromNanos, long toNanos) {
        long oldest = Math.max(0, end - values.length);
        long to = end;
        while (to > oldest && times[(int) ((to - 1) % values.length)] - toNanos > 0) {
            to--;
        }
        long from = to;
        while (from > oldest && times[(int) ((from - 1) % values.length)] - fromNanos >= 0) {
            from--;
        }
        double[] chosen = new double[(int) (to - from)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[(int) ((from + i) % values.length)];
        }
        return Curve.of(rateHz, chosen);
    }
}
