package org.pelvi4j.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 5 s}, {@code 0.5 s}, {@code 2 min}. */
final class Spans {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)\\s*(s|min)");

    private Spans() {}

    static Duration parse(String text) {
        Matcher span = SPAN.matcher(text.strip());
        if (!span.matches()) {
            throw new IllegalArgumentException("expected a time such as '5 s' or '2 min' but was '" + text + "'");
        }
        long millis = new BigDecimal(span.group(1)).movePointRight(3).longValueExact();
        return Duration.ofMillis(span.group(2).equals("min") ? millis * 60 : millis);
    }

    /** As people write it, in the shortest form: {@code 5 s}, {@code 0.5 s}. */
    static String text(Duration span) {
        return number(span) + " s";
    }

    static String number(Duration span) {
        return BigDecimal.valueOf(span.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
