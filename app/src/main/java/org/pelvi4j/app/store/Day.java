package org.pelvi4j.app.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One day of a person. Immutable.
 *
 * @param date the person's own
 * @param practices what was done, in order
 * @param ticks what the person ticked by hand, such as {@code walk}
 */
public record Day(LocalDate date, List<Practice> practices, Set<String> ticks) {
    /** Groups a day. Source: DOMAIN 1.5, origin article. */
    public static final int GROUPS_PLANNED = 3;
    /** Groups lie at least this far apart. Source: DOMAIN 1.5, daily plan. */
    public static final Duration APART = Duration.ofHours(2);

    /** Copies the lists. */
    public Day {
        practices = List.copyOf(practices);
        ticks = Set.copyOf(ticks);
    }

    /**
     * Counts the groups.
     *
     * @return practices that count as one
     */
    public int groups() {
        return (int) practices.stream().filter(Practice::group).count();
    }

    /**
     * Adds up the time.
     *
     * @return of all practices
     */
    public Duration practised() {
        return practices.stream().map(Practice::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Tells from when on the next group fits.
     *
     * @return two hours after the last one began; empty when there was none, or the day has all its groups
     */
    public Optional<Instant> nextFrom() {
        if (groups() >= GROUPS_PLANNED) {
            return Optional.empty();
        }
        return practices.stream()
                .filter(Practice::group)
                .map(practice -> practice.start().at().plus(APART))
                .max(Instant::compareTo);
    }
}
