package org.pelvi4j.sensor;

/**
 * How a sensor is at the moment. Immutable.
 *
 * @param kind what is the matter
 * @param text one line for people: the part and what mends it; empty when all is well
 */
public record SensorState(Kind kind, String text) {
    /** What is the matter. */
    public enum Kind {
        /** Samples come. */
        OK,
        /** Not opened yet, or waiting for the device's first answer. */
        STARTING,
        /** The port or chip is not there. */
        ABSENT,
        /** Somebody else uses it. */
        BUSY,
        /** This user may not open it. */
        NO_PERMISSION,
        /** It is open and nothing comes. */
        SILENT,
        /** What comes is not what was expected there. */
        WRONG_DEVICE,
        /** There are no more samples: a recording's end. */
        ENDED
    }

    /** All is well. */
    public static final SensorState OK = new SensorState(Kind.OK, "");
}
