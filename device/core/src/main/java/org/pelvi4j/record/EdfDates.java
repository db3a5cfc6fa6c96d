package org.pelvi4j.record;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The start that a header tells. Source: DOMAIN 4.1. */
final class EdfDates {
    private EdfDates() {}

    /** Null when there is none: 01.01.85 with an unknown start date, or no date at all. */
    static @Nullable LocalDateTime start(EdfHeader header) {
        String[] day = header.startDate().split("\\.", -1);
        String[] time = header.startTime().split("\\.", -1);
        if (day.length != 3 || time.length != 3 || header.recording().startsWith("Startdate X")) {
            return null;
        }
        try {
            int year = Integer.parseInt(day[2]);
            return LocalDateTime.of(
                    year >= 85 ? 1900 + year : 2000 + year,
                    Integer.parseInt(day[1]),
                    Integer.parseInt(day[0]),
                    Integer.parseInt(time[0]),
                    Integer.parseInt(time[1]),
                    Integer.parseInt(time[2]));
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }
}
