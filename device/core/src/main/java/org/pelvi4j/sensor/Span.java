package org.pelvi4j.sensor;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pelvi4j.bus.DeviceUri;

/**
 * The pressures between which a part is specified, as its order code tells: {@code range=160mbar}, {@code range=-1..1psi}.
 * Immutable.
 *
 * @param lowPascal its least pressure
 * @param highPascal its greatest pressure
 */
public record Span(double lowPascal, double highPascal) {
    /** Source: DOMAIN.md 1.9. */
    private static final Map<String, Double> PASCALS = new TreeMap<>(Map.of(
            "Pa", 1.0,
            "kPa", 1000.0,
            "mbar", 100.0,
            "hPa", 100.0,
            "bar", 100_000.0,
            "psi", 6894.757,
            "cmH2O", 98.0665,
            "inH2O", 249.08891,
            "mmHg", 133.322));

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern FORM = Pattern.compile("(?:" + NUMBER + "\\.\\.)?" + NUMBER + "([A-Za-z0-9]+)");

    /** Checks the order. */
    public Span {
        if (!(highPascal > lowPascal)) {
            throw new IllegalArgumentException(
                    "highPascal: expected more than " + lowPascal + " but was " + highPascal);
        }
    }

    /**
     * Reads the option {@code range}.
     *
     * @param uri the sensor's
     * @param usual what is meant when it is not there, such as {@code 25psi}; empty when it must be there
     * @return the range; it begins at 0 where only one number is given
     * @throws IllegalArgumentException saying what was expected
     */
    public static Span of(DeviceUri uri, String usual) {
        String text = uri.option("range").orElse(usual.isEmpty() ? "missing" : usual);
        Matcher parts = FORM.matcher(text);
        Double unit = parts.matches() ? PASCALS.get(parts.group(3)) : null;
        if (unit != null) {
            double low = parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1)) * unit;
            double high = Double.parseDouble(parts.group(2)) * unit;
            if (high > low) {
                return new Span(low, high);
            }
        }
        throw uri.wrong(
                "option 'range'",
                "the range of the part's order code such as 160mbar, 6kPa or -1..1psi ("
                        + String.join(", ", PASCALS.keySet()) + ")",
                text);
    }

    /**
     * Its greatest pressure for people.
     *
     * @return such as {@code 16.0 kPa}
     */
    public String text() {
        return String.format(Locale.ROOT, "%.1f kPa", highPascal / 1000);
    }
}
