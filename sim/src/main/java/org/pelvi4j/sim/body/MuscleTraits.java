package org.pelvi4j.sim.body;

/**
 * One person's muscle as the sensors see it. Immutable.
 *
 * @param restMicrovolts RMS of the EMG at rest
 * @param maxMicrovolts RMS of the EMG at the strongest contraction
 * @param lowHz lower corner of the EMG's spectrum
 * @param highHz upper corner of the EMG's spectrum
 * @param restPascal pressure of the probe at rest
 * @param squeezePascal pressure above rest at the strongest contraction
 * @param riseRadPerSecond natural frequency of the force
 * @param fatigueSeconds how slowly fatigue builds up
 * @param recoverySeconds how slowly it goes
 */
public record MuscleTraits(
        double restMicrovolts,
        double maxMicrovolts,
        double lowHz,
        double highHz,
        double restPascal,
        double squeezePascal,
        double riseRadPerSecond,
        double fatigueSeconds,
        double recoverySeconds) {
    /** Checks the EMG's levels. */
    public MuscleTraits {
        if (!(restMicrovolts > 0 && maxMicrovolts > restMicrovolts)) {
            throw new IllegalArgumentException("maxMicrovolts: expected more than rest " + restMicrovolts
                    + ", and that positive, but was " + maxMicrovolts);
        }
    }
}
