package org.pelvi4j.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.RepResult;

/**
 * How far the exercise is. Immutable.
 *
 * @param plan what is practised
 * @param rep the repetition now, from 1; 0 before the first
 * @param held one mark per repetition for the contraction
 * @param letGo one mark per repetition for the release
 * @param again the repetition that starts again after an interruption; 0 when none does
 * @param last how the last finished repetition went; null before the first
 */
public record Progress(
        Plan plan,
        int rep,
        List<Mark> held,
        List<Mark> letGo,
        int again,
        @Nullable RepResult last) {
    /** Copies the lists. */
    public Progress {
        held = List.copyOf(held);
        letGo = List.copyOf(letGo);
    }

    /** Nothing guided. */
    public static final Progress NONE = new Progress(Plan.NONE, 0, List.of(), List.of(), 0, null);

    /**
     * The same with a repetition that starts again.
     *
     * @param rep which; 0 for none
     * @return the progress during the interruption
     */
    public Progress startingAgain(int rep) {
        return new Progress(plan, this.rep, held, letGo, rep, last);
    }
}
