package org.pelvi4j.display.draw;

import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Word;

/** The shape of a cue; it says by itself what the colour says too. Source: SCREENS 2. Immutable. */
public enum Shape {
    /** None. */
    NONE,
    /** Three dots: ready. */
    DOTS,
    /** Triangle: squeeze. */
    UP,
    /** Square: hold. */
    SQUARE,
    /** Triangle upside down: let go. */
    DOWN,
    /** Circle: rest. */
    CIRCLE,
    /** Two bars: paused. */
    BARS,
    /** Cross: no signal. */
    CROSS;

    /**
     * Finds the shape of a word.
     *
     * @param word the cue's word
     * @return its shape
     */
    public static Shape of(Word word) {
        return switch (word) {
            case NONE, CHECK, DONE, ENOUGH -> NONE;
            case READY -> DOTS;
            case SQUEEZE -> UP;
            case HOLD -> SQUARE;
            case LET_GO -> DOWN;
            case REST -> CIRCLE;
            case PAUSED -> BARS;
            case NO_SIGNAL -> CROSS;
        };
    }

    /**
     * Finds the key of the word that a picture asks for with: a cough while one is asked for, else the cue's.
     *
     * @param picture what is shown
     * @return its key; empty for none
     */
    public static String key(Picture picture) {
        return picture.message().key().equals("cue.cough") ? "cue.cough.small" : key(picture.word());
    }

    /**
     * Finds the key of a word's text.
     *
     * @param word the cue's word
     * @return its key in SCREENS 4; empty for none
     */
    public static String key(Word word) {
        return switch (word) {
            case NONE -> "";
            case CHECK -> "cue.check";
            case READY -> "cue.ready";
            case SQUEEZE -> "cue.squeeze";
            case HOLD -> "cue.hold";
            case LET_GO -> "cue.letgo";
            case REST -> "cue.rest";
            case PAUSED -> "state.paused";
            case NO_SIGNAL -> "state.nosignal";
            case DONE -> "state.done";
            case ENOUGH -> "cue.enough";
        };
    }
}
