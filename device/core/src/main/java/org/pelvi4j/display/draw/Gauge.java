package org.pelvi4j.display.draw;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.feedback.Goal;

/**
 * The fixed scale of -10 to 120 cut into cells. The edge never lies: the first cell of the goal is lit exactly while the
 * level is in the goal, and rounding gives way. Source: SCREENS 2. Immutable.
 *
 * @param cells how many cells the scale has
 * @param stepsPerCell how finely one cell is drawn
 */
public record Gauge(int cells, int stepsPerCell) {
    /** The left end of the scale. Source: SCREENS 2. */
    public static final double LOW = -10;

    /** The right end of the scale. Source: SCREENS 2. */
    public static final double HIGH = 120;

    /**
     * Where a level is on the scale.
     *
     * @param level on the display's scale
     * @return 0 at -10, 1 at 120, never outside
     */
    public static double share(double level) {
        return (Math.min(HIGH, Math.max(LOW, level)) - LOW) / (HIGH - LOW);
    }

    /**
     * Tells whether a level is in a goal, to the exact edge.
     *
     * @param goal the goal
     * @param level the level; NaN is in no goal
     * @return true from the lower to the upper edge, both included
     */
    public static boolean inside(Goal goal, double level) {
        boolean above = isHome(goal) ? !Double.isNaN(level) : level >= goal.low();
        return above && !(level > goal.high());
    }

    /**
     * Tells whether a goal is at home, at the left end.
     *
     * @param goal the goal
     * @return true when it begins at the end of the scale
     */
    public static boolean isHome(Goal goal) {
        return goal.low() <= LOW;
    }

    /**
     * The first cell of a goal: the first whose centre is in it.
     *
     * @param goal the goal
     * @return the cell, from 0
     */
    public int first(Goal goal) {
        int first = (int) Math.ceil(share(goal.low()) * cells - 0.5);
        return Math.min(first, last(goal));
    }

    /**
     * The last cell of a goal: the last whose centre is in it.
     *
     * @param goal the goal
     * @return the cell, from 0
     */
    public int last(Goal goal) {
        if (Double.isNaN(goal.high())) {
            return cells - 1;
        }
        return Math.max(0, Math.min(cells - 1, (int) Math.floor(share(goal.high()) * cells - 0.5)));
    }

    /**
     * How far the level's bar reaches.
     *
     * @param level the level
     * @param goal the goal, if there is one
     * @return steps from the left, 0 to cells times steps per cell
     */
    public int steps(double level, @Nullable Goal goal) {
        int steps = (int) Math.floor(share(level) * cells * stepsPerCell);
        if (goal == null) {
            return steps;
        }
        int before = first(goal) * stepsPerCell;
        int through = (last(goal) + 1) * stepsPerCell;
        if (level > goal.high()) {
            return Math.max(steps, Math.min(through + 1, cells * stepsPerCell));
        }
        if (inside(goal, level)) {
            return Math.min(Math.max(steps, isHome(goal) ? 0 : before + 1), through);
        }
        return Math.min(steps, before);
    }
}
