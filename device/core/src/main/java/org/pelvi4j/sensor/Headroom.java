package org.pelvi4j.sensor;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a pressure sensor can tell, from its zero in air to where it ends. To be shown at every calibration: a bridge's
 * own offset can take most of a converter's range. Source: DOMAIN.md 3.12. Immutable.
 *
 * @param upPascal above zero
 * @param downPascal below zero
 */
public record Headroom(double upPascal, double downPascal) {
    /** An anal sensor must tell that much. Source: DOMAIN.md 3.12. */
    public static final double ANAL_PASCAL = 45_000;
    /** A vaginal sensor that tells that much sees coughs too. Source: DOMAIN.md 3.2, range rule. */
    public static final double VAGINAL_PASCAL = 25_000;

    /** Enough for squeezes alone. Source: DOMAIN.md 3.2, range rule. */
    private static final double SQUEEZE_PASCAL = 10_000;

    private static final double CMH2O = 98.0665;

    /**
     * Computes it.
     *
     * @param channel a pressure channel, as the sensor tells it
     * @param probe what it tells in air, and its scale
     * @return what is left on both sides
     */
    public static Headroom of(Channel channel, ProbeCalibration probe) {
        return new Headroom(probe.pascal(channel.maximum()), -probe.pascal(channel.minimum()));
    }

    /**
     * The same by the data sheet alone, or of a channel that is corrected already.
     *
     * @param channel a pressure channel whose zero is 0
     * @return what is left on both sides
     */
    public static Headroom of(Channel channel) {
        return new Headroom(channel.maximum(), -channel.minimum());
    }

    /**
     * Tells why this sensor is refused for anal use.
     *
     * @return the reason with what mends it, or nothing when it can be used
     */
    public Optional<String> refusalForAnalUse() {
        if (upPascal >= ANAL_PASCAL) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "This sensor ends %.1f kPa above zero and an anal probe needs %.0f kPa: use a sensor of 50 kPa or more;"
                        + " a bridge of that range needs gain 64 or a divider before its HX711",
                upPascal / 1000,
                ANAL_PASCAL / 1000));
    }

    /**
     * Tells whether it is enough for squeezes, coughs aside.
     *
     * @return whether no squeeze of a vaginal probe is cut off
     */
    public boolean showsSqueezes() {
        return upPascal >= SQUEEZE_PASCAL;
    }

    /**
     * Tells what a vaginal probe cannot show with this sensor.
     *
     * @return the advice, or nothing when it can show all
     */
    public Optional<String> adviceForVaginalUse() {
        if (upPascal >= VAGINAL_PASCAL) {
            return Optional.empty();
        }
        String what = showsSqueezes() ? "coughs will be cut off" : "strong squeezes and coughs will be cut off";
        return Optional.of(
                String.format(Locale.ROOT, "This sensor ends %.1f kPa above zero: %s", upPascal / 1000, what));
    }

    /**
     * Shows it.
     *
     * @return such as {@code range -12 to +88 cmH2O around zero in air}
     */
    public String text() {
        return String.format(
                Locale.ROOT, "range %.0f to %+.0f cmH2O around zero in air", -downPascal / CMH2O, upPascal / CMH2O);
    }
}
