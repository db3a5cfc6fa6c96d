package org.pelvi4j.app.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.app.store.Practice;

/** Practices as lines of a table, as wide as the terminal. Immutable. */
public final class PracticeTable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int PROGRAMME = 15;

    private final Texts texts;
    private final int columns;
    private final String none;
    private final String more;

    /**
     * Creates it.
     *
     * @param texts the language
     * @param columns how wide the terminal is
     * @param ascii whether only ASCII may be used
     */
    public PracticeTable(Texts texts, int columns, boolean ascii) {
        this.none = ascii ? "-" : "\u2013";
        this.more = ascii ? "~" : "\u2026";
        this.texts = texts;
        this.columns = Math.max(60, columns);
    }

    /**
     * Turns round what came the latest first.
     *
     * @param latestFirst practices
     * @return the oldest first
     */
    public static List<Practice> inOrder(List<Practice> latestFirst) {
        var all = new ArrayList<>(latestFirst);
        Collections.reverse(all);
        return all;
    }

    /**
     * Draws them.
     *
     * @param practices in the order in which they are to stand
     * @return a heading and a line for each
     */
    public List<String> lines(List<Practice> practices) {
        var lines = new ArrayList<String>();
        lines.add(line(
                texts.text("table.start"),
                texts.text("table.programme"),
                texts.text("table.reps"),
                texts.text("short.letgo"),
                texts.text("short.held"),
                texts.text("short.release"),
                texts.text("table.end")));
        for (Practice practice : practices) {
            lines.add(line(practice));
        }
        return lines;
    }

    private String line(Practice practice) {
        var totals = practice.totals();
        var local = practice.start().at().atZone(practice.start().zone());
        String end = texts.text("short.end." + totals.ended());
        boolean judged = totals.known() && totals.judged() > 0;
        return line(
                MINUTE.withLocale(Locale.forLanguageTag(texts.language()))
                        .format(local)
                        .replaceFirst("\\.", ""),
                practice.start().programme(),
                totals.done() + "/" + practice.start().planned(),
                judged ? totals.letGo() + "/" + totals.judged() : none,
                judged ? totals.held() + "/" + totals.judged() : none,
                Double.isFinite(totals.releaseSeconds()) ? Html.number(totals.releaseSeconds(), 1) + " s" : none,
                practice.start().clockSure() ? end : end + ", " + texts.text("short.clock"));
    }

    private String line(
            String start, String programme, String reps, String letGo, String held, String release, String end) {
        String text = String.format(
                Locale.ROOT, "%-21s %s %6s %7s %7s %6s  %s", start, pad(programme), reps, letGo, held, release, end);
        return cut(text.stripTrailing(), columns);
    }

    private String pad(String text) {
        return String.format(Locale.ROOT, "%-" + PROGRAMME + "s", cut(text, PROGRAMME));
    }

    private String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + more;
    }
}
