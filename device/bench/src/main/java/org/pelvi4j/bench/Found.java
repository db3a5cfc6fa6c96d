package org.pelvi4j.bench;

/**
 * One contraction as the detector found it, in seconds. Immutable.
 *
 * @param onset where it begins
 * @param offset where it ends
 * @param onsetDecided when the onset was known
 * @param offsetDecided when the offset was known
 */
record Found(double onset, double offset, double onsetDecided, double offsetDecided) {}
