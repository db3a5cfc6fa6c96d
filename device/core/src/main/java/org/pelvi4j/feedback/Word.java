package org.pelvi4j.feedback;

/** The word and shape of the cue. Source: SCREENS 2 and 4. Immutable. */
public enum Word {
    /** No word. */
    NONE,
    /** Checking. */
    CHECK,
    /** Ready. */
    READY,
    /** Squeeze: the shape is a triangle. */
    SQUEEZE,
    /** Hold: a square. */
    HOLD,
    /** Let go: a triangle upside down. */
    LET_GO,
    /** Rest: a circle. */
    REST,
    /** Paused: two bars. */
    PAUSED,
    /** No signal: a cross. */
    NO_SIGNAL,
    /** Done. */
    DONE,
    /** Enough for this set: ended early, by the fatigue rule. */
    ENOUGH
}
