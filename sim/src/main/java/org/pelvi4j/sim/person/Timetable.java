package org.pelvi4j.sim.person;

import java.util.List;

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
}
