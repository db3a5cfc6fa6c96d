package org.pelvi4j.sim;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.SensorInfo;

/** What a virtual device measures: a simulated body, or a recording. Confined to one thread. */
public interface Source {
    /**
     * Tells what comes.
     *
     * @return rate, channels and units
     */
    SensorInfo info();

    /**
     * Takes the next instant, one period after the last.
     *
     * @param values filled, one per channel, microvolt or pascal
     * @return false when the source has ended; then the values are not touched
     */
    boolean next(double[] values);

    /**
     * What the body behind the values really does.
     *
     * @return it grows as instants are taken; null for a recording, where nobody knows
     */
    default @Nullable Truth truth() {
        return null;
    }
}
