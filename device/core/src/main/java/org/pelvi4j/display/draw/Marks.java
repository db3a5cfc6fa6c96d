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

    /**
     * Counts what could be judged: neither what is still to come nor what a gap or a scale still unknown left open.
     *
     * @param progress how far the exercise is
     * @return repetitions
     */
    public static int judged(Progress progress) {
        return (int) progress.held().stream()
                .filter(mark -> mark == Mark.DONE || mark == Mark.NOT_DONE)
                .count();
    }

    /**
     * Counts what was practised without being judged.
     *
     * @param progress how far the exercise is
     * @return repetitions
     */
    public static int unjudged(Progress progress) {
        return (int)
                progress.held().stream().filter(mark -> mark == Mark.NOT_JUDGED).count();
    }

    private static int done(List<Mark> marks) {
        return (int) marks.stream().filter(mark -> mark == Mark.DONE).count();
    }
}
