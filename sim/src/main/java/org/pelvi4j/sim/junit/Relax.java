package org.pelvi4j.sim.junit;

/** What a test may be excused from, one by one. Immutable. */
public enum Relax {
    /** The sensor or the port may be open when the test ends. */
    LEFT_OPEN,
    /** Nothing need be read at all. */
    NEVER_READ,
    /** Frames may be lost because the reader is slow. */
    SLOW_READER
}
