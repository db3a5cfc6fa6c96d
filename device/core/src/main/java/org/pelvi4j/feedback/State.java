package org.pelvi4j.feedback;

/** The state a display shows. Source: SCREENS 3. Immutable. */
public enum State {
    /** No session. */
    IDLE,
    /** The sensor is being checked. */
    CHECK,
    /** Ready to begin; the last three seconds are ticked. */
    READY,
    /** Asked to contract, not in the goal yet. */
    SQUEEZE,
    /** In the goal of the contraction, or by feel after one second. */
    HOLD,
    /** Asked to let go, not home yet. */
    LET_GO,
    /** At home, or by feel after one second. */
    REST,
    /** The result of a repetition by feel. */
    RESULT,
    /** Between two sets. */
    SET_REST,
    /** Paused by the person. */
    PAUSED,
    /** No valid sample for 300 ms: the cue stays, the level is gone. */
    UNSEEN,
    /** No valid sample for 1 s: the clock stands. */
    NO_SIGNAL,
    /** Over: the summary. */
    DONE,
    /** Nothing guided: the level alone, as in monitor. */
    WATCH,
    /** The physiotherapist sets up: numbers and verdicts for them, the cue alone for the person. */
    SETUP
}
