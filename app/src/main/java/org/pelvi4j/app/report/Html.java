package org.pelvi4j.app.report;

import java.util.Locale;

/** Text as HTML and SVG take it: whatever a person or a device wrote stays text. Source: RELIABILITY I7. */
final class Html {
    private Html() {}

    static String text(String plain) {
        var out = new StringBuilder();
        plain.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean control = point < ' ' || (point >= 0x7F && point < 0xA0);
                    out.appendCodePoint(control ? ' ' : point);
                }
            }
        });
        return out.toString();
    }

    /** A number with so many decimals, with a dot, or a dash when there is none. */
    static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "\u2013";
    }
}
