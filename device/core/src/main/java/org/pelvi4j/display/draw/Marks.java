package org.pelvi4j.display.draw;

import java.util.List;
import org.pelvi4j.feedback.Mark;
import org.pelvi4j.feedback.Progress;

/** The marks of repetitions, as many as a display has room for. Immutable. */
public final class Marks {
    /** So many repetitions still to come stay in sight. */
    private static final int AHEAD = 2;

    private Marks() {}

    /**
     * Cuts a list of marks to the repetitions around the present one.
     *
     * @param marks one per repetition
     * @param rep the repetition now, from 1
     * @param room how many fit
     * @return at most so many
     */
    public static List<Mark> around(List<Mark> marks, int rep, int room) {
        int end = Math.min(marks.size(), Math.max(room, rep + AHEAD));
        return marks.subList(Math.max(0, end - room), end);
    }

    /**
     * Counts what was held.
     *
     * @param progress how far the exercise is
     * @return contractions done
     */
    public static int held(Progress progress) {
        return done(progress.held());
    }

    /**
     * Counts what was let go.
     *
     * @param progress how far the exercise is
     * @return releases done
     */
    public static int letGo(Progress progress) {
        return done(progress.letGo());
    }

    private static int done(List<Mark> marks) {
        return (int) marks.stream().filter(mark -> mark == Mark.DONE).count();
    }
}
