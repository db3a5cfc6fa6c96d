package org.pelvi4j.display.terminal;

import java.util.List;
import java.util.Locale;
import org.pelvi4j.display.draw.Wrapped;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.Verdict;

/** The set-up as the physiotherapist sees it: what is known in rows, verdicts in one column. Source: SCREENS 11. Immutable. */
final class SetupPart {
    private static final int LABEL = 3;
    private static final int LEAST_TEXT = 13;
    private static final int SECONDS_END = 72;
    private static final int VERDICT = 68;
    private static final int CELL_WIDTH = 9;

    /** What most cells are wide; longer and shorter ones are centred on it. */
    private static final int CELL_TEXT = 5;

    /** So much is free between two cells that are wider than most. */
    private static final int CELL_GAP = 2;

    private static final int STRIP = 9;
    /** So much of a strip's label is border and axis. */
    private static final int STRIP_FRAME = 4;

    private static final int STRIP_ROWS = 2;
    private static final int EIGHTHS = 8;
    private static final int RULER = 5;
    private static final int RULER_CELLS = 59;

    private SetupPart() {}

    static void draw(Screen screen, SetupPage page) {
        int row = screen.layout().top() + 1;
        int text = text(screen, page);
        int cell = cell(screen, page);
        for (SetupPage.Line line : page.lines()) {
            if (row >= screen.layout().bottom()) {
                return;
            }
            row = line instanceof SetupPage.Cells cells
                    ? cells(screen, row, cell, cells)
                    : line(screen, row, text, line);
        }
    }

    /** How wide the widest cell of the page is: pressure has longer units than EMG. */
    private static int cell(Screen screen, SetupPage page) {
        int widest = CELL_TEXT;
        for (SetupPage.Line line : page.lines()) {
            if (line instanceof SetupPage.Cells cells) {
                for (Message each : cells.cells()) {
                    widest = Math.max(widest, screen.words().text(each).length());
                }
            }
        }
        return widest;
    }

    /** The column of the facts: behind the longest name. */
    private static int text(Screen screen, SetupPage page) {
        int longest = 0;
        for (SetupPage.Line line : page.lines()) {
            if (line instanceof SetupPage.Fact fact) {
                longest = Math.max(longest, screen.words().text(fact.label()).length());
            }
        }
        return Math.max(LEAST_TEXT, LABEL + longest + 2);
    }

    private static int line(Screen screen, int row, int text, SetupPage.Line line) {
        if (line instanceof SetupPage.Fact fact) {
            return fact(screen, row, text, fact);
        } else if (line instanceof SetupPage.Now now) {
            put(screen, row, LABEL, screen.words().text(now.text()), Style.BOLD);
            if (now.secondsLeft() >= 0) {
                String left = screen.words().text("setup.left", now.secondsLeft());
                screen.textEndingAt(row, screen.layout().left() + SECONDS_END, left, Style.BOLD);
            }
            return row + 1;
        } else if (line instanceof SetupPage.Strip strip) {
            return strip(screen, row, strip);
        } else if (line instanceof SetupPage.Ruler ruler) {
            return ruler(screen, row, ruler);
        }
        throw new IllegalStateException("line: expected one that can be drawn but was " + line);
    }

    private static void put(Screen screen, int row, int column, String text, Style style) {
        int room = screen.layout().width() - 1 - column;
        String fitting = text.length() > room ? text.substring(0, room) : text;
        screen.text(row, screen.layout().left() + column, fitting, style);
    }

    private static int fact(Screen screen, int row, int text, SetupPage.Fact fact) {
        boolean named = !fact.label().equals(Message.NONE);
        put(screen, row, LABEL, screen.words().text(fact.label()), Style.PLAIN);
        int last = fact.verdict() == Verdict.NONE ? screen.layout().width() - 2 : VERDICT - 1;
        int next = lines(screen, row, named ? text : LABEL, last, fact.text());
        if (fact.verdict() != Verdict.NONE) {
            Style style = fact.verdict() == Verdict.OK ? Style.PLAIN : Style.FAULT;
            put(screen, row, VERDICT, screen.words().text(key(fact.verdict())), style);
        }
        return fact.remedy().equals(Message.NONE)
                ? next
                : lines(screen, next, text, screen.layout().width() - 2, fact.remedy());
    }

    /** A text between two columns, in as many rows as it takes; tells the row after it. */
    private static int lines(Screen screen, int row, int first, int last, Message text) {
        List<String> lines = Wrapped.lines(screen.words().text(text), last - first);
        for (int i = 0; i < lines.size() && row + i < screen.layout().bottom(); i++) {
            put(screen, row + i, first, lines.get(i), Style.PLAIN);
        }
        return row + lines.size();
    }

