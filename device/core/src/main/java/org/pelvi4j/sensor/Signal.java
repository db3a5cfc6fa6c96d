package org.pelvi4j.sensor;

/** What a channel measures, and its unit inside. Immutable. */
public enum Signal {
    /** Surface electromyogram, in microvolt. */
    EMG("uV"),
    /** Gauge pressure, in pascal. */
    PRESSURE("Pa"),
    /**
     * A surface electromyogram that the board has rectified already, most often smoothed too, in microvolt: no band can be
     * cut out of it any more. Its gain is often nobody's guess: only ratios to rest and maximum mean something. Source:
     * DOMAIN.md 3.3.
     */
    ENVELOPE("uV");

    private final String unit;

    Signal(String unit) {
        this.unit = unit;
    }

    /**
     * Tells whether muscle voltages are measured.
     *
     * @return true for microvolt
     */
    public boolean isElectric() {
        return this != PRESSURE;
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
