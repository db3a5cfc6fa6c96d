package org.pelvi4j.app.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The days of a person, by the clock on the wall where the person lives, summer time included. Thread-safe. */
public final class Days {
    /** What the plan holds beside the groups and no sensor sees. Source: DESIGN 1, the origin article. */
    public static final List<String> KINDS = List.of("walk", "jog");

    private final Database database;
    private final Practices practices;

    Days(Database database, Practices practices) {
        this.database = database;
        this.practices = practices;
    }

    /**
     * Lists days, also those on which nothing was done.
     *
     * @param profile whose
     * @param from the first
     * @param to the last
     * @return each once, in order; a practice belongs to the day on which it began in the person's zone
     * @throws StoreException when the disk refuses
     */
    public List<Day> between(Profile profile, LocalDate from, LocalDate to) throws StoreException {
        Map<LocalDate, List<Practice>> done = new TreeMap<>();
        Map<LocalDate, Set<String>> ticked = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            done.put(day, new ArrayList<>());
            ticked.put(day, new HashSet<>());
        }
        ZoneId zone = profile.zone();
        var all = practices.between(
                profile.id(),
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
        for (Practice practice : all) {
            done.getOrDefault(practice.start().at().atZone(zone).toLocalDate(), new ArrayList<>())
                    .add(practice);
        }
        database.query(
                "SELECT day, kind FROM tick WHERE profile = ? AND day >= ? AND day <= ?",
                row -> ticked.getOrDefault(LocalDate.parse(row.getString(1)), new HashSet<>())
                        .add(row.getString(2)),
                profile.id(),
                from.toString(),
                to.toString());
        var days = new ArrayList<Day>();
        done.forEach((date, list) -> days.add(new Day(date, list, ticked.getOrDefault(date, Set.of()))));
        return days;
    }

    /**
     * Ticks, or takes back, what no sensor sees.
     *
     * @param profile whose
     * @param day when
     * @param kind one of {@link #KINDS}
     * @param done whether it was done
     * @throws StoreException when there is no such kind, or the disk refuses
     */
    public void tick(Profile profile, LocalDate day, String kind, boolean done) throws StoreException {
        if (!KINDS.contains(kind)) {
            throw new StoreException(
                    StoreException.Kind.REFUSED, "tick: expected one of " + KINDS + " but was '" + kind + "'");
        }
        String sql = done
                ? "INSERT OR IGNORE INTO tick (profile, day, kind) VALUES (?, ?, ?)"
                : "DELETE FROM tick WHERE profile = ? AND day = ? AND kind = ?";
        database.update(sql, profile.id(), day.toString(), kind);
    }
}
