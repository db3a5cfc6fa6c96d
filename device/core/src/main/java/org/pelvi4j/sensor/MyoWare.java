package org.pelvi4j.sensor;

import java.util.Set;
import org.pelvi4j.bus.DeviceUri;

/**
 * The three outputs of a MyoWare 2.0 and what a voltage at them stands for at the electrodes. Source: DOMAIN.md 3.3, gain
 * table. Immutable.
 */
public enum MyoWare {
    /** The amplified signal, around half the supply. */
    RAW,
    /** Rectified. */
    RECT,
    /** Rectified and smoothed; its gain is set with a screw and cannot be read. */
    ENV;

    /** What is read here. */
    public static final Set<String> OPTIONS = Set.of("output", "pot");

    /** Of the amplifier. Source: DOMAIN.md 3.3. */
    private static final double GAIN = 200;

    /** Of the envelope's potentiometer as delivered. Source: the same. */
    static final double USUAL_KILOOHM = 50;

    private static final double MOST_KILOOHM = 1000;

    /**
     * Reads the option {@code output}.
     *
     * @param uri the sensor's
     * @return raw, rect or env; raw when it is not there
     * @throws IllegalArgumentException saying what was expected
     */
    public static MyoWare of(DeviceUri uri) {
        String text = uri.option("output").orElse("raw");
        return switch (text) {
            case "raw" -> RAW;
            case "rect" -> RECT;
            case "env" -> ENV;
            default -> throw uri.wrong("option 'output'", "raw, rect or env", text);
        };
    }

    /**
     * Tells what is measured there.
     *
     * @return EMG, or the envelope of one
     */
    public Signal signal() {
        return this == RAW ? Signal.EMG : Signal.ENVELOPE;
    }

    /**
     * Tells where the output is without a muscle.
     *
     * @param supplyVolts of the board
     * @return volts
     */
    public double zeroVolts(double supplyVolts) {
        return this == RAW ? supplyVolts / 2 : 0;
    }

    /**
     * Tells what a volt more stands for. The option {@code pot}, in kiloohm, is what the envelope's screw was turned to.
     *
     * @param uri the sensor's
     * @return microvolts at the electrodes
     * @throws IllegalArgumentException saying what was expected
     */
    public double perVolt(DeviceUri uri) {
        return perVolt(uri.number("pot", 0, MOST_KILOOHM).orElse(USUAL_KILOOHM));
    }

    private double perVolt(double kiloohm) {
        return 1e6 / (this == ENV ? GAIN * (1 + kiloohm) : GAIN);
    }

    /**
     * Converts a voltage.
     *
     * @param volts at the output
     * @param supplyVolts of the board; only RAW depends on it
     * @param kiloohm of the envelope's potentiometer; only ENV depends on it
     * @return microvolts at the electrodes
     */
    double microvolts(double volts, double supplyVolts, double kiloohm) {
        return (volts - zeroVolts(supplyVolts)) * perVolt(kiloohm);
    }

    /**
     * Names it for people.
     *
     * @return such as {@code MyoWare ENV}
     */
    public String text() {
        return "MyoWare " + name();
    }
}
