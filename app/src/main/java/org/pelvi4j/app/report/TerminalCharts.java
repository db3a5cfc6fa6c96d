package org.pelvi4j.app.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.exercise.DayPlan;

/** Weeks at a glance and trends, in the characters of a terminal. Immutable. */
public final class TerminalCharts {
    private static final int ROWS = 5;
    private static final int MARGIN = 8;
    private static final String BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    private final Texts texts;
    private final int columns;
    private final boolean ascii;
    private final Ink ink;

    /**
     * Creates them.
     *
     * @param texts the language
     * @param columns how wide the terminal is
     * @param ascii whether only ASCII may be used
     */
    public TerminalCharts(Texts texts, int columns, boolean ascii) {
        this(texts, columns, ascii, Ink.NONE);
    }

    /**
     * Creates them in colour.
     *
     * @param texts the language
     * @param columns how wide the terminal is
     * @param ascii whether only ASCII may be used
     * @param ink the colours
     */
    public TerminalCharts(Texts texts, int columns, boolean ascii, Ink ink) {
        this.texts = texts;
        this.columns = Math.max(40, columns);
        this.ascii = ascii;
        this.ink = ink;
    }

    /**
     * Draws weeks, Monday to Sunday: groups done, groups not done, groups to come.
     *
     * @param days in order, each once
     * @param today the person's date
     * @return lines
     */
    public List<String> weeks(List<Day> days, LocalDate today) {
        return weeks(days, today, DayPlan.USUAL.groups());
    }

    /**
     * Draws weeks of a plan.
     *
     * @param days in order, each once
     * @param today the person's date
     * @param planned how many groups a day should hold
     * @return lines
     */
    public List<String> weeks(List<Day> days, LocalDate today, int planned) {
        Map<LocalDate, Day> byDate = new HashMap<>();
        days.forEach(day -> byDate.put(day.date(), day));
        var lines = new ArrayList<String>();
        if (days.isEmpty()) {
            return lines;
        }
        lines.add(ink.strong(texts.text("chart.groups")));
        var head = new StringBuilder(" ".repeat(12));
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(texts.language()));
            head.append(pad(name.replace(".", ""), 6));
        }
        lines.add(head.toString().stripTrailing());
        LocalDate monday = days.get(0).date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = days.get(days.size() - 1).date();
        for (; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            var line = new StringBuilder(pad(monday.toString(), 12));
            for (int i = 0; i < 7; i++) {
                LocalDate date = monday.plusDays(i);
                Day day = byDate.get(date);
                line.append(pad(day == null ? "" : groups(day.groups().size(), planned, !date.isBefore(today)), 6));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String groups(int done, int planned, boolean toCome) {
        int left = Math.max(0, planned - done);
        String rest = !toCome ? (ascii ? "_" : "\u25a1") : (ascii ? "." : "\u00b7");
        return (ascii ? "*" : "\u25a0").repeat(Math.min(done, 5)) + rest.repeat(left);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /**
     * Draws how long letting go took, one column a practice, the latest at the right.
     *
     * @param practices in order
     * @return lines; empty when no practice tells it
     */
    public List<String> release(List<Practice> practices) {
        List<Practice> practised =
                practices.stream().filter(Practice::isPractice).toList();
        return bars("chart.release", practised, practice -> practice.totals().releaseSeconds(), 1, true);
    }

    /**
     * Draws the share of repetitions let go in time.
     *
     * @param practices in order
     * @return lines; empty when no practice tells it
     */
    public List<String> letGo(List<Practice> practices) {
        return bars(
                "sum.letgo",
                practices,
                practice -> share(practice, practice.totals().letGo()),
                100,
                true);
    }

    /**
     * Draws the share of repetitions held.
     *
     * @param practices in order
     * @return lines; empty when no practice tells it
     */
    public List<String> held(List<Practice> practices) {
        return bars(
                "sum.held",
                practices,
                practice -> share(practice, practice.totals().held()),
                100,
                false);
    }

    private static double share(Practice practice, int some) {
        return practice.totals().judged() == 0 || some < 0
                ? Double.NaN
                : 100.0 * some / practice.totals().judged();
    }

    private List<String> bars(
            String title, List<Practice> practices, ToDoubleFunction<Practice> value, double leastTop, boolean letGo) {
        List<Practice> known = practices.stream()
                .filter(practice -> Double.isFinite(value.applyAsDouble(practice)))
                .toList();
        known = known.subList(Math.max(0, known.size() - (columns - MARGIN)), known.size());
        var lines = new ArrayList<String>();
        if (known.isEmpty()) {
            return lines;
        }
        double top = Math.max(leastTop, known.stream().mapToDouble(value).max().orElse(leastTop));
        String unit = leastTop == 100 ? texts.text("axis.percent") : texts.text("axis.seconds");
        lines.add(ink.strong(texts.text(title) + ", " + unit));
        for (int row = ROWS - 1; row >= 0; row--) {
            String label = row == ROWS - 1 ? Html.number(top, leastTop == 100 ? 0 : 1) : row == 0 ? "0" : "";
            String line = String.format(Locale.ROOT, "%6s %s", label, ascii ? "|" : "\u2524");
            var bars = new StringBuilder();
            for (Practice practice : known) {
                bars.append(cell(value.applyAsDouble(practice) / top * ROWS - row));
            }
            String drawn = bars.toString().stripTrailing();
            lines.add((line + (letGo ? ink.letGo(drawn) : ink.held(drawn))).stripTrailing());
        }
        String first = known.get(0).day().toString();
        String last = known.get(known.size() - 1).day().toString();
        int between = known.size() - first.length() - last.length();
        lines.add(" ".repeat(MARGIN) + first + (between > 0 ? " ".repeat(between) + last : ""));
        return lines;
    }

    /** How much of a cell is filled: at the bottom of the chart every value shows at least a trace. */
    private char cell(double filled) {
        if (ascii) {
            return filled >= 0.5 ? '#' : ' ';
        }
        return BLOCKS.charAt((int) Math.max(0, Math.min(8, Math.round(filled * 8))));
    }
}
