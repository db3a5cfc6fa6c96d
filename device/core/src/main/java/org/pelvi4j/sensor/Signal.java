package org.pelvi4j.sensor;

/** What a channel measures, and its unit inside. Immutable. */
public enum Signal {
    /** Surface electromyogram, in microvolt. */
    EMG("uV"),
    /** Gauge pressure, in pascal. */
    PRESSURE("Pa");

    private final String unit;

    Signal(String unit) {
        this.unit = unit;
    }

    /**
     * Names the unit.
     *
     * @return {@code uV} or {@code Pa}
     */
    public String unit() {
        return unit;
    }
}
