package org.pelvi4j.sim;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.person.Profile;
import org.pelvi4j.sim.person.Timetable;

/**
 * A simulated practice that can be repeated: who, what is asked when, the seed. Immutable.
 *
 * @param id lower case with hyphens
 * @param profile who practises
 * @param seed which of them
 * @param timetable what the person does when
 */
public record Scenario(String id, Profile profile, long seed, Timetable timetable) {
    /**
     * Finds a scenario.
     *
     * @param id such as {@code lift3-healthy}
     * @return the scenario
     * @throws IllegalArgumentException naming those that exist
     */
    public static Scenario named(String id) {
        return switch (id) {
            case "lift3-healthy" -> new Scenario(id, person("healthy"), 1001, lift3());
            case "lift3-weak" -> new Scenario(id, person("weak"), 1002, lift3());
            default ->
                throw new IllegalArgumentException(
                        "scenario: expected one of lift3-healthy, lift3-weak but was '" + id + "'");
        };
    }

    private static Profile person(String id) {
        return Profile.named(id).orElseThrow();
    }

    /** Preparation 10 s, then 12 times 5 s of work and 10 s of rest. Source: DOMAIN 1.5. */
    private static Timetable lift3() {
        List<Timetable.Step> steps = new ArrayList<>();
        for (int rep = 0; rep < 12; rep++) {
            steps.add(new Timetable.Step(10 + 15 * rep, Timetable.Ask.SQUEEZE, 0.4, Double.NaN));
            steps.add(new Timetable.Step(15 + 15 * rep, Timetable.Ask.REST, 0, 0));
        }
        return new Timetable(steps);
    }

    /**
     * The body of this scenario as a device measures it; the person follows the timetable from the first sample on, sees
     * no picture, and rests when it is over. The same arguments give the same numbers, bit for bit.
     *
     * @param signal what the device measures
     * @param rateHz its samples per second: EMG up to 4000, pressure up to 1000
     * @param conversion how it samples
     * @return the source; it never ends
     */
    public Source source(Signal signal, double rateHz, Conversion conversion) {
        return source(new Sensing(signal, rateHz, conversion, List.of(Role.PFM)));
    }

    /**
     * The body of this scenario as a device measures it.
     *
     * @param sensing how
     * @return the source; it never ends
     */
    public Source source(Sensing sensing) {
        var script = new Script(timetable, List.of(), List.of(), Double.NaN, 0, 0);
        return new Simulation(new Setup(profile, seed, sensing, 50, script), 0);
    }
}
