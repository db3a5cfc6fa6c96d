package org.pelvi4j.display.ssd1306;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.display.draw.Font;
import org.pelvi4j.display.draw.Gauge;
import org.pelvi4j.display.draw.Stopping;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;

/** The lowest 16 rows of a panel: earned, goal and level, a hatch by feel, dashes where nothing is seen. Source: SCREENS 8. Immutable. */
final class GaugeBand {
    private static final int LAST = 127;
    private static final int GOAL_TOP = 3;
    private static final int GOAL_BOTTOM = 7;
    private static final int LEVEL_TOP = 9;
    private static final int RAIL = 15;

    private GaugeBand() {}

    static void draw(Bits bits, int top, Picture picture, Words words) {
        if (picture.state() == State.UNSEEN) {
            for (int x = 0; x <= LAST; x += 16) {
                bits.fill(x, top + 11, x + 7, top + 12);
            }
        } else if (picture.byFeel()) {
            hatch(bits, top, words.text("state.byfeel").toUpperCase(Locale.ROOT));
        } else {
            gauge(bits, top, picture);
        }
    }

    /** In place of whatever stands there: the stop that a held button fills, for a picture that has one. */
    static void stopping(Bits bits, int top, Picture picture, Words words) {
        if (!Stopping.is(picture)) {
            return;
        }
        bits.erase(0, top, LAST, top + RAIL);
        Font.write(bits, 0, top, words.text("stop.held"));
        bits.fill(0, top + RAIL, LAST, top + RAIL);
        bits.fill(0, top + LEVEL_TOP, (int) Math.round(Stopping.share(picture) * LAST), top + RAIL);
    }

    private static void gauge(Bits bits, int top, Picture picture) {
        if (picture.earned() > 0) {
            bits.fill(0, top, (int) Math.round(Math.min(1, picture.earned()) * LAST), top + 1);
        }
        boolean weak = picture.message().key().equals("hint.weak");
        for (int x = 0; x <= LAST; x += weak ? 2 : 1) {
            bits.set(x, top + RAIL);
        }
        Goal goal = picture.goal();
        if (goal != null) {
            goal(bits, top, goal, picture.solid());
        }
        if (!Double.isNaN(picture.level())) {
            bits.fill(0, top + LEVEL_TOP, end(picture.level(), goal), top + RAIL);
        }
    }

    private static void goal(Bits bits, int top, Goal goal, boolean solid) {
        boolean open = Double.isNaN(goal.high());
        int left = x(goal.low());
        int right = open ? LAST : x(goal.high());
        if (solid) {
            bits.fill(left, top + GOAL_TOP, right, top + GOAL_BOTTOM);
        } else {
            bits.fill(left, top + GOAL_TOP, right, top + GOAL_TOP);
            bits.fill(left, top + GOAL_BOTTOM, right, top + GOAL_BOTTOM);
            bits.fill(left, top + GOAL_TOP, left, top + GOAL_BOTTOM);
            if (!open) {
                bits.fill(right, top + GOAL_TOP, right, top + GOAL_BOTTOM);
            }
        }
        int edge = Gauge.isHome(goal) ? right : left;
        bits.fill(edge, top + LEVEL_TOP, edge, top + RAIL);
    }

    static int x(double level) {
        return (int) Math.round(Gauge.share(level) * LAST);
    }

    /** The last column of the level's bar; the first column of the goal is lit exactly in the goal. */
    private static int end(double level, @Nullable Goal goal) {
        int end = x(level);
        if (goal == null) {
            return end;
        }
        if (level > goal.high()) {
            return Math.min(LAST, Math.max(end, x(goal.high()) + 1));
        }
        if (Gauge.inside(goal, level)) {
            int right = Double.isNaN(goal.high()) ? LAST : x(goal.high());
            return Math.min(right, Math.max(end, Gauge.isHome(goal) ? 0 : x(goal.low())));
        }
        return Math.min(end, x(goal.low()) - 2); // a gap before the tick, or the bar would seem to touch the goal
    }

    private static void hatch(Bits bits, int top, String label) {
        int width = label.length() * Font.ADVANCE;
        int left = (LAST + 1 - width) / 2;
        for (int y = top + 6; y <= top + 14; y++) {
            for (int x = 0; x <= LAST; x++) {
                if ((x + y) % 4 == 0 && (x < left - 4 || x >= left + width + 3)) {
                    bits.set(x, y);
                }
            }
        }
        Font.write(bits, left, top + 7, label);
    }
}
