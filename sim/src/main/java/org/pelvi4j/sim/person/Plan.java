package org.pelvi4j.sim.person;

import org.pelvi4j.sim.draw.Draws;

/**
 * What chance has decided about the next repetition: all of it drawn at once, so that a lapse changes no later
 * repetition. Source: DOMAIN 2.2. Immutable.
 *
 * @param lapse the prompt is missed
 * @param earlySeconds begun before the cue by this; 0 when not anticipated
 * @param reactionSeconds from cue to contraction
 * @param error of the effort, in standard deviations
 * @param releaseReactionSeconds from cue to letting go
 */
record Plan(boolean lapse, double earlySeconds, double reactionSeconds, double error, double releaseReactionSeconds) {
    /** Nobody is faster. Source: DOMAIN 2.2. */
    private static final double FLOOR_SECONDS = 0.12;

    private static final double REACTION_SD_SECONDS = 0.04;
    private static final double RELEASE_SD_SECONDS = 0.06;
    private static final double EARLIEST_SECONDS = 0.2;

    static Plan draw(Habits habits, Draws draws) {
        boolean lapse = draws.uniform() < habits.lapseShare();
        boolean early = draws.uniform() < habits.anticipationShare();
        double earlySeconds = draws.uniform(0.01, EARLIEST_SECONDS);
        return new Plan(
                lapse,
                early ? earlySeconds : 0,
                reaction(habits.reactionSeconds(), REACTION_SD_SECONDS, draws),
                draws.gaussian(),
                reaction(habits.releaseReactionSeconds(), RELEASE_SD_SECONDS, draws));
    }

    private static double reaction(double mean, double deviation, Draws draws) {
        return StrictMath.max(FLOOR_SECONDS, mean + deviation * draws.gaussian());
    }
}
