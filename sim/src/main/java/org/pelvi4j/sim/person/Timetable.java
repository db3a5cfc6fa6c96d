package org.pelvi4j.sim.person;

import java.util.List;

/**
 * When a programme asks for what, for a person who knows it by heart and sees no picture. Immutable.
 *
 * @param steps in the order of their times, work and rest alternating or not
 */
public record Timetable(List<Step> steps) {
    /**
     * From this moment on, work or rest.
     *
     * @param atSeconds when, from the programme's start
     * @param work true to contract, false to rest
     * @param low the goal's lower edge, 0 to 1; meaningless at rest
     * @param high the goal's upper edge; NaN when it is open
     */
    public record Step(double atSeconds, boolean work, double low, double high) {}

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
     * Tells when the last step begins.
     *
     * @return seconds from the start; 0 when there are no steps
     */
    public double endSeconds() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).atSeconds();
    }
}
