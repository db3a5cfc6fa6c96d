package org.pelvi4j.sensor;

/** Why a sample must drive no decision: bits of a channel's flaws, 0 for a good sample. Immutable. */
public final class Flaw {
    /** At a rail of the converter. */
    public static final int SATURATED = 1;
    /** The same code for longer than this sensor can repeat one. */
    public static final int STUCK = 2;
    /** The electrode is off, as the device itself says. */
    public static final int LEAD_OFF = 4;
    /** No number, or outside the sensor's range. */
    public static final int OUT_OF_RANGE = 8;
    /** Older than a live sample may be. */
    public static final int STALE = 16;

    private Flaw() {}
}
