package org.pelvi4j.record;

import java.util.Optional;
import org.pelvi4j.sensor.Signal;

/** A unit that a recording may be in, converted exactly to microvolt or pascal. Source: DOMAIN 1.9. Immutable. */
public enum Unit {
    /** Microvolt. */
    UV("uV", Signal.EMG, 1),
    /** Millivolt. */
    MV("mV", Signal.EMG, 1e3),
    /** Volt. */
    V("V", Signal.EMG, 1e6),
    /** Pascal. */
    PA("Pa", Signal.PRESSURE, 1),
    /** Kilopascal. */
    KPA("kPa", Signal.PRESSURE, 1e3),
    /** Hectopascal. */
    HPA("hPa", Signal.PRESSURE, 100),
    /** Millibar, the same as hectopascal. */
    MBAR("mbar", Signal.PRESSURE, 100),
    /** Conventional centimetre of water, 980.665 dyn/cm2. */
    CMH2O("cmH2O", Signal.PRESSURE, 98.0665),
    /** Conventional millimetre of mercury, 13.5951 times a millimetre of water. */
    MMHG("mmHg", Signal.PRESSURE, 133.322387415);

    private final String symbol;
    private final Signal signal;
    private final double factor;

    Unit(String symbol, Signal signal, double factor) {
        this.symbol = symbol;
        this.signal = signal;
        this.factor = factor;
    }

    /**
     * Finds a unit by the symbol that a person or a file header writes; case counts only between mV and MV, and a micro
     * sign may stand for the u.
     *
     * @param text such as {@code uV} or {@code cmH2O}
     * @return the unit, if it is one of these
     */
    public static Optional<Unit> of(String text) {
        String plain = text.strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
        for (Unit unit : values()) {
            if (unit.symbol.equals(plain)) {
                return Optional.of(unit);
            }
        }
        for (Unit unit : values()) {
            if (unit.signal == Signal.PRESSURE && unit.symbol.equalsIgnoreCase(plain)) {
                return Optional.of(unit);
            }
        }
        return plain.equals("uv") ? Optional.of(UV) : Optional.empty();
    }

    /**
     * Lists the symbols, for messages.
     *
     * @return all of them, joined
     */
    public static String symbols() {
        var text = new StringBuilder();
        for (Unit unit : values()) {
            text.append(text.length() == 0 ? "" : ", ").append(unit.symbol);
        }
        return text.toString();
    }

    /**
     * Converts a value.
     *
     * @param value in this unit
     * @return the value in microvolt or pascal
     */
    public double toInternal(double value) {
        return value * factor;
    }

    /**
     * Converts a value back.
     *
     * @param internal in microvolt or pascal
     * @return the value in this unit
     */
    public double fromInternal(double internal) {
        return internal / factor;
    }

    /**
     * Names the unit.
     *
     * @return such as {@code cmH2O}
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Tells what it measures.
     *
     * @return EMG or pressure
     */
    public Signal signal() {
        return signal;
    }
}
