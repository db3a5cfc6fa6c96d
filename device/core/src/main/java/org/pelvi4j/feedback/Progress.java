package org.pelvi4j.feedback;

import java.util.List;

/**
 * How far the exercise is. Immutable.
 *
 * @param title the programme's title
 * @param rep the repetition now, from 1; 0 before the first
 * @param reps how many there are
 * @param held one mark per repetition for the contraction
 * @param letGo one mark per repetition for the release
 * @param group which group of the day, from 1; 0 when nobody counts
 * @param groups how many groups a day has
 */
public record Progress(String title, int rep, int reps, List<Mark> held, List<Mark> letGo, int group, int groups) {
    /** Copies the lists. */
    public Progress {
        held = List.copyOf(held);
        letGo = List.copyOf(letGo);
    }

    /** Nothing guided. */
    public static final Progress NONE = new Progress("", 0, 0, List.of(), List.of(), 0, 0);
}
