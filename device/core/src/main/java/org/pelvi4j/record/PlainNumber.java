package org.pelvi4j.record;

/**
 * Numbers as files write them, whatever the locale: ASCII digits, a dot, an exponent. Java's own parser also takes
 * {@code 1d}, {@code 0x1p3} and {@code Infinity}, which no file means. Source: RELIABILITY B7.
 */
final class PlainNumber {
    /** No file means a longer one. */
    private static final int LONGEST = 40;

    private PlainNumber() {}

    /** The number, or NaN when it is none, too long or beyond all bounds. */
    static double parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Double.NaN;
        }
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            digit |= isDigit;
            if (!isDigit && "+-.eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = digit ? Double.parseDouble(text) : Double.NaN;
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Whether a field says that there is no value. */
    static boolean missing(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("nan");
    }
}
