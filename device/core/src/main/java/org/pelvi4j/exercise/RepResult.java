package org.pelvi4j.exercise;

/**
 * How one repetition went, contraction and release alike. Immutable.
 *
 * @param rep which, from 1
 * @param set in which set, from 1
 * @param judged false when it cannot be judged: no scale yet, poor signal, cut by a gap
 * @param held whether the goal was kept for 80 % of the scored work time
 * @param letGo whether the level was back home before half of the rest was over
 * @param heldSeconds time in the goal
 * @param workSeconds time asked for
 * @param releaseSeconds from the rest cue until home; NaN when home was not reached
 * @param score mean of the shares of work and rest spent in their goals, 0 to 1; NaN when not judged
 * @param response how the contraction answered the prompt
 * @param measures what was measured in it
 * @param guess what the person said of it before it was told
 */
public record RepResult(
        int rep,
        int set,
        boolean judged,
        boolean held,
        boolean letGo,
        double heldSeconds,
        double workSeconds,
        double releaseSeconds,
        double score,
        Response response,
        RepMeasures measures,
        Guess guess) {
    /**
     * A result of which nothing was measured.
     *
     * @param rep which, from 1
     * @param set in which set, from 1
     * @param judged false when it cannot be judged
     * @param held whether the goal was kept
     * @param letGo whether the level was home in time
     * @param heldSeconds time in the goal
     * @param workSeconds time asked for
     * @param releaseSeconds from the rest cue until home; NaN when home was not reached
     * @param score 0 to 1; NaN when not judged
     * @param response how the contraction answered the prompt
     */
    public RepResult(
            int rep,
            int set,
            boolean judged,
            boolean held,
            boolean letGo,
            double heldSeconds,
            double workSeconds,
            double releaseSeconds,
            double score,
            Response response) {
        this(
                rep,
                set,
                judged,
                held,
                letGo,
                heldSeconds,
                workSeconds,
                releaseSeconds,
                score,
                response,
                RepMeasures.NONE,
                Guess.NONE);
    }

    /**
     * A result of which the contraction's own times are not known.
     *
     * @param rep which, from 1
     * @param set in which set, from 1
     * @param judged false when it cannot be judged
     * @param held whether the goal was kept
     * @param letGo whether the level was home in time
     * @param heldSeconds time in the goal
     * @param workSeconds time asked for
     * @param releaseSeconds from the rest cue until home; NaN when home was not reached
     * @param score 0 to 1; NaN when not judged
     */
    public RepResult(
            int rep,
            int set,
            boolean judged,
            boolean held,
            boolean letGo,
            double heldSeconds,
            double workSeconds,
            double releaseSeconds,
            double score) {
        this(rep, set, judged, held, letGo, heldSeconds, workSeconds, releaseSeconds, score, Response.NONE);
    }

    RepResult with(RepMeasures measured) {
        return with(measured, guess);
    }

    /**
     * The same with what the person said of it.
     *
     * @param answer what
     * @return the result
     */
    public RepResult guessed(Guess answer) {
        return with(measures, answer);
    }

    private RepResult with(RepMeasures measured, Guess answer) {
        return new RepResult(
                rep,
                set,
                judged,
                held,
                letGo,
                heldSeconds,
                workSeconds,
                releaseSeconds,
                score,
                response,
                measured,
                answer);
    }

    /**
     * Tells whether the person's own judgement can be compared with what was measured.
     *
     * @return whether there is both
     */
    public boolean isGuessed() {
        return judged && guess != Guess.NONE;
    }

    /**
     * Tells whether the person knew how it went.
     *
     * @return whether they said yes where it was held and let go in time, or no where one of the two was not
     */
    public boolean isGuessedRight() {
        return isGuessed() && (guess == Guess.YES) == (held && letGo);
    }
}