    static String key(Verdict verdict) {
        return "verdict." + verdict.name().toLowerCase(Locale.ROOT);
    }

    private static int cells(Screen screen, int row, int widest, SetupPage.Cells cells) {
        int width = widest < CELL_WIDTH ? CELL_WIDTH : widest + CELL_GAP;
        int middle = width > CELL_WIDTH ? widest : CELL_TEXT;
        put(screen, row, LABEL, screen.words().text(cells.label()), Style.PLAIN);
        for (int i = 0; i < cells.cells().size(); i++) {
            String text = screen.words().text(cells.cells().get(i));
            int shift = (int) Math.rint((middle - text.length()) / 2.0);
            put(screen, row, LEAST_TEXT + width * i + shift, text, Style.PLAIN);
        }
        return row + 1;
    }

    /** A row stands for the whole scale, so that a level at the top has its block in the upper row. */
    private static int strip(Screen screen, int row, SetupPage.Strip strip) {
        String top = String.format(Locale.ROOT, "%.0f %s", strip.top(), strip.unit());
        String bottom = "0 " + strip.unit();
        int from = Math.max(STRIP, Math.max(top.length(), bottom.length()) + STRIP_FRAME);
        for (int i = 0; i < STRIP_ROWS; i++) {
            String label = i == 0 ? top : bottom;
            put(screen, row + i, from - 2 - label.length(), label, Style.PLAIN);
            put(screen, row + i, from - 1, screen.glyphs().ascii() ? "+" : "┤", Style.PLAIN);
        }
        int room = screen.layout().width() - 2 - from;
        int cut = Math.max(0, strip.levels().size() - room);
        for (int i = cut; i < strip.levels().size(); i++) {
            double level = strip.levels().get(i);
            if (!Double.isNaN(level)) {
                int eighths =
                        Math.max(0, Math.min(STRIP_ROWS * EIGHTHS, (int) Math.round(level / strip.top() * EIGHTHS)));
                column(screen, row, from + i - cut, eighths);
            }
        }
        kept(screen, row + STRIP_ROWS, from, strip, cut);
        return row + STRIP_ROWS + 1;
    }

    private static void column(Screen screen, int row, int column, int eighths) {
        for (int i = 0; i < STRIP_ROWS; i++) {
            int here = Math.max(0, Math.min(EIGHTHS, eighths - (STRIP_ROWS - 1 - i) * EIGHTHS));
            char drawn = screen.glyphs().fromBelow(here);
            if (drawn != ' ') {
                screen.put(row + i, screen.layout().left() + column, drawn, Style.PLAIN);
            }
        }
    }

    private static void kept(Screen screen, int row, int column, SetupPage.Strip strip, int cut) {
        int from = Math.max(0, strip.keptFrom() - cut);
        int to = strip.keptTo() - cut;
        String text = screen.words().text(strip.kept());
        int room = to - from + 1 - 2;
        if (text.isEmpty() || text.length() > room) {
            return;
        }
        boolean ascii = screen.glyphs().ascii();
        String line = screen.glyphs().horizontal() + "";
        int before = Math.max(0, (room - text.length() - 2) / 2);
        int after = Math.max(0, room - text.length() - 2 - before);
        String bracket =
                (ascii ? "`" : "└") + line.repeat(before) + " " + text + " " + line.repeat(after) + (ascii ? "'" : "┘");
        put(screen, row, column, (ascii ? "." : "·").repeat(from) + bracket, Style.PLAIN);
    }

    private static int ruler(Screen screen, int row, SetupPage.Ruler ruler) {
        boolean ascii = screen.glyphs().ascii();
        StringBuilder scale = new StringBuilder((ascii ? "=" : "═").repeat(RULER_CELLS + 1));
        for (double at : new double[] {ruler.off(), ruler.on(), ruler.goal(), 100}) {
            int cell = (int) (Math.max(0, Math.min(100, at)) / 100 * RULER_CELLS);
            scale.setCharAt(cell, ascii ? '+' : '╤');
        }
        put(screen, row, LABEL, "0 " + scale + " 100", Style.PLAIN);
        String marks = screen.words()
                .text(
                        "setup.thresholds",
                        whole(ruler.off()),
                        whole(ruler.on()),
                        whole(ruler.goal()),
                        whole(ruler.home()));
        put(screen, row + 1, RULER + 4, marks, Style.PLAIN);
        String strongest = screen.words().text("setup.strongest", ruler.strongest());
        screen.textEndingAt(row + 1, screen.layout().left() + VERDICT + 5, strongest, Style.PLAIN);
        return row + 2;
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
