package org.pelvi4j.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;

/** The texts of an EDF header: printable ASCII 32 to 126 only, whatever the locale. Source: DOMAIN 4.1. */
final class EdfText {
    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };
    /** The first and last year that two digits can tell: 85 to 99 are 19xx, 00 to 84 are 20xx. Source: DOMAIN 4.1. */
    private static final int FIRST_YEAR = 1985;

    private static final int LAST_YEAR = 2084;
    private static final int NUMBER_WIDTH = 8;

    private EdfText() {}

    /** A number in at most 8 characters, with as many decimals as fit. */
    static String number(double value, RoundingMode rounding) {
        BigDecimal exact = BigDecimal.valueOf(value);
        for (int decimals = NUMBER_WIDTH - 2; decimals >= 0; decimals--) {
            String text = plain(exact.setScale(decimals, rounding));
            if (text.length() <= NUMBER_WIDTH) {
                return text;
            }
        }
        throw new IllegalArgumentException("number: expected one that fits into 8 characters but was " + value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A text without blanks, for one part of a field: accents go, blanks and what is not ASCII become {@code _}. */
    static String part(String text, int limit) {
        String bare = Normalizer.normalize(text.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String ascii = bare.replaceAll("[^!-~]", "_");
        String cut = ascii.substring(0, Math.min(limit, ascii.length()));
        return cut.isEmpty() ? "X" : cut;
    }

    /** The patient field: a code and nothing else. */
    static String patient(String code) {
        return part(code, 60) + " X X X";
    }

    /** The recording field. A date outside 1985 to 2084 is unknown: it comes from a clock that was never set. */
    static String recording(ZonedDateTime start, String equipment) {
        String date = "X";
        if (known(start)) {
            date = String.format(
                    Locale.ROOT,
                    "%02d-%s-%04d",
                    start.getDayOfMonth(),
                    MONTHS[start.getMonthValue() - 1],
                    start.getYear());
        }
        return "Startdate " + date + " X X Pelvi4J:" + part(equipment, 40);
    }

    /** {@code dd.mm.yy}; 01.01.85 when the year cannot be told. */
    static String date(ZonedDateTime start) {
        LocalDate day = known(start) ? start.toLocalDate() : LocalDate.of(FIRST_YEAR, 1, 1);
        return String.format(
                Locale.ROOT, "%02d.%02d.%02d", day.getDayOfMonth(), day.getMonthValue(), day.getYear() % 100);
    }

    /** {@code hh.mm.ss}. */
    static String time(ZonedDateTime start) {
        return String.format(Locale.ROOT, "%02d.%02d.%02d", start.getHour(), start.getMinute(), start.getSecond());
    }

    private static boolean known(ZonedDateTime start) {
        return start.getYear() >= FIRST_YEAR && start.getYear() <= LAST_YEAR;
    }
}
