package org.pelvi4j.display.draw;

/** What one LED of a row shows; on LEDs of one colour all but OFF are alike. Immutable. */
public enum Light {
    /** Dark. */
    OFF,
    /** The level. */
    LEVEL,
    /** The goal of a contraction. */
    WORK,
    /** The goal of a release. */
    HOME,
    /** No signal. */
    FAULT
}
