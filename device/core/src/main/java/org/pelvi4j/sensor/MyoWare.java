package org.pelvi4j.sensor;

/**
 * The three outputs of a MyoWare 2.0 and what a voltage at them stands for at the electrodes. Source: DOMAIN.md 3.3, gain
 * table. Immutable.
 */
enum MyoWare {
    /** The amplified signal, around half the supply. */
    RAW,
    /** Rectified. */
    RECT,
    /** Rectified and smoothed; its gain is set with a screw and cannot be read. */
    ENV;

    /** Of the amplifier. Source: DOMAIN.md 3.3. */
    private static final double GAIN = 200;

    /** Of the envelope's potentiometer as delivered. Source: the same. */
    static final double USUAL_KILOOHM = 50;

    /**
     * Converts a voltage.
     *
     * @param volts at the output
     * @param supplyVolts of the board; only RAW depends on it
     * @param kiloohm of the envelope's potentiometer; only ENV depends on it
     * @return microvolts at the electrodes
     */
    double microvolts(double volts, double supplyVolts, double kiloohm) {
        return switch (this) {
            case RAW -> (volts - supplyVolts / 2) / GAIN * 1e6;
            case RECT -> volts / GAIN * 1e6;
            case ENV -> volts / (GAIN * (1 + kiloohm)) * 1e6;
        };
    }
}
