package org.pelvi4j.sim.device;

/** What became of a frame. Immutable. */
public enum Fate {
    /** The reader was given all of it, as the board sent it. */
    SENT,
    /** A fault of the wire changed it. */
    DAMAGED,
    /** A fault kept it back: the board was off, or left it out. */
    WITHHELD,
    /** The reader was slow, and the port took no more. */
    OVERRUN,
    /** No program had the port open. */
    CLOSED,
    /** The plug was out. */
    UNPLUGGED
}
