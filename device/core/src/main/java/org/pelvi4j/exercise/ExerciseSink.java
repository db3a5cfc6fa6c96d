package org.pelvi4j.exercise;

/** Takes what the controller of an exercise says, in the order it happens. */
public interface ExerciseSink {
    /**
     * The person is asked for something else.
     *
     * @param cue what, from when, until when
     */
    void cue(Cue cue);

    /**
     * A repetition is over, its rest included.
     *
     * @param result how it went
     */
    void rep(RepResult result);

    /**
     * The exercise is over; nothing follows.
     *
     * @param result how it went
     */
    void done(ExerciseResult result);
}
