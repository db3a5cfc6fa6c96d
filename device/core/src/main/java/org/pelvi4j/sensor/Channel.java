package org.pelvi4j.sensor;

/**
 * One channel of a sensor. Immutable.
 *
 * @param role what it is used for
 * @param signal what it measures, and so its unit
 * @param minimum the least value it can tell, in the signal's unit
 * @param maximum the greatest value it can tell, in the signal's unit
 * @param resolution one step of the converter, in the signal's unit
 */
public record Channel(Role role, Signal signal, double minimum, double maximum, double resolution) {
    /** Checks the range. */
    public Channel {
        if (!(maximum > minimum)) {
            throw new IllegalArgumentException("maximum: expected more than " + minimum + " but was " + maximum);
        }
        if (!(resolution > 0)) {
            throw new IllegalArgumentException("resolution: expected a positive number but was " + resolution);
        }
    }
}
