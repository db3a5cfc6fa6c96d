package org.pelvi4j.display.terminal;

import org.jspecify.annotations.Nullable;

/** What must be sent so that a terminal that shows one grid shows another: only the changed cells. Immutable. */
final class AnsiWriter {
    /** Alternate screen, cursor hidden, cleared. */
    static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[2J";

    /** Own colours, cursor and screen back, as they were. */
    static final String LEAVE = "\u001b[0m\u001b[?25h\u001b[?1049l";

    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";

    /** Moving the cursor costs six bytes or more, so shorter stretches of unchanged cells are sent again. */
    private static final int WORTH_A_MOVE = 6;

    private final TerminalLook.Colours colours;

    AnsiWriter(TerminalLook.Colours colours) {
        this.colours = colours;
    }

    /** The changes between two screens, or all of the new one; empty when nothing changed. */
    String change(@Nullable Grid before, Grid after) {
        boolean whole = before == null || before.columns() != after.columns() || before.rows() != after.rows();
        var text = new StringBuilder(whole ? "\u001b[0m\u001b[2J" : "");
        Style style = Style.PLAIN;
        for (int row = 0; row < after.rows(); row++) {
            int cursor = -1;
            for (int column = 0; column < after.columns(); column++) {
                if (same(whole ? null : before, after, row, column)) {
                    continue;
                }
                if (cursor < 0 || column - cursor > WORTH_A_MOVE) {
                    text.append("\u001b[")
                            .append(row + 1)
                            .append(';')
                            .append(column + 1)
                            .append('H');
                    cursor = column;
                }
                for (; cursor <= column; cursor++) {
                    style = cell(text, style, after, row, cursor);
                }
            }
        }
        if (style != Style.PLAIN) {
            text.append("\u001b[0m");
        }
        return text.isEmpty() ? "" : BEGIN + text + END;
    }

    private static boolean same(@Nullable Grid before, Grid after, int row, int column) {
        if (before == null) {
            return after.character(row, column) == ' ';
        }
        return before.character(row, column) == after.character(row, column)
                && before.style(row, column) == after.style(row, column);
    }

    private Style cell(StringBuilder text, Style style, Grid after, int row, int column) {
        Style next = after.style(row, column);
        if (!next.codes(colours).equals(style.codes(colours))) {
            text.append("\u001b[0");
            if (!next.codes(colours).isEmpty()) {
                text.append(';').append(next.codes(colours));
            }
            text.append('m');
        }
        text.append(after.character(row, column));
        return next;
    }
}
