package org.pelvi4j.app.report;

import java.util.Locale;

/** A chart being drawn: a frame with two axes, and marks in the units of the data. Confined to one thread. */
final class Svg {
    static final String LET_GO = "#005A8C";
    static final String HELD = "#8A5200";
    static final String QUIET = "#55606B";
    private static final double WIDTH = 680;
    private static final double LEFT = 38;
    private static final double RIGHT = 8;
    private static final double TOP = 10;
    private static final double BOTTOM = 22;

    private final StringBuilder out = new StringBuilder();
    private final double height;
    private final double xFrom;
    private final double xTo;
    private final double yFrom;
    private final double yTo;

    /** A chart of a height in pixels over a range of the data. */
    Svg(double height, double xFrom, double xTo, double yFrom, double yTo) {
        this.height = height;
        this.xFrom = xFrom;
        this.xTo = xTo > xFrom ? xTo : xFrom + 1;
        this.yFrom = yFrom;
        this.yTo = yTo > yFrom ? yTo : yFrom + 1;
    }

    private double x(double value) {
        return LEFT + (value - xFrom) / (xTo - xFrom) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return height - BOTTOM - (value - yFrom) / (yTo - yFrom) * (height - TOP - BOTTOM);
    }

    private void add(String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    /** A line across at a value, with its number at the left. */
    Svg level(double value, String label, boolean strong) {
        add(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%s'%s/>",
                LEFT,
                y(value),
                WIDTH - RIGHT,
                y(value),
                strong ? QUIET : "#DDE2E6",
                strong ? "1" : "0.8",
                strong ? " stroke-dasharray='4 3'" : "");
        add(
                "<text x='%.1f' y='%.1f' text-anchor='end' class='axis'>%s</text>",
                LEFT - 5, y(value) + 3.5, Html.text(label));
        return this;
    }

    /** A text under the axis. */
    Svg below(double at, String label) {
        return below(at, label, "axis below");
    }

    /** A text under the axis that gives way on a narrow screen. */
    Svg belowWhereThereIsRoom(double at, String label) {
        return below(at, label, "axis below more");
    }

    private Svg below(double at, String label, String kind) {
        double place = x(at);
        String anchor = place < LEFT + 40 ? "start" : place > WIDTH - 50 ? "end" : "middle";
        add(
                "<text x='%.1f' y='%.1f' text-anchor='%s' class='%s'>%s</text>",
                place, height - 6, anchor, kind, Html.text(label));
        return this;
    }

    Svg bar(double from, double to, double low, double high, String colour, boolean filled) {
        double left = x(from);
        double width = Math.max(0.6, x(to) - left);
        add(
                "<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' fill='%s' stroke='%s' stroke-width='0.8'/>",
                left,
                y(Math.max(low, high)),
                width,
                Math.max(0, Math.abs(y(low) - y(high))),
                filled ? colour : "none",
                colour);
        return this;
    }

    Svg circle(double at, double value, String colour, boolean filled) {
        add(
                "<circle cx='%.1f' cy='%.1f' r='3' fill='%s' stroke='%s' stroke-width='1.2'/>",
                x(at), y(value), filled ? colour : "#fff", colour);
        return this;
    }

    Svg square(double at, double value, String colour) {
        add(
                "<rect x='%.1f' y='%.1f' width='5.6' height='5.6' fill='%s' stroke='%s'/>",
                x(at) - 2.8, y(value) - 2.8, colour, colour);
        return this;
    }

    /** A line through points; x and y by turns. */
    Svg path(double[] points, String colour) {
        var text = new StringBuilder();
        for (int i = 0; i + 1 < points.length; i += 2) {
            text.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : " L", x(points[i]), y(points[i + 1])));
        }
        add("<path d='%s' fill='none' stroke='%s' stroke-width='1.6'/>", text, colour);
        return this;
    }

    /** The whole picture, with a sentence for those who do not see it. */
    String done(String sentence) {
        return String.format(
                        Locale.ROOT,
                        "<svg viewBox='0 0 %.0f %.0f' role='img' xmlns='http://www.w3.org/2000/svg'>\n<title>%s</title>\n",
                        WIDTH,
                        height,
                        Html.text(sentence))
                + out
                + "</svg>\n";
    }
}
