package org.pelvi4j.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose days, the person's own. Confined to one thread. */
final class Period {
    @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2026-11-01.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
    private @Nullable String to;

    boolean given() {
        return from != null || to != null;
    }

    /** The first day, or this one where nobody said. */
    LocalDate first(LocalDate otherwise) {
        return from == null ? otherwise : date("--from", from);
    }

    /** The last day, or this one where nobody said. */
    LocalDate last(LocalDate otherwise) {
        LocalDate day = to == null ? otherwise : date("--to", to);
        if (from != null && to != null && day.isBefore(date("--from", from))) {
            throw new IllegalArgumentException("--to: expected " + from + " or later but was " + to);
        }
        return day;
    }

    Instant from(ZoneId zone) {
        return from == null
                ? Instant.MIN
                : first(LocalDate.MIN).atStartOfDay(zone).toInstant();
    }

    /** The moment after the last. */
    Instant to(ZoneId zone) {
        return to == null
                ? Instant.MAX
                : last(LocalDate.MAX).plusDays(1).atStartOfDay(zone).toInstant();
    }

    static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    option + ": expected a date such as 2026-11-24 but was '" + text + "'", e);
        }
    }
}
