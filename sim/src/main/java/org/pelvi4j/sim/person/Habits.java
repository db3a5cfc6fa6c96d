package org.pelvi4j.sim.person;

/**
 * How one person follows prompts. Source: DOMAIN 2.2. Immutable.
 *
 * @param reactionSeconds mean time from cue to contraction
 * @param releaseReactionSeconds mean time from cue to letting go
 * @param releaseSeconds time constant of letting go
 * @param quickShare share of the contraction that is let go at once, before the slow rest; 0 when all goes at one speed
 * @param enduranceSeconds how long the strongest contraction is held before it sags
 * @param lapseShare share of prompts missed
 * @param anticipationShare share of contractions begun before the cue
 * @param trackingShare wander of the level while holding
 * @param tremorShare tremor of the level while holding
 * @param pelvicShare how much of the effort reaches the pelvic floor; 1 for a lift
 * @param abdominalShare how much of it goes to the abdominal muscles; small for a lift, large for a push
 */
public record Habits(
        double reactionSeconds,
        double releaseReactionSeconds,
        double releaseSeconds,
        double quickShare,
        double enduranceSeconds,
        double lapseShare,
        double anticipationShare,
        double trackingShare,
        double tremorShare,
        double pelvicShare,
        double abdominalShare) {
    /**
     * The same person with other attention.
     *
     * @param lapses share of prompts missed
     * @param anticipations share of contractions begun before the cue
     * @return the habits
     */
    public Habits missing(double lapses, double anticipations) {
        return new Habits(
                reactionSeconds,
                releaseReactionSeconds,
                releaseSeconds,
                quickShare,
                enduranceSeconds,
                lapses,
                anticipations,
                trackingShare,
                tremorShare,
                pelvicShare,
                abdominalShare);
    }
}
