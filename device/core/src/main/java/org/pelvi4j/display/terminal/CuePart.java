package org.pelvi4j.display.terminal;

import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.feedback.Picture;

/** Shape, word and seconds, readable from ten feet. Immutable. */
final class CuePart {
    private CuePart() {}

    static void draw(Screen screen, Picture picture) {
        Layout layout = screen.layout();
        int middle = layout.cueTop() + layout.cueRows() / 2;
        int last = layout.cueTop() + layout.cueRows() - 1;
        screen.shape(
                layout.cueTop(), layout.lane(), Shape.of(picture.word()), picture.solid(), Screen.styleOf(picture));
        String key = Shape.key(picture);
        if (!key.isEmpty()) {
            screen.spaced(
                    middle,
                    layout.lane() + (layout.large() ? 23 : 15),
                    screen.words().text(key),
                    Style.BOLD);
        }
        String figures = Screen.figures(picture);
        if (!figures.isEmpty()) {
            screen.figuresEndingAt(layout.cueTop(), layout.secondsEnd(), figures);
        }
        if (picture.secondsLeft() >= 0 && !figures.contains(":") && !figures.contains("-")) {
            String seconds = screen.words().text("seconds");
            int column = Math.min(layout.secondsEnd() + 3, layout.left() + layout.width() - 2 - seconds.length());
            screen.text(last, column, seconds, Style.PLAIN);
        }
    }
}
