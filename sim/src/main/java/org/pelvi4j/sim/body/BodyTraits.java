package org.pelvi4j.sim.body;

/**
 * One person's body. Immutable.
 *
 * @param muscle the pelvic floor
 * @param probe what a pressure probe feels of it
 * @param contact false when electrode or probe lie on the table
 */
public record BodyTraits(MuscleTraits muscle, ProbeTraits probe, boolean contact) {}
