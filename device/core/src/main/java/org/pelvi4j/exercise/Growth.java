package org.pelvi4j.exercise;

/** What a progression may change, one thing at a time. Source: DOMAIN 1.5. Immutable. */
public enum Growth {
    /** Hold one second longer. */
    WORK,
    /** One repetition more in each set. */
    REPS,
    /** Rest one second less. */
    REST
}
