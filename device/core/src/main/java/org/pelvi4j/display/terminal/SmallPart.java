package org.pelvi4j.display.terminal;

import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Gauge;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;

/** What fits when a terminal is made smaller than 80x24 while it practises: four lines. Confined to one thread. */
final class SmallPart {
    private SmallPart() {}

    static void draw(Grid grid, Glyphs glyphs, Words words, Picture picture) {
        String word = glyphs.text(words.text(Shape.key(picture.word())));
        String rep = picture.progress().rep() > 0
                ? picture.progress().rep() + "/" + picture.progress().plan().reps()
                : "";
        char mark = picture.solid() ? glyphs.full() : ' ';
        grid.put(0, 0, mark, Screen.styleOf(picture));
        grid.text(0, 2, word + "  " + Screen.figures(picture) + "  " + rep, Style.BOLD);
        var gauge = new Gauge(Math.max(1, grid.columns()), 1);
        Goal goal = picture.goal();
        if (picture.byFeel() || picture.state() == State.UNSEEN) {
            grid.text(2, 0, picture.byFeel() ? words.text("state.byfeel") : "- - -", Style.PLAIN);
        } else if (goal != null) {
            char fill = picture.solid() ? glyphs.full() : glyphs.horizontal();
            int first = gauge.first(goal);
            grid.repeat(1, first, fill, gauge.last(goal) - first + 1, Screen.styleOf(picture));
        }
        if (!Double.isNaN(picture.level())) {
            grid.repeat(2, 0, glyphs.full(), gauge.steps(picture.level(), goal), Style.PLAIN);
        }
        grid.text(3, 0, glyphs.text(words.text(picture.message())), Style.PLAIN);
    }
}
