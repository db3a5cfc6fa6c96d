package org.pelvi4j.record;

/**
 * Which sample was taken when, so that an event's time finds its place among the samples. The last half hour is known
 * exactly; before and after it the nominal rate carries on. Confined to one thread.
 */
final class SampleTimes {
    private static final int ANCHORS = 4096;

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

    /** Remembers the newest sample for later. */
    void anchor() {
        if (anchors > 0 && numbers[(int) ((anchors - 1) % ANCHORS)] == lastNumber) {
            return;
        }
        int slot = (int) (anchors++ % ANCHORS);
        numbers[slot] = lastNumber;
        nanos[slot] = lastNanos;
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
