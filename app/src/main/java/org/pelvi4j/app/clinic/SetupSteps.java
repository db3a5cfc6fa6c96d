package org.pelvi4j.app.clinic;

import java.time.Duration;
import java.util.List;
import org.pelvi4j.exercise.Block;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Showing;
import org.pelvi4j.exercise.Target;

/** The measuring steps of a set-up as programmes like any other. Source: DOMAIN 1.16. Immutable. */
public final class SetupSteps {
    /** How many steps there are. Source: DOMAIN 1.16. */
    public static final int COUNT = 10;
    /** Warmth and tone settle. Source: DOMAIN 1.16, step 4. */
    public static final int SETTLE_SECONDS = 60;
    /** Source: DOMAIN 1.16, step 5. */
    public static final int REST_SECONDS = 60;
    /** Source: DOMAIN 1.16, step 8. */
    public static final int TRIALS = 3;

    public static final int TRIAL_SECONDS = 5;
    /** A comfortable contraction. Source: DOMAIN 1.8. */
    public static final int COMFORTABLE_SECONDS = 3;
    /** The optional hold. Source: DOMAIN 1.16, step 9. */
    public static final int HOLD_SECONDS = 10;

    private static final int APART_SECONDS = 30;

    private SetupSteps() {}

    private static Programme programme(String id, int preparation, Block... blocks) {
        return new Programme(
                Programme.Kind.SET_UP,
                "set-up-" + id,
                "set-up-" + id,
                Duration.ofSeconds(preparation),
                List.of(blocks),
                1,
                Duration.ZERO,
                Showing.EVERY_REP,
                List.of());
    }

    private static Block work(String segment, int work, int rest, int reps) {
        return new Block(
                segment, Duration.ofSeconds(work), Duration.ofSeconds(rest), reps, Target.NONE, Double.NaN, null);
    }

    /**
     * Settling in.
     *
     * @return a minute's rest
     */
    public static Programme settle() {
        return programme("settle", 0, work("settle", 0, SETTLE_SECONDS, 1));
    }

    /**
     * Rest.
     *
     * @return a minute's rest
     */
    public static Programme rest() {
        return programme("rest", 0, work("rest", 0, REST_SECONDS, 1));
    }

    /**
     * One gentle try.
     *
     * @return rest to know it by, a contraction, a rest
     */
    public static Programme gentle() {
        return programme("gentle", 5, work("gentle", 3, 7, 1));
    }

    /**
     * Something that is no contraction: a cough, or straining.
     *
     * @param what its name
     * @return a rest in which it is asked for
     */
    public static Programme asked(String what) {
        return programme(what, 0, work(what, 0, 8, 1));
    }

    /**
     * Strongest squeezes, far enough apart.
     *
     * @param trials how many
     * @return the programme
     */
    public static Programme strongest(int trials) {
        return programme("strongest", 10, work("mvc", TRIAL_SECONDS, APART_SECONDS, trials));
    }

    /**
     * Comfortable squeezes, where nobody is asked for the strongest.
     *
     * @return the programme
     */
    public static Programme comfortable() {
        return programme("comfortable", 10, work("comfortable", COMFORTABLE_SECONDS, 12, 2));
    }

    /**
     * Three flicks and a long hold.
     *
     * @return the programme
     */
    public static Programme optional() {
        return programme("optional", 5, work("flick", 1, 4, 3), work("hold", HOLD_SECONDS, 10, 1));
    }
}
