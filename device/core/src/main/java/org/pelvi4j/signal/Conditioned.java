package org.pelvi4j.signal;

/** The conditioned signal of one channel at one instant: one object, refilled, for the hot path. Confined to one thread. */
public final class Conditioned {
    private long number;
    private long atNanos;
    private double filtered;
    private double envelope;
    private Quality quality = Quality.SETTLING;

    /** Creates an object that shows nothing yet. */
    public Conditioned() {}

    /**
     * Refills it.
     *
     * @param number the sample's number
     * @param atNanos the sample's time
     * @return this
     */
    public Conditioned at(long number, long atNanos) {
        this.number = number;
        this.atNanos = atNanos;
        return this;
    }

    /**
     * Refills it.
     *
     * @param filtered microvolt, without drift and mains; or pascal
     * @param envelope microvolt RMS, or pascal, never negative for EMG
     * @param quality whether they count
     * @return this
     */
    public Conditioned set(double filtered, double envelope, Quality quality) {
        this.filtered = filtered;
        this.envelope = envelope;
        this.quality = quality;
        return this;
    }

    /**
     * Counts samples from 0, gaps included.
     *
     * @return the number of the newest sample
     */
    public long number() {
        return number;
    }

    /**
     * Tells when the newest sample was taken.
     *
     * @return monotonic nanoseconds
     */
    public long atNanos() {
        return atNanos;
    }

    /**
     * The signal after the filters.
     *
     * @return microvolt or pascal; meaningless unless {@link #quality()} is valid
     */
    public double filtered() {
        return filtered;
    }

    /**
     * The smoothed strength of the signal.
     *
     * @return microvolt RMS or pascal; meaningless unless {@link #quality()} is valid
     */
    public double envelope() {
        return envelope;
    }

    /**
     * Whether the values count.
     *
     * @return the quality
     */
    public Quality quality() {
        return quality;
    }
}
