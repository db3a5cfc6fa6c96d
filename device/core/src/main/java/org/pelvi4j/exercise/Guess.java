package org.pelvi4j.exercise;

/** What a person answers, after a repetition by feel, to whether it was got: held, and let go in time. Immutable. */
public enum Guess {
    /** Not asked, or not answered. */
    NONE,
    /** It was. */
    YES,
    /** It was not. */
    NO
}
