package org.pelvi4j.signal;

/**
 * Cuts what is far beyond the strength of the last tenth of a second: an electrode pop or a knock, which would make the
 * narrow line filters ring for half a second. The scale follows the median of the size, by the same factor up or down
 * per sample, so that it has no unit of its own. Confined to one thread.
 */
final class Limiter {
    /** The median grows or falls e-fold in this time: slower than a pop, faster than a ramp. */
    private static final double FOLLOW_SECONDS = 0.08;
    /** Medians let through: 0.67 sigma each, so 8 sigma; a muscle's samples reach 4. */
    private static final double MEDIANS = 12;
    /** First samples, taken for the scale as they are. */
    private static final double START_SECONDS = 0.05;

    private final double factor;
    private final long start;
    private double median;
    private long seen;

    Limiter(double rateHz) {
        factor = StrictMath.exp(1 / (FOLLOW_SECONDS * rateHz));
        start = Math.max(1, Math.round(START_SECONDS * rateHz));
    }

    double next(double value) {
        double size = Math.abs(value);
        if (seen < start) {
            seen++;
            median = Math.max(median, size);
            return value;
        }
        if (size > median) {
            median *= factor;
        } else if (median > Double.MIN_NORMAL) {
            median /= factor;
        }
        double limit = MEDIANS * median;
        return Math.max(-limit, Math.min(limit, value));
    }

    void reset() {
        seen = 0;
        median = 0;
    }
}
