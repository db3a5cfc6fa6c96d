package org.pelvi4j.sim.body;

/**
 * What a pressure probe feels in one person. Immutable.
 *
 * @param restPascal at rest
 * @param squeezePascal above rest at the strongest contraction, in the best position
 * @param anal whether the slow waves of the anal canal are felt
 * @param abdominalShare how much of the abdomen's pressure reaches it
 */
public record ProbeTraits(double restPascal, double squeezePascal, boolean anal, double abdominalShare) {}
