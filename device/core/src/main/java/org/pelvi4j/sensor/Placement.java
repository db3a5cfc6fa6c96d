package org.pelvi4j.sensor;

/** Gives a chip's conversions their numbers and times. Confined to one thread. */
interface Placement {
    /** The wires were opened, for the first time or anew. */
    void opened();

    /** How long it is until the chip is to be asked. */
    long waitNanos(long nowNanos);

    /** The chip is being asked now. */
    void asked(long nowNanos);

    /**
     * Hands on one conversion.
     *
     * @param conversions how many the chip made since the last, this one included
     * @param takenNanos when it was taken
     * @param nowNanos now
     */
    void place(int conversions, long takenNanos, long nowNanos, double[] values, int[] flaws, SampleSink out);

    /** The rate that was found, when it is far from what it should be; else 0. */
    double wrongRateHz();
}
