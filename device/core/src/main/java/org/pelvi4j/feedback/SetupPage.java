package org.pelvi4j.feedback;

import java.util.List;

/**
 * One step of the set-up as the physiotherapist sees it: figures and verdicts. The person's own display shows the cue
 * alone. Source: SCREENS 11. Immutable.
 *
 * @param step which step, from 1
 * @param steps how many there are
 * @param name what it is called
 * @param lines what is known, from top to bottom
 * @param keys the keys that work now, as keys of texts such as {@code setup.key.accept}
 */
public record SetupPage(int step, int steps, Message name, List<Line> lines, List<String> keys) {
    /** Checks the step and copies the lists. */
    public SetupPage {
        if (step < 1 || step > steps) {
            throw new IllegalArgumentException("step: expected 1 to " + steps + " but was " + step);
        }
        lines = List.copyOf(lines);
        keys = List.copyOf(keys);
    }

    /** One line of the page, or a few that belong together. */
    public sealed interface Line {}

    /**
     * A figure with its name, and what is said of it.
     *
     * @param label its name; {@link Message#NONE} for a line of its own
     * @param text the figure in words
     * @param verdict what is said of it
     * @param remedy what to do about it, on a line below; {@link Message#NONE} for nothing
     */
    public record Fact(Message label, Message text, Verdict verdict, Message remedy) implements Line {
        /**
         * A fact that needs nothing done.
         *
         * @param label its name; {@link Message#NONE} for a line of its own
         * @param text the figure in words
         * @param verdict what is said of it
         */
        public Fact(Message label, Message text, Verdict verdict) {
            this(label, text, verdict, Message.NONE);
        }
    }

    /**
     * A row of a table.
     *
     * @param label its name; {@link Message#NONE} for the heading
     * @param cells one text per column, at most seven
     */
    public record Cells(Message label, List<Message> cells) implements Line {
        /** Copies the cells. */
        public Cells {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What the person is asked to do now, and for how long.
     *
     * @param text what
     * @param secondsLeft whole seconds left; -1 for as long as it takes
     */
    public record Now(Message text, int secondsLeft) implements Line {}

    /**
     * A signal over the time of this step, oldest first, drawn two rows high with what was kept of it below.
     *
     * @param levels equally far apart, in the signal's unit; NaN where there was none
     * @param top the upper end of its scale; the lower is 0
     * @param unit the signal's unit
     * @param kept what was kept of it; {@link Message#NONE} for nothing yet
     * @param keptFrom the first that was kept
     * @param keptTo the last that was kept
     */
    public record Strip(List<Double> levels, double top, String unit, Message kept, int keptFrom, int keptTo)
            implements Line {
        /** Checks the scale and copies the levels. */
        public Strip {
            if (!(top > 0)) {
                throw new IllegalArgumentException("top: expected a positive number but was " + top);
            }
            levels = List.copyOf(levels);
        }
    }

    /**
     * The scale from 0 to 100 with the thresholds on it.
     *
     * @param off below it the muscle is at rest again
     * @param on above it a contraction has begun
     * @param goal where contractions should reach
     * @param home up to which the muscle counts as at home
     * @param strongest what 100 is, with its unit
     */
    public record Ruler(double off, double on, double goal, double home, String strongest) implements Line {}
}
