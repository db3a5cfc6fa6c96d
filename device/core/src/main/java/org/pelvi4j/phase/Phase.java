package org.pelvi4j.phase;

/** What the muscle is doing. Immutable. */
public enum Phase {
    /** Contracting or holding. */
    CONTRACT,
    /** Letting go or at rest. */
    RELAX,
    /** Nobody can say: the signal is not valid, or not known long enough. */
    UNKNOWN
}
