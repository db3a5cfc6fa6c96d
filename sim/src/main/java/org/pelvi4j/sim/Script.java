package org.pelvi4j.sim;

import java.util.Comparator;
import java.util.List;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.person.Timetable;

/**
 * What is asked of a person, what happens to the body and what fails, and when. Immutable.
 *
 * @param timetable what is asked, of a person who sees no picture
 * @param happenings what happens, in order of time
 * @param faults of sensor, board and wire
 * @param squeezeBeforeCoughSeconds how much before a cough's pressure the person contracts; NaN to contract on cue
 * @param movementsPerMinute movements at random
 * @param coughsPerMinute coughs at random
 */
record Script(
        Timetable timetable,
        List<Planned> happenings,
        List<Fault> faults,
        double squeezeBeforeCoughSeconds,
        double movementsPerMinute,
        double coughsPerMinute) {
    /** Nothing is asked and nothing happens. */
    static final Script NOTHING = new Script(Timetable.NONE, List.of(), List.of(), Double.NaN, 0, 0);

    /**
     * Something that will happen. Immutable.
     *
     * @param atSeconds when, from the first sample
     * @param happening what
     */
    record Planned(double atSeconds, Happening happening) {}

    Script {
        happenings = happenings.stream()
                .sorted(Comparator.comparingDouble(Planned::atSeconds))
                .toList();
        faults = List.copyOf(faults);
    }

    Script failing(List<Fault> others) {
        return new Script(
                timetable, happenings, others, squeezeBeforeCoughSeconds, movementsPerMinute, coughsPerMinute);
    }

    Script asking(Timetable other) {
        return new Script(other, happenings, faults, squeezeBeforeCoughSeconds, movementsPerMinute, coughsPerMinute);
    }
}
