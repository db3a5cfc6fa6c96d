package org.pelvi4j.exercise;

/** What is told of a repetition by feel at this moment. Source: SCREENS 3, RESULT. Immutable. */
public enum Telling {
    /** Nothing: it goes on, or it was told. */
    NOTHING,
    /** The person is asked first whether it was got. */
    ASKED,
    /** How it went. */
    TOLD
}
