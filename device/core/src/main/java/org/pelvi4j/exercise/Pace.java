package org.pelvi4j.exercise;

/** How an exercise stands. Source: SCREENS 3. Immutable. */
public enum Pace {
    /** Started; the first good sample begins it. */
    WAITING,
    /** The steps follow one another. */
    RUNNING,
    /** No valid sample for one second: the clock stands. */
    NO_SIGNAL,
    /** Paused by the person. */
    PAUSED,
    /** Three seconds before it goes on after a pause or without a signal. */
    COUNT_IN,
    /** Over. */
    ENDED
}
