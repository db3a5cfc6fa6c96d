package org.pelvi4j.record;

/**
 * Which sample was taken when, so that an event's time finds its place among the samples. The last three minutes are known
 * exactly; before and after it the nominal rate carries on. Confined to one thread.
 */
public final class SampleTimes {
    private static final int ANCHORS = 4096;
    /** A sensor that starts slews its times by milliseconds within a second. */
    private static final long APART_NANOS = 50_000_000L;

    private final double nanosPerSample;
    private final long[] numbers = new long[ANCHORS];
    private final long[] nanos = new long[ANCHORS];
    private long anchors;
    private long lastNumber;
    private long lastNanos;

    /**
     * Knows no sample yet.
     *
     * @param rateHz nominal samples per second, for what lies outside the samples seen
     */
    public SampleTimes(double rateHz) {
        this.nanosPerSample = 1e9 / rateHz;
    }

    boolean isEmpty() {
        return anchors == 0;
    }

    long lastNanos() {
        return lastNanos;
    }

    /**
     * Learns of the newest sample.
     *
     * @param number its number
     * @param atNanos when it was taken
     */
    public void seen(long number, long atNanos) {
        lastNumber = number;
        lastNanos = atNanos;
    }

    /** Remembers the newest sample for later, unless there is one less than 50 ms older. */
    public void anchor() {
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

    /**
     * Places a moment among the sample numbers.
     *
     * @param atNanos the moment, on the samples' clock
     * @return the number of the sample taken then, with a fraction between two of them
     */
    public double number(long atNanos) {
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
