package org.pelvi4j.frame;

import java.nio.charset.StandardCharsets;

/**
 * Reads the numbers of a text line: {@code [name:] number}, apart by comma, semicolon, tab or blanks. Digits are ASCII
 * and the point is a point, whatever the locale. Confined to one thread.
 */
final class Numbers {
    /** More values than any board prints. Source: chosen. */
    static final int MOST = 16;

    /** Up to that many digits a double holds every whole number. Source: 2^53. */
    private static final int EXACT_DIGITS = 15;
    /** Powers of ten that a double holds exactly. Source: 10^22 < 2^53 * 2^22. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final double[] fields = new double[MOST];
    private byte[] line = new byte[0];
    private int at;
    private int end;
    private double value;

    /** Reads a line; gives how many values it has, or -1 when it is no line of numbers. */
    int read(byte[] bytes, int length) {
        line = bytes;
        at = 0;
        end = length;
        skipBlanks();
        int count = 0;
        while (at < end) {
            if (count == MOST || !skipName() || !readNumber()) {
                return -1;
            }
            fields[count++] = value;
            if (at < end && !skipSeparator()) {
                return -1;
            }
        }
        return count == 0 ? -1 : count;
    }

    /** The values of the last line read. */
    double[] fields() {
        return fields;
    }

    private void skipBlanks() {
        while (at < end && (line[at] == ' ' || line[at] == '\t')) {
            at++;
        }
    }

    /** One comma or semicolon with blanks around it, or blanks alone; a comma at the end leads nowhere. */
    private boolean skipSeparator() {
        int before = at;
        skipBlanks();
        if (at < end && (line[at] == ',' || line[at] == ';')) {
            at++;
            skipBlanks();
            return at < end;
        }
        return at > before;
    }

    private boolean skipName() {
        if (!isLetter(line[at])) {
            return true;
        }
        while (at < end && (isLetter(line[at]) || isDigit(line[at]) || line[at] == '.' || line[at] == '-')) {
            at++;
        }
        if (at == end || line[at] != ':') {
            return false;
        }
        at++;
        skipBlanks();
        return at < end;
    }

    private boolean readNumber() {
        boolean negative = line[at] == '-';
        at += negative || line[at] == '+' ? 1 : 0;
        int first = at;
        long digits = 0;
        int significant = 0;
        int count = 0;
        int scale = 0;
        boolean fraction = false;
        for (; at < end && (isDigit(line[at]) || (line[at] == '.' && !fraction)); at++) {
            if (line[at] == '.') {
                fraction = true;
                continue;
            }
            count++;
            significant += significant > 0 || line[at] != '0' ? 1 : 0;
            digits = significant > EXACT_DIGITS ? 0 : 10 * digits + (line[at] - '0');
            scale -= fraction ? 1 : 0;
        }
        if (count == 0) {
            return false;
        }
        int exponent = readExponent();
        double size = significant <= EXACT_DIGITS && Math.abs(scale + exponent) < EXACT_POWERS.length
                ? scaled(digits, scale + exponent)
                : Double.parseDouble(new String(line, first, at - first, StandardCharsets.US_ASCII));
        value = negative ? -size : size;
        return Double.isFinite(value);
    }

    /** Both numbers are exact, so one division or multiplication rounds correctly. */
    private static double scaled(long digits, int exponent) {
        return exponent < 0 ? digits / EXACT_POWERS[-exponent] : digits * EXACT_POWERS[exponent];
    }

    /** Reads an exponent of at most 3 digits; without one leaves the place as it is and gives 0. */
    private int readExponent() {
        int first = at;
        if (at == end || (line[at] != 'e' && line[at] != 'E')) {
            return 0;
        }
        at++;
        boolean negative = at < end && line[at] == '-';
        at += at < end && (line[at] == '-' || line[at] == '+') ? 1 : 0;
        int digits = at;
        int exponent = 0;
        while (at < end && isDigit(line[at]) && at - digits < 3) {
            exponent = 10 * exponent + (line[at++] - '0');
        }
        if (at == digits) {
            at = first;
            return 0;
        }
        return negative ? -exponent : exponent;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(byte character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }
}
