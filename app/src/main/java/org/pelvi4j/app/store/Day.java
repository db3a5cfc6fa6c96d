package org.pelvi4j.app.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.pelvi4j.exercise.DayPlan;

/**
 * One day of a person. Immutable.
 *
 * @param date the person's own
 * @param practices what was done, in order
 * @param ticks what the person ticked by hand, such as {@code walk}
 */
public record Day(LocalDate date, List<Practice> practices, Set<String> ticks) {
    /** Copies the lists. */
    public Day {
        practices = List.copyOf(practices);
        ticks = Set.copyOf(ticks);
    }

    /**
     * Lists the groups, for the plan of the day.
     *
     * @return practices that count as one
     */
    public List<DayPlan.Group> groups() {
        return practices.stream()
                .filter(Practice::group)
                .map(practice -> new DayPlan.Group(practice.start().at(), practice.length()))
                .toList();
    }

    /**
     * Adds up the time.
     *
     * @return of all practices
     */
    public Duration practised() {
        return practices.stream().map(Practice::length).reduce(Duration.ZERO, Duration::plus);
    }
}
