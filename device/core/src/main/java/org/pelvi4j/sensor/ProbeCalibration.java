package org.pelvi4j.sensor;

import java.time.Instant;

/**
 * What two points, air and a water column, have told of one probe: kept with it, and applied to all that it measures.
 * Immutable.
 *
 * @param zeroPascal what the sensor tells in air
 * @param factor what a told pascal above that really is
 * @param noisePascal the standard deviation in air, really
 * @param when when it was measured, a label
 * @param probe which probe, free text, possibly empty
 */
public record ProbeCalibration(double zeroPascal, double factor, double noisePascal, Instant when, String probe) {
    /** Checks the numbers. */
    public ProbeCalibration {
        if (!Double.isFinite(zeroPascal) || !(noisePascal >= 0)) {
            throw new IllegalArgumentException(
                    "zeroPascal: expected a number but was " + zeroPascal + ", noise " + noisePascal);
        }
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor: expected a positive number but was " + factor);
        }
    }

    /**
     * Corrects a value.
     *
     * @param told what the sensor tells, in pascal
     * @return gauge pressure in pascal
     */
    public double pascal(double told) {
        return (told - zeroPascal) * factor;
    }

    /**
     * Corrects a channel's range.
     *
     * @param told the channel as the sensor tells it
     * @return range and resolution in true pascals
     */
    public Channel channel(Channel told) {
        return new Channel(
                told.role(), told.signal(), pascal(told.minimum()), pascal(told.maximum()), told.resolution() * factor);
    }
}
