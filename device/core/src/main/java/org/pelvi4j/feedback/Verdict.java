package org.pelvi4j.feedback;

/** What the set-up says of one of its figures; a human being decides. Source: SCREENS 11. Immutable. */
public enum Verdict {
    /** Nothing is said. */
    NONE,
    /** As it should be. */
    OK,
    /** Worth a look: one may go on, and it is recorded. */
    LOOK,
    /** One cannot go on. */
    STOP
}
