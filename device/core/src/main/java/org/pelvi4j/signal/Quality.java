package org.pelvi4j.signal;

/** Whether the signal may drive a decision now, and if not, why. Immutable. */
public enum Quality {
    /** Valid and good. */
    GOOD(true),
    /** Valid but poor: a repetition in it is not judged. */
    WEAK(true),
    /** Filters and windows are not filled yet. */
    SETTLING(false),
    /** No sample for max(200 ms, 3 periods), or one that is missing. */
    MISSING(false),
    /** A sample older than a live one may be. */
    STALE(false),
    /** The same value for longer than this sensor can repeat one. */
    STUCK(false),
    /** At a rail of the converter. */
    SATURATED(false),
    /** The electrode is off: the device says so, or the signal is mains hum. */
    LEAD_OFF(false),
    /** No muscle makes such values. */
    GARBAGE(false);

    private final boolean valid;

    Quality(boolean valid) {
        this.valid = valid;
    }

    /**
     * Tells whether the signal may drive a decision.
     *
     * @return true for GOOD and WEAK
     */
    public boolean valid() {
        return valid;
    }
}
