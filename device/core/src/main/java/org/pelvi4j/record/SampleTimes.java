package org.pelvi4j.record;

/**
 * Which sample was taken when, so that an event's time finds its place among the samples. The last half hour is known
 * exactly; before and after it the nominal rate carries on. Confined to one thread.
 */
final class SampleTimes {
    private static final int ANCHORS = 4096;
    private static final long APART_NANOS = 500_000_000L;

    private final double nanosPerSample;
    private final long[] numbers = new long[ANCHORS];
    private final long[] nanos = new long[ANCHORS];
    private long anchors;
    private long lastNumber;
    private long lastNanos;

    SampleTimes(double rateHz) {
        this.nanosPerSample = 1e9 / rateHz;
    }

    boolean isEmpty() {
        return anchors == 0;
    }

    long lastNanos() {
        return lastNanos;
    }

    /** The newest sample. */
    void seen(long number, long atNanos) {
        lastNumber = number;
        lastNanos = atNanos;
    }

    /** Remembers the newest sample for later, unless there is one of the same half second. */
    void anchor() {
        if (anchors == 0 || lastNanos - newestNanos() >= APART_NANOS) {
            anchorHere();
        }
    }

    /** Remembers the newest sample in any case: the numbers jump here. */
    void anchorHere() {
        int slot = (int) (anchors++ % ANCHORS);
        numbers[slot] = lastNumber;
        nanos[slot] = lastNanos;
    }

    private long newestNanos() {
        return nanos[(int) ((anchors - 1) % ANCHORS)];
    }

    /** The place of a moment among the sample numbers. */
    double number(long atNanos) {
        if (atNanos - lastNanos >= 0) {
            return lastNumber + (atNanos - lastNanos) / nanosPerSample;
        }
        long oldest = Math.max(0, anchors - ANCHORS);
        long laterNumber = lastNumber;
        long laterNanos = lastNanos;
        for (long i = anchors - 1; i >= oldest; i--) {
            int slot = (int) (i % ANCHORS);
            if (atNanos - nanos[slot] >= 0) {
                double span = laterNanos - nanos[slot];
                double share = span == 0 ? 0 : (atNanos - nanos[slot]) / span;
                return numbers[slot] + share * (laterNumber - numbers[slot]);
            }
            laterNumber = numbers[slot];
            laterNanos = nanos[slot];
        }
        return laterNumber + (atNanos - laterNanos) / nanosPerSample;
    }
}
