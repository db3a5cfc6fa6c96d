package org.pelvi4j.exercise;

import java.util.List;

/**
 * How a whole exercise went. Immutable.
 *
 * @param programme the programme's id
 * @param end how it ended
 * @param reps one result per repetition done, in order
 * @param planned how many repetitions the programme has
 * @param seconds how long it took, pauses left out
 * @param measures what was measured over all of it
 */
public record ExerciseResult(
        String programme, End end, List<RepResult> reps, int planned, double seconds, ExerciseMeasures measures) {
    /** How an exercise ends. */
    public enum End {
        /** To its last rest. */
        COMPLETED,
        /** The person stopped it, or a pause lasted 5 min. */
        STOPPED,
        /** The fatigue rule ended it. Source: DOMAIN 1.13. */
        FATIGUE,
        /** The source of the samples ended. */
        SIGNAL_ENDED
    }

    /** Copies the list. */
    public ExerciseResult {
        reps = List.copyOf(reps);
    }

    /**
     * A result of which nothing was measured.
     *
     * @param programme the programme's id
     * @param end how it ended
     * @param reps one result per repetition done, in order
     * @param planned how many repetitions the programme has
     * @param seconds how long it took
     */
    public ExerciseResult(String programme, End end, List<RepResult> reps, int planned, double seconds) {
        this(programme, end, reps, planned, seconds, ExerciseMeasures.NONE);
    }

    /**
     * Counts contractions that kept the goal.
     *
     * @return repetitions held
     */
    public long held() {
        return reps.stream().filter(RepResult::held).count();
    }

    /**
     * Counts releases in time.
     *
     * @return repetitions let go in time
     */
    public long letGo() {
        return reps.stream().filter(RepResult::letGo).count();
    }
}
