package org.pelvi4j.signal;

/** The filters of one kind of signal. Confined to one thread. */
sealed interface Chain permits EmgChain, PressureChain {
    /** Takes the newest value, finite. */
    void next(double value);

    /** The filtered value that belongs to the newest. */
    double filtered();

    /** The smoothed strength that belongs to the newest. */
    double envelope();

    /** Whether the signal says that the electrode is off. */
    boolean off();

    /** Whether mains hum is strong with the electrode on. */
    boolean hums();

    /** Begins anew: the next value is the first. */
    void reset();

    /** How long it rings after a new beginning. */
    double settlingSeconds();
}
