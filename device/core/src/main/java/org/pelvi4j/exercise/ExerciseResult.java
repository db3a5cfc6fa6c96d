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

    /** It counts as a group of the day from this share of its repetitions on. */
    private static final double GROUP_SHARE = 0.5;

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
     * Tells whether it counts as a group of the day.
     *
     * @return whether it does
     */
    public boolean isGroup() {
        return isGroup(end == End.COMPLETED || end == End.FATIGUE, reps.size(), planned);
    }

    /**
     * Tells whether an exercise counts as a group of the day: done to its end, ended by the fatigue rule, or half of it done.
     *
     * @param whole whether it came to one of these ends
     * @param done how many repetitions were done
     * @param planned how many the programme has
     * @return whether it does
     */
    public static boolean isGroup(boolean whole, int done, int planned) {
        return whole || (planned > 0 && done >= GROUP_SHARE * planned);
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

    /**
     * Counts repetitions by feel of which the person said whether they were got.
     *
     * @return repetitions that were asked about, answered and judged
     */
    public long guessed() {
        return reps.stream().filter(RepResult::isGuessed).count();
    }

    /**
     * Counts those of which they were right.
     *
     * @return repetitions guessed right
     */
    public long guessedRight() {
        return reps.stream().filter(RepResult::isGuessedRight).count();
    }
}
