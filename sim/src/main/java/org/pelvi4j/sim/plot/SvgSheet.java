package org.pelvi4j.sim.plot;

import java.util.Locale;

/** A sheet that becomes an SVG file. Confined to one thread. */
public final class SvgSheet implements Sheet {
    private final StringBuilder out = new StringBuilder();

    /**
     * An empty sheet.
     *
     * @param width in pixels
     * @param height in pixels
     * @param title what the picture is, for those who do not see it
     */
    public SvgSheet(int width, int height, String title) {
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' role='img'",
                width, height, width, height);
        add(" font-family='DejaVu Sans, Verdana, sans-serif'>\n<title>%s</title>\n", escaped(title));
    }

    private void add(String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }

    private static String colour(Ink ink) {
        return String.format(Locale.ROOT, "#%06X", ink.rgb());
    }

    private void points(double[] xy) {
        for (int i = 0; i + 1 < xy.length; i += 2) {
            add(i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", xy[i], xy[i + 1]);
        }
    }

    @Override
    public void fill(Box box, Ink ink) {
        add(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>\n",
                box.x(), box.y(), Math.max(0, box.width()), Math.max(0, box.height()), colour(ink));
    }

    @Override
    public void area(double[] xy, Ink ink) {
        add("<polygon fill='%s' points='", colour(ink));
        points(xy);
        add("'/>\n");
    }

    @Override
    public void line(double[] xy, Ink ink, double width) {
        add(
                "<polyline fill='none' stroke='%s' stroke-width='%.1f' stroke-linejoin='round' points='",
                colour(ink), width);
        points(xy);
        add("'/>\n");
    }

    @Override
    public void text(String text, double x, double y, Style style) {
        String anchor = switch (style.anchor()) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        add(
                "<text x='%.1f' y='%.1f' font-size='%d' text-anchor='%s' fill='%s'>%s</text>\n",
                x, y, style.size().pixels(), anchor, colour(style.ink()), escaped(text));
    }

    /**
     * Ends the picture.
     *
     * @return the whole file
     */
    public String file() {
        return out + "</svg>\n";
    }
}
