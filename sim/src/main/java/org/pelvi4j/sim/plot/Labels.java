package org.pelvi4j.sim.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pelvi4j.sim.plot.Sheet.Anchor;
import org.pelvi4j.sim.plot.Sheet.Size;
import org.pelvi4j.sim.plot.Sheet.Style;

/** Marks in a strip with their words beside them, as far as there is room. Confined to one thread. */
final class Labels {
    private static final Style STYLE = new Style(Size.SMALL, Anchor.START, Ink.BLACK);
    /** About the width of a letter of this size. */
    private static final double LETTER = 6.6;

    private static final double BESIDE = 4;

    private final Sheet sheet;
    private final Span span;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(Sheet.Box box, String words) {
        double end() {
            return box.x() + box.width();
        }
    }

    Labels(Sheet sheet, Span span) {
        this.sheet = sheet;
        this.span = span;
    }

    /** Marks a stretch of time. */
    void mark(double fromSeconds, double untilSeconds, String words, Ink ink) {
        Sheet.Box box = span.between(fromSeconds, untilSeconds);
        sheet.fill(box, ink);
        marks.add(new Mark(box, words));
    }

    /** Writes the words of the marks, where no other mark or word stands. */
    void write() {
        marks.sort(Comparator.comparingDouble(mark -> mark.box().x()));
        double free = span.place().x();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double width = LETTER * mark.words().length();
            double right = i + 1 < marks.size()
                    ? marks.get(i + 1).box().x()
                    : span.place().x() + span.place().width();
            double after = mark.end() + BESIDE;
            double before = mark.box().x() - BESIDE - width;
            double x = after + width < right ? after : before;
            if (x == after || before > free) {
                sheet.text(mark.words(), x, span.bottom() - BESIDE - 1, STYLE);
            }
            free = Math.max(x + width, mark.end()) + BESIDE;
        }
    }
}
