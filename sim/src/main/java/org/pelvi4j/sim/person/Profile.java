package org.pelvi4j.sim.person;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.MuscleTraits;
import org.pelvi4j.sim.draw.Draws;

/** A kind of people, each drawn anew from a seed with the variation between persons. Source: DOMAIN 2.9. Immutable. */
public final class Profile {
    private static final List<Profile> ALL = List.of(
            new Profile(
                    "healthy",
                    "contracts and lets go as asked",
                    row(30, 8, 40, 15, 5, 2, 55, 20),
                    new Pace(19, 0.15, 12, 60, 120)),
            new Profile(
                    "weak",
                    "contracts a little, not for long",
                    row(22, 7, 12, 4, 5, 2, 15, 5),
                    new Pace(12, 0.25, 3.5, 25, 180)),
            new Profile(
                    "overactive",
                    "high resting level, lets go slowly",
                    row(45, 10, 25, 10, 12, 4, 40, 15),
                    new Pace(15, Double.NaN, 6, 60, 120)));

    private final String id;
    private final String text;
    private final Levels levels;
    private final Pace pace;

    private Profile(String id, String text, Levels levels, Pace pace) {
        this.id = id;
        this.text = text;
        this.levels = levels;
        this.pace = pace;
    }

    /**
     * All kinds there are.
     *
     * @return in the order of a list for people
     */
    public static List<Profile> all() {
        return ALL;
    }

    /**
     * Finds a kind.
     *
     * @param id such as {@code healthy}
     * @return the profile, if there is one
     */
    public static Optional<Profile> named(String id) {
        return ALL.stream().filter(p -> p.id.equals(id)).findFirst();
    }

    /**
     * The name that URIs and scenarios use.
     *
     * @return lower case with hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Says what is special, for a list.
     *
     * @return one line
     */
    public String text() {
        return text;
    }

    /**
     * All ids, for a message.
     *
     * @return the ids, joined by commas
     */
    public static String ids() {
        return ALL.stream().map(Profile::id).collect(Collectors.joining(", "));
    }

    /**
     * Draws one person's muscle.
     *
     * @param draws the stream of the person
     * @return what the sensors see of it
     */
    public MuscleTraits muscle(Draws draws) {
        double rest = levels.restMicrovolts.draw(draws);
        double max = levels.maxMicrovolts.draw(draws);
        double low = draws.uniform(50, 70);
        return new MuscleTraits(
                rest,
                StrictMath.max(max, rest * 1.3),
                low,
                2 * low,
                levels.restCmH2o.draw(draws) * Body.PASCAL_PER_CMH2O,
                levels.squeezeCmH2o.draw(draws) * Body.PASCAL_PER_CMH2O,
                pace.riseRadPerSecond,
                pace.fatigueSeconds,
                pace.recoverySeconds);
    }

    /**
     * Draws one person's habits.
     *
     * @param draws the stream of the person, after the muscle
     * @return how prompts are followed
     */
    public Habits habits(Draws draws) {
        boolean slow = Double.isNaN(pace.releaseSeconds);
        double age = draws.uniform(25, 65);
        double releaseSeconds = slow ? draws.uniform(0.6, 2) : pace.releaseSeconds;
        double tremor = draws.uniform(0.005, 0.015);
        return new Habits(
                0.23 + 0.00055 * (age - 25),
                0.25,
                releaseSeconds,
                slow ? 0.5 : 0,
                pace.enduranceSeconds * draws.uniform(0.85, 1.15),
                0.01,
                0.03,
                draws.uniform(0.01, 0.03),
                slow ? 2 * tremor : tremor);
    }

    /** Pressure at rest and of the squeeze above it, cmH2O; EMG at rest and at the strongest, microvolt. */
    private record Levels(Spread restCmH2o, Spread squeezeCmH2o, Spread restMicrovolts, Spread maxMicrovolts) {}

    /** How fast and for how long. */
    private record Pace(
            double riseRadPerSecond,
            double releaseSeconds,
            double enduranceSeconds,
            double fatigueSeconds,
            double recoverySeconds) {}

    /** One row of DOMAIN's table: four quantities with their deviations. */
    private static Levels row(double... meansAndDeviations) {
        double[] d = meansAndDeviations;
        return new Levels(
                new Spread(d[0], d[1]), new Spread(d[2], d[3]), new Spread(d[4], d[5]), new Spread(d[6], d[7]));
    }
}
