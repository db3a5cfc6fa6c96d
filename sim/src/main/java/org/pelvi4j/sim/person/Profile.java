package org.pelvi4j.sim.person;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.BodyTraits;
import org.pelvi4j.sim.body.MuscleTraits;
import org.pelvi4j.sim.body.ProbeTraits;
import org.pelvi4j.sim.draw.Draws;

/** A kind of people, each drawn anew from a seed with the variation between persons. Source: DOMAIN 2.9. Immutable. */
public final class Profile {
    /**
     * What of the effort reaches the pelvic floor of somebody who pushes: 5 of 25 cmH2O, and 12 of 55 microvolt, which the
     * muscle could give. Source: DOMAIN 2.9 gives the 5 and the 12.
     */
    private static final double STRAINING_SHARE = 0.2;
    /** Share of prompts missed, and of contractions begun before the cue. Source: DOMAIN 2.2. */
    private static final double LAPSES = 0.01;

    private static final double ANTICIPATIONS = 0.03;
    /** Corners of the EMG's spectrum, by electrodes: 50/100 to 70/140. Source: DOMAIN 2.3. */
    private static final double LEAST_LOW_HZ = 50;

    private static final double MOST_LOW_HZ = 70;
    /** Two distributions overlap; nobody's strongest is below this times rest. (P) */
    private static final double LEAST_MAX = 1.3;
    /** The slow release of one person, drawn from 0.6 to 2 s. */
    private static final double SLOW = Double.NaN;

    private static final Quirks NONE = new Quirks(0, 0.21, false, true, 1);
    private static final Quirks LATE_REFLEX = new Quirks(0, 0, false, true, 1);
    private static final Quirks ANAL = new Quirks(0, 0.21, true, true, 1);

    private static final List<Profile> ALL = List.of(
            new Profile(
                    "healthy",
                    "contracts and lets go as asked",
                    row(30, 8, 40, 15, 5, 2, 55, 20),
                    new Pace(19, 0.15, 12, 60, 120),
                    NONE),
            new Profile(
                    "athlete",
                    "contracts strongly and for long",
                    row(35, 8, 65, 12, 5, 2, 80, 20),
                    new Pace(22, 0.12, 20, 90, 120),
                    NONE),
            new Profile(
                    "weak",
                    "contracts a little, not for long",
                    row(22, 7, 12, 4, 5, 2, 15, 5),
                    new Pace(12, 0.25, 3.5, 25, 180),
                    NONE),
            new Profile(
                    "flicker",
                    "a contraction that is hardly there",
                    row(20, 6, 3, 1.5, 5, 2, 8, 2),
                    new Pace(10, 0.3, 1.5, 25, 180),
                    NONE),
            new Profile(
                    "overactive",
                    "high resting level, lets go slowly",
                    row(45, 10, 25, 10, 12, 4, 40, 15),
                    new Pace(15, SLOW, 6, 60, 120),
                    NONE),
            new Profile(
                    "postpartum-6w",
                    "six weeks after birth: half the strength",
                    row(21, 7, 16, 9, 4, 2, 25, 10),
                    new Pace(12, 0.25, 7, 40, 150),
                    LATE_REFLEX),
            new Profile(
                    "postpartum-injury",
                    "after birth with an injured muscle",
                    row(20, 7, 8.5, 6, 4, 2, 15, 8),
                    new Pace(10, 0.3, 7, 40, 150),
                    LATE_REFLEX),
            new Profile(
                    "fatigued",
                    "healthy, but tired from the start",
                    row(30, 8, 24, 9, 5, 2, 55, 20),
                    new Pace(13.3, 0.225, 7, 60, 120),
                    new Quirks(0.8, 0.21, false, true, 1)),
            new Profile(
                    "strainer",
                    "pushes down instead of lifting",
                    row(30, 8, 25, 10, 5, 2, 55, 14),
                    new Pace(15, 0.2, 8, 60, 120),
                    new Quirks(0, 0, false, true, 1.33)),
            new Profile(
                    "men-post-prostatectomy",
                    "man after prostate surgery, anal probe",
                    row(55, 15, 77, 30, 4, 2, 25, 12),
                    new Pace(16, 0.2, 8, 40, 120),
                    new Quirks(0, 0, true, true, 1)),
            new Profile(
                    "men-healthy-anal",
                    "man, anal probe",
                    row(78, 24, 151, 100, 4, 2, 40, 15),
                    new Pace(18, 0.2, 10, 75, 120),
                    ANAL),
            new Profile(
                    "no-contact",
                    "electrode or probe on the table",
                    row(0, 0, 0, 0, 5, 2, 55, 20),
                    new Pace(19, 0.15, 12, 60, 120),
                    new Quirks(0, 0.21, false, false, 1)));

