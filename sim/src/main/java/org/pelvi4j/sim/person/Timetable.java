package org.pelvi4j.sim.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Target;

/**
 * When a programme asks for what, for a person who knows it by heart and sees no picture. Immutable.
 *
 * @param steps in the order of their times
 */
public record Timetable(List<Step> steps) {
    /** What is asked. */
    public enum Ask {
        /** To contract and hold. */
        SQUEEZE,
        /** To let go and rest. */
        REST,
        /** To cough. */
        COUGH
    }

    /**
     * From this moment on, something is asked.
     *
     * @param atSeconds when, from the programme's start
     * @param ask what
     * @param low the goal's lower edge, 0 to 1; meaningless unless it is a squeeze
     * @param high the goal's upper edge; NaN when it is open
     */
    public record Step(double atSeconds, Ask ask, double low, double high) {}

    /** Without a target: flicks are done as strongly as possible, a minute lightly, the rest well. Source: DOMAIN 1.3. (P) */
    private static final double FLICK_LOW = 0.75;

    private static final double HOLD_LOW = 0.6;
    private static final double ENDURANCE_LOW = 0.2;
    private static final double ENDURANCE_SECONDS = 30;
    private static final double FLICK_SECONDS = 2;

    /** Nothing is asked. */
    public static final Timetable NONE = new Timetable(List.of());

    /** Checks the order. */
    public Timetable {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (!(steps.get(i).atSeconds() > steps.get(i - 1).atSeconds())) {
                throw new IllegalArgumentException("steps: expected rising times but "
                        + steps.get(i).atSeconds() + " s follows "
                        + steps.get(i - 1).atSeconds() + " s");
            }
        }
    }

    /**
     * Lays a programme out in time.
     *
     * @param programme what is practised
     * @return when it asks for what
     */
    public static Timetable of(Programme programme) {
        var steps = new ArrayList<Step>();
        double at = 0;
        for (org.pelvi4j.exercise.Step step : programme.steps()) {
            Duration cough = step.block().coughAt();
            if (step.kind() == Cue.Kind.WORK) {
                steps.add(squeeze(at, step));
                if (cough != null) {
                    steps.add(new Step(at + seconds(cough), Ask.COUGH, 0, 0));
                }
            } else {
                steps.add(new Step(at, Ask.REST, 0, 0));
            }
            at += seconds(step.length());
        }
        steps.add(new Step(at, Ask.REST, 0, 0));
        return new Timetable(steps);
    }

    private static Step squeeze(double at, org.pelvi4j.exercise.Step step) {
        Target target = step.block().target();
        if (target.isSet()) {
            return new Step(at, Ask.SQUEEZE, target.lowEffort(), target.highEffort());
        }
        double length = seconds(step.length());
        double low = length <= FLICK_SECONDS ? FLICK_LOW : length < ENDURANCE_SECONDS ? HOLD_LOW : ENDURANCE_LOW;
        return new Step(at, Ask.SQUEEZE, low, Double.NaN);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
