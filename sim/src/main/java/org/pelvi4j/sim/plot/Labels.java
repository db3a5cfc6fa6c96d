package org.pelvi4j.sim.plot;

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
    private double free;

    Labels(Sheet sheet, Span span) {
        this.sheet = sheet;
        this.span = span;
    }

    /** Marks a stretch of time; the words are left out where others already stand. */
    void mark(double fromSeconds, double untilSeconds, String words, Ink ink) {
        Sheet.Box box = span.between(fromSeconds, untilSeconds);
        sheet.fill(box, ink);
        double width = LETTER * words.length();
        double end = span.place().x() + span.place().width();
        boolean beside = box.x() + box.width() + BESIDE + width < end;
        double x = beside ? box.x() + box.width() + BESIDE : box.x() - BESIDE - width;
        if (box.x() >= free && x >= free) {
            sheet.text(words, x, span.bottom() - BESIDE - 1, STYLE);
            free = Math.max(x + width, box.x() + box.width()) + BESIDE;
        }
    }
}
