package org.pelvi4j.measure;

/** Means over stretches of a level that may have holes, which are NaN. */
final class Windows {
    /** No window at all. */
    static final int NONE = -1;

    private Windows() {}

    /** The mean from one index to before another; NaN of nothing and of what has a hole. */
    static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return to > from ? sum / (to - from) : Double.NaN;
    }

    /** Where the window of this length with the greatest mean begins, the first of them; NONE where each has a hole. */
    static int highest(double[] values, int length) {
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        int known = 0;
        int from = NONE;
        for (int i = 0; i < values.length; i++) {
            boolean hole = Double.isNaN(values[i]);
            known = hole ? 0 : known + 1;
            sum = hole ? 0 : sum + values[i] - (known > length ? values[i - length] : 0);
            if (known >= length && sum > most) {
                most = sum;
                from = i - length + 1;
            }
        }
        return from;
    }
}
