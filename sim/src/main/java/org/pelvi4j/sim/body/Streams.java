package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;

/**
 * One stream of random numbers per source, split off in a fixed order, all of them whether used or not: what one source
 * takes leaves the others as they are. A new source goes to the end of {@link #of}. Confined to one thread.
 *
 * @param person between-person variation
 * @param drive reaction, errors, tremor
 * @param emg the muscle's EMG
 * @param contact gain of the electrodes
 * @param fatigue wander of the spectrum
 * @param breathing breaths
 * @param mains hum
 * @param sensor noise of amplifier or bridge
 * @param abdominal EMG of the abdominal channel
 * @param heart beats
 * @param probe balloon: warming, slow waves
 * @param events coughs, movement and the like
 * @param faults of sensor and wire
 */
public record Streams(
        Draws person,
        Draws drive,
        Draws emg,
        Draws contact,
        Draws fatigue,
        Draws breathing,
        Draws mains,
        Draws sensor,
        Draws abdominal,
        Draws heart,
        Draws probe,
        Draws events,
        Draws faults) {
    /**
     * Splits a seed.
     *
     * @param seed any number
     * @return its streams
     */
    public static Streams of(long seed) {
        Draws root = Draws.of(seed);
        return new Streams(
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split());
    }
}
