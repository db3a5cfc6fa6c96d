package org.pelvi4j.feedback;

/** How one half of a repetition went, as a mark. Immutable. */
public enum Mark {
    /** Still to come. */
    TO_COME,
    /** Done. */
    DONE,
    /** Not done. */
    NOT_DONE,
    /** Not judged. */
    NOT_JUDGED
}
