package org.pelvi4j.record;

import java.time.ZonedDateTime;
import org.pelvi4j.sensor.SensorInfo;

/**
 * What stands at the head of a recording: who by code only, when, with what. Immutable.
 *
 * @param sensor rate, channels and their ranges; its name goes into the file as the equipment
 * @param start when sample 0 is taken, in the person's own time zone; a label, never used in a duration
 * @param code the person's code such as {@code P-017}, never a name; empty when there is none
 * @param site where the sensor is worn
 */
public record RecordingHeader(SensorInfo sensor, ZonedDateTime start, String code, Site site) {
    /** Where the sensor is worn. It becomes part of a pressure channel's label. */
    public enum Site {
        /** Nobody said. */
        UNSAID,
        /** Vaginal. */
        VAGINAL,
        /** Anal. */
        ANAL
    }

    /**
     * Makes a header without a person.
     *
     * @param sensor what is recorded
     * @param start when sample 0 is taken
     * @return the header
     */
    public static RecordingHeader of(SensorInfo sensor, ZonedDateTime start) {
        return new RecordingHeader(sensor, start, "", Site.UNSAID);
    }

    /**
     * The same for a person.
     *
     * @param code the person's code
     * @return the header
     */
    public RecordingHeader withCode(String code) {
        return new RecordingHeader(sensor, start, code, site);
    }

    /**
     * The same with a known site.
     *
     * @param site where the sensor is worn
     * @return the header
     */
    public RecordingHeader withSite(Site site) {
        return new RecordingHeader(sensor, start, code, site);
    }
}