    private final String id;
    private final String text;
    private final Levels levels;
    private final Pace pace;
    private final Quirks quirks;

    private Profile(String id, String text, Levels levels, Pace pace, Quirks quirks) {
        this.id = id;
        this.text = text;
        this.levels = levels;
        this.pace = pace;
        this.quirks = quirks;
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
     * Draws one person's body.
     *
     * @param draws the stream of the person
     * @return what the sensors see of it
     */
    public BodyTraits body(Draws draws) {
        double rest = levels.restMicrovolts.draw(draws);
        double max = levels.maxMicrovolts.draw(draws);
        double low = draws.uniform(LEAST_LOW_HZ, MOST_LOW_HZ);
        var muscle = new MuscleTraits(
                rest,
                StrictMath.max(max, rest * LEAST_MAX),
                low,
                2 * low,
                pace.riseRadPerSecond,
                pace.fatigueSeconds,
                pace.recoverySeconds,
                quirks.startFatigue,
                quirks.reflexLeadSeconds);
        double restPascal = levels.restCmH2o.draw(draws) * Body.PASCAL_PER_CMH2O;
        double squeezePascal = levels.squeezeCmH2o.draw(draws) * Body.PASCAL_PER_CMH2O;
        double share = draws.uniform(0.6, 1);
        var probe = new ProbeTraits(restPascal, squeezePascal, quirks.anal, quirks.anal ? share : 1);
        return new BodyTraits(muscle, probe, quirks.contact);
    }

    /**
     * Draws one person's habits.
     *
     * @param draws the stream of the person, after the body
     * @return how prompts are followed
     */
    public Habits habits(Draws draws) {
        boolean slow = Double.isNaN(pace.releaseSeconds);
        double age = draws.uniform(25, 65);
        double slowSeconds = draws.uniform(0.6, 2);
        double tremor = draws.uniform(0.005, 0.015);
        boolean strains = quirks.abdominalFactor > 1;
        double abdominal = strains ? quirks.abdominalFactor : draws.uniform(0.02, 0.18);
        return new Habits(
                0.23 + 0.00055 * (age - 25),
                0.25,
                slow ? slowSeconds : pace.releaseSeconds,
                slow ? 0.5 : 0,
                pace.enduranceSeconds * draws.uniform(0.85, 1.15),
                LAPSES,
                ANTICIPATIONS,
                draws.uniform(0.01, 0.03),
                slow ? 2 * tremor : tremor,
                strains ? STRAINING_SHARE : 1,
                abdominal);
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

    /** What else is special; an abdominal factor above 1 is a push instead of a lift. */
    private record Quirks(
            double startFatigue, double reflexLeadSeconds, boolean anal, boolean contact, double abdominalFactor) {}

    /** One row of DOMAIN's table: four quantities with their deviations. */
    private static Levels row(double... meansAndDeviations) {
        double[] d = meansAndDeviations;
        return new Levels(
                new Spread(d[0], d[1]), new Spread(d[2], d[3]), new Spread(d[4], d[5]), new Spread(d[6], d[7]));
    }
}
