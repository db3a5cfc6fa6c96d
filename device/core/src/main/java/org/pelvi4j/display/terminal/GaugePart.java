package org.pelvi4j.display.terminal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Gauge;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;

/** Earned, goal and level as three lanes over one scale; dashes or a hatch where there is no level to see. Immutable. */
final class GaugePart {
    private GaugePart() {}

    static void draw(Screen screen, Picture picture) {
        if (picture.byFeel() && picture.state() != State.UNSEEN) {
            hatch(screen);
            return;
        }
        if (picture.state() == State.UNSEEN) {
            dashes(screen);
            return;
        }
        earned(screen, picture);
        Goal goal = picture.goal();
        if (goal != null) {
            goal(screen, goal, picture);
        }
        level(screen, picture);
        scale(screen, goal);
    }

    private static void earned(Screen screen, Picture picture) {
        if (picture.earned() > 0) {
            int cells = (int)
                    Math.round(Math.min(1, picture.earned()) * screen.layout().laneWidth());
            screen.repeat(
                    screen.layout().earned(),
                    screen.layout().lane(),
                    screen.glyphs().earned(),
                    cells,
                    Screen.styleOf(picture));
        }
    }

    private static void goal(Screen screen, Goal goal, Picture picture) {
        var gauge = new Gauge(screen.layout().laneWidth(), 1);
        int row = screen.layout().goal();
        int first = screen.layout().lane() + gauge.first(goal);
        int last = screen.layout().lane() + gauge.last(goal);
        Style style = Screen.styleOf(picture);
        if (picture.solid()) {
            screen.repeat(row, first, screen.glyphs().full(), last - first + 1, style);
        }
        screen.put(row, first, '[', style);
        if (!Double.isNaN(goal.high())) {
            screen.put(row, last, ']', style);
        }
    }

    private static void level(Screen screen, Picture picture) {
        if (Double.isNaN(picture.level())) {
            return;
        }
        int perCell = screen.glyphs().steps();
        int steps = new Gauge(screen.layout().laneWidth(), perCell).steps(picture.level(), picture.goal());
        for (int row = screen.layout().level(); row <= screen.layout().level() + 1; row++) {
            screen.repeat(row, screen.layout().lane(), screen.glyphs().full(), steps / perCell, Style.PLAIN);
            if (steps % perCell > 0) {
                char part = screen.glyphs().fromLeft(steps % perCell);
                screen.put(row, screen.layout().lane() + steps / perCell, part, Style.PLAIN);
            }
        }
    }

    private static void scale(Screen screen, @Nullable Goal goal) {
        Layout layout = screen.layout();
        Words words = screen.words();
        screen.text(layout.scale(), column(layout, 0), words.text("scale.rest"), Style.PLAIN);
        if (goal != null) {
            double edge = Gauge.isHome(goal) ? goal.high() : goal.low();
            if (!Gauge.isHome(goal)
                    || column(layout, edge)
                            > column(layout, 0) + words.text("scale.rest").length()) {
                String label = String.format(Locale.ROOT, "%.0f", edge);
                screen.text(layout.scale(), column(layout, edge), label, Style.PLAIN);
            }
        }
        if (goal != null && !Gauge.isHome(goal) && !Double.isNaN(goal.high())) {
            String label = String.format(Locale.ROOT, "%.0f", goal.high());
            if (column(layout, goal.high()) - column(layout, goal.low()) > label.length()) {
                screen.text(layout.scale(), column(layout, goal.high()), label, Style.PLAIN);
            }
        }
        screen.textEndingAt(
                layout.scale(), layout.lane() + layout.laneWidth() - 1, words.text("scale.max"), Style.PLAIN);
    }

    private static int column(Layout layout, double level) {
        return layout.lane() + (int) (Gauge.share(level) * layout.laneWidth());
    }

    private static void dashes(Screen screen) {
        Layout layout = screen.layout();
        for (int row = layout.level(); row <= layout.level() + 1; row++) {
            for (int i = 0; i < layout.laneWidth(); i += 4) {
                screen.repeat(row, layout.lane() + i, '-', 2, Style.PLAIN);
            }
        }
    }

    private static void hatch(Screen screen) {
        Layout layout = screen.layout();
        String label = "  " + screen.words().text("state.byfeel").toUpperCase(Locale.ROOT) + "  ";
        for (int row = layout.level(); row <= layout.level() + 1; row++) {
            screen.repeat(row, layout.lane(), screen.glyphs().hatch(), layout.laneWidth(), Style.PLAIN);
        }
        int column = layout.lane() + (layout.laneWidth() - label.length()) / 2;
        screen.text(layout.level(), column, label, Style.BOLD);
    }
}
