package org.pelvi4j.exercise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a day should hold: so many groups, so far apart, and what no sensor sees. Days are the person's own, in the time
 * zone the person lives in, with 23 or 25 hours twice a year. Immutable.
 *
 * @param groups how many groups a day
 * @param spacing how long from the end of one to the start of the next, at least
 * @param others what is ticked by hand
 */
public record DayPlan(int groups, Duration spacing, List<String> others) {
    /** Three groups, two hours apart, a brisk walk and an easy jog. Source: DOMAIN 1.5, the origin article. */
    public static final DayPlan USUAL =
            new DayPlan(3, Duration.ofHours(2), List.of("30 minutes of brisk walking", "easy jogging"));

    /** Checks the figures. */
    public DayPlan {
        others = List.copyOf(others);
        if (groups < 1 || groups > 12) {
            throw new IllegalArgumentException("groups: expected 1 to 12 but was " + groups);
        }
        if (spacing.isNegative() || spacing.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("spacing: expected 0 to 12 hours but was " + spacing);
        }
    }

    /**
     * One practice that counts as a group.
     *
     * @param start when it began
     * @param length how long it took
     */
    public record Group(Instant start, Duration length) {
        Instant end() {
            return start.plus(length);
        }
    }

    /**
     * One day of the person's.
     *
     * @param date its date
     * @param done how many groups began in it
     * @param planned how many it should hold
     */
    public record Day(LocalDate date, int done, int planned) {
        /**
         * Tells whether the plan is met.
         *
         * @return whether all groups are done
         */
        public boolean complete() {
            return done >= planned;
        }
    }

    /**
     * Counts the groups of one day.
     *
     * @param date the person's date
     * @param zone where the person lives
     * @param practised any groups, in any order
     * @return the day
     */
    public Day day(LocalDate date, ZoneId zone, Collection<Group> practised) {
        long done = practised.stream()
                .filter(group -> LocalDate.ofInstant(group.start(), zone).equals(date))
                .count();
        return new Day(date, Math.toIntExact(done), groups);
    }

    /**
     * The week that holds a date, from Monday to Sunday.
     *
     * @param date any of its days
     * @param zone where the person lives
     * @param practised any groups, in any order
     * @return seven days
     */
    public List<Day> week(LocalDate date, ZoneId zone, Collection<Group> practised) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var days = new ArrayList<Day>();
        for (int i = 0; i < 7; i++) {
            days.add(day(monday.plusDays(i), zone, practised));
        }
        return List.copyOf(days);
    }

    /**
     * Which group of the day one that begins now would be.
     *
     * @param now the moment
     * @param zone where the person lives
     * @param practised the groups so far
     * @return from 1; more than {@link #groups()} when the plan is met already
     */
    public int next(Instant now, ZoneId zone, Collection<Group> practised) {
        return day(LocalDate.ofInstant(now, zone), zone, practised).done() + 1;
    }

    /**
     * Until when to wait with the next group. It is advice: nobody is refused.
     *
     * @param now the moment
     * @param practised the groups so far
     * @return the moment from which the spacing is kept; empty when that is now
     */
    public Optional<Instant> waitUntil(Instant now, Collection<Group> practised) {
        return practised.stream()
                .filter(group -> !group.start().isAfter(now))
                .map(group -> group.end().plus(spacing))
                .max(Instant::compareTo)
                .filter(now::isBefore);
    }
}
