package org.pelvi4j.sensor;

/** Takes samples and gaps, in the order of their numbers: every number once, in a sample or in exactly one gap. */
public interface SampleSink {
    /**
     * One instant of all channels.
     *
     * @param number counts from 0 at the first sample, gaps included
     * @param atNanos when it was taken, on the monotonic clock: number times estimated period, not arrival
     * @param values one per channel, microvolt or pascal; reused, so read it before returning
     * @param flaws one per channel, bits of {@link Flaw}; reused likewise
     */
    void sample(long number, long atNanos, double[] values, int[] flaws);

    /**
     * Samples that are missing, told when the next one comes.
     *
     * @param gap which
     */
    void gap(Gap gap);
}
