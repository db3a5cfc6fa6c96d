package org.pelvi4j.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Days;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import org.pelvi4j.exercise.DayPlan;

/** How a day stands, in a few lines. Immutable. */
final class DayLines {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private DayLines() {}

    static List<String> of(Store store, Profile person, Texts texts, Instant now) throws StoreException {
        LocalDate today = now.atZone(person.zone()).toLocalDate();
        Day day = store.days().between(person, today, today).get(0);
        DayPlan plan = store.profiles().plan(person.id());
        var lines = new ArrayList<String>();
        lines.add(texts.text("day.groups", day.groups().size(), plan.groups()));
        next(plan, day, person, texts, now).ifPresent(lines::add);
        for (String kind : Days.KINDS) {
            if (!day.ticks().contains(kind)) {
                lines.add(texts.text("day.open." + kind));
            }
        }
        return lines;
    }

    /** When the next group keeps the spacing, while the day still has one. */
    static Optional<String> next(DayPlan plan, Day day, Profile person, Texts texts, Instant now) {
        if (day.groups().size() >= plan.groups()) {
            return Optional.empty();
        }
        return plan.waitUntil(now, day.groups())
                .map(until -> texts.text("day.next", HOUR.format(until.atZone(person.zone()))));
    }
}
