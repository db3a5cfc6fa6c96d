package org.pelvi4j.app.clinic;

import java.util.Locale;
import org.pelvi4j.sensor.Signal;

/** A level as physiotherapists read it: microvolt, or cmH2O, with no more digits than the noise allows. Immutable. */
public final class Amount {
    /** Source: DOMAIN 1.9. */
    private static final double PASCAL_PER_CMH2O = 98.0665;

    private Amount() {}

    /**
     * Converts a level to the unit it is shown in.
     *
     * @param signal what was measured
     * @param level in microvolt or pascal
     * @return in microvolt or cmH2O
     */
    public static double shown(Signal signal, double level) {
        return signal.isElectric() ? level : level / PASCAL_PER_CMH2O;
    }

    /**
     * Names the unit it is shown in.
     *
     * @param signal what was measured
     * @return in ASCII, since character displays and logs know no more
     */
    public static String unit(Signal signal) {
        return signal.isElectric() ? "uV" : "cmH2O";
    }

    /**
     * Writes a level with its unit.
     *
     * @param signal what was measured
     * @param level in microvolt or pascal
     * @return such as {@code 28.5 uV}; {@code -} when there is none
     */
    public static String text(Signal signal, double level) {
        return Double.isNaN(level) ? "-" : number(signal, level) + " " + unit(signal);
    }

    /**
     * Writes a level without its unit.
     *
     * @param signal what was measured
     * @param level in microvolt or pascal
     * @return such as {@code 28.5}; {@code -} when there is none
     */
    public static String number(Signal signal, double level) {
        return Double.isNaN(level) ? "-" : decimal(shown(signal, level), 1);
    }

    /**
     * Writes a number.
     *
     * @param number which
     * @param decimals how many
     * @return with a point; {@code -} when there is none
     */
    public static String decimal(double number, int decimals) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
