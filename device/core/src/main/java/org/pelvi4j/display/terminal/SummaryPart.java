package org.pelvi4j.display.terminal;

import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Marks;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.Word;

/** The summary: held and let go as equals, marks, one sentence, the group of the day. Source: SCREENS 12. Immutable. */
final class SummaryPart {
    private SummaryPart() {}

    static void draw(Screen screen, Picture picture) {
        Layout layout = screen.layout();
        Words words = screen.words();
        Progress progress = picture.progress();
        Plan plan = progress.plan();
        String title = picture.word() == Word.ENOUGH ? "state.enough" : Shape.key(picture.word());
        screen.spaced(layout.cueTop(), layout.lane(), words.text(title), Style.BOLD);
        int top = layout.cueTop() + 2;
        int half = layout.lane() + layout.laneWidth() / 2 + 2;
        int judged = Marks.judged(progress);
        if (judged > 0) {
            half(screen, top, layout.lane(), Shape.UP, Marks.held(progress), words.text("of.held", judged));
            half(screen, top, half, Shape.DOWN, Marks.letGo(progress), words.text("of.letgo", judged));
        }
        int row = top + layout.cueRows() + 3;
        NotesPart.marks(screen, row, layout.lane(), picture, true);
        NotesPart.marks(screen, row, half, picture, false);
        if (Marks.unjudged(progress) > 0) {
            String open = words.text("sum.unjudged", Marks.unjudged(progress));
            screen.text(row + 1, layout.lane(), open, Style.PLAIN);
        }
        screen.text(row + 3, layout.lane(), words.text(picture.message()), Style.BOLD);
        if (plan.group() > 0 && !picture.message().key().equals("sum.group")) {
            String group = words.text("sum.group", plan.group(), plan.groups());
            screen.text(row + 5, layout.lane(), group, Style.PLAIN);
        }
    }

    private static void half(Screen screen, int row, int column, Shape shape, int done, String caption) {
        Style style = shape == Shape.UP ? Style.SQUEEZE : Style.LET_GO;
        screen.shape(row, column, shape, true, style);
        String figures = Integer.toString(done);
        int left = column + (screen.layout().large() ? 20 : 12);
        screen.figuresEndingAt(row, left + figures.length() * (screen.figureWidth() + 2) - 3, figures);
        screen.text(row + screen.layout().cueRows() + 1, column, caption, Style.PLAIN);
    }
}
