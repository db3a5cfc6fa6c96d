package org.pelvi4j.sim;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their unit, as people write them: {@code 42 s}, {@code 8.6 cmH2O}, {@code 2}. */
final class Quantity {
    private static final Pattern FORM = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?(?:e-?[0-9]+)?) ?(.*)");

    private Quantity() {}

    /** Reads a number in a range; the unit must stand there, but for none. */
    static Function<String, Double> of(String unit, double low, double high) {
        return text -> {
            Matcher m = FORM.matcher(text.strip());
            if (m.matches() && m.group(2).equals(unit)) {
                double number = Double.parseDouble(m.group(1));
                if (number >= low && number <= high) {
                    return number;
                }
            }
            throw new IllegalArgumentException("expected " + plain(low) + " to " + plain(high)
                    + (unit.isEmpty() ? "" : " " + unit) + " but was '" + text + "'");
        };
    }

    static Function<String, Double> percent(double low, double high) {
        return of("%", low, high).andThen(percent -> percent / 100);
    }

    static Function<String, Long> whole(long high) {
        return text -> {
            if (text.matches("[0-9]{1,18}") && Long.parseLong(text) <= high) {
                return Long.parseLong(text);
            }
            throw new IllegalArgumentException("expected a whole number to " + high + " but was '" + text + "'");
        };
    }

    private static String plain(double number) {
        return number == StrictMath.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
