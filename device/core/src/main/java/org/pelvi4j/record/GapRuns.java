package org.pelvi4j.record;

/**
 * Tells gaps as events, so few that the file can be read again: the first ones of a second each for itself, and the short
 * ones that follow within it together, as one event from the first to the last of them, with the number of all missing
 * samples. Where each sample is missing stands in the samples themselves. Confined to one thread.
 */
final class GapRuns {
    /** Of five events a second, one is left for those that are told together. Source: DOMAIN 4.1. */
    private static final int MOST_ALONE = 4;
    /** A longer gap is always told for itself. (P) */
    private static final double LONG_SECONDS = 0.25;

    private final FlawRuns.Out out;
    private final long second;
    private final long longest;
    private long from = Long.MIN_VALUE / 2;
    private int alone;
    private long first;
    private long until;
    private long missing;

    GapRuns(double rateHz, FlawRuns.Out out) {
        this.out = out;
        this.second = (long) Math.ceil(rateHz);
        this.longest = Math.max(1, (long) (LONG_SECONDS * rateHz));
    }

    /** So many samples are missing; false when the gap is one of many short ones that are told together. */
    boolean gap(long number, long count) {
        sample(number);
        if (number - from >= second) {
            from = number;
            alone = 0;
        }
        if (alone < MOST_ALONE || count > longest) {
            finish();
            alone++;
            out.run(number, count, AnnotationText.GAP + count);
            return true;
        }
        first = missing == 0 ? number : first;
        until = number + count;
        missing += count;
        return false;
    }

    /** A sample is there. */
    void sample(long number) {
        if (missing > 0 && number - from >= second) {
            finish();
        }
    }

    /** Tells what is not told yet: at the end. */
    void finish() {
        if (missing > 0) {
            out.run(first, until - first, AnnotationText.GAP + missing);
            missing = 0;
        }
    }
}
