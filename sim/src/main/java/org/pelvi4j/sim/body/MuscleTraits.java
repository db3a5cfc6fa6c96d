package org.pelvi4j.sim.body;

/**
 * One person's muscle. Immutable.
 *
 * @param restMicrovolts RMS of the EMG at rest
 * @param maxMicrovolts RMS of the EMG at the strongest contraction
 * @param lowHz lower corner of the EMG's spectrum
 * @param highHz upper corner of the EMG's spectrum
 * @param riseRadPerSecond natural frequency of the force
 * @param fatigueSeconds how slowly fatigue builds up
 * @param recoverySeconds how slowly it goes
 * @param startFatigue how tired the muscle is at the start; 0 when fresh
 * @param reflexLeadSeconds how much earlier than a cough the pelvic floor contracts
 */
public record MuscleTraits(
        double restMicrovolts,
        double maxMicrovolts,
        double lowHz,
        double highHz,
        double riseRadPerSecond,
        double fatigueSeconds,
        double recoverySeconds,
        double startFatigue,
        double reflexLeadSeconds) {
    /** Checks the EMG's levels. */
    public MuscleTraits {
        if (!(restMicrovolts > 0 && maxMicrovolts > restMicrovolts)) {
            throw new IllegalArgumentException("maxMicrovolts: expected more than rest " + restMicrovolts
                    + ", and that positive, but was " + maxMicrovolts);
        }
    }
}
