package org.pelvi4j.display.terminal;

/**
 * Where everything is on a terminal of some size: the frame, and rows counted from its top. Source: SCREENS 9, designed at
 * 80x24 and widened to 120x40. Immutable.
 *
 * @param left the frame's first column
 * @param top the frame's first row
 * @param width the frame's width, 80 to 120
 * @param height the frame's height, 24 to 40
 */
record Layout(int left, int top, int width, int height) {
    /** Source: SCREENS 9. */
    static final int LEAST_COLUMNS = 80;

    /** Source: SCREENS 9. */
    static final int LEAST_ROWS = 24;

    private static final int MOST_COLUMNS = 120;
    private static final int MOST_ROWS = 40;
    private static final int MOST_TRACE_ROWS = 18;

    /** Lines that are not cue and not trace: two borders, three blanks, earned, goal, two of level, scale, axis, marks, message. */
    private static final int OTHER_ROWS = 13;

    static boolean fits(int columns, int rows) {
        return columns >= LEAST_COLUMNS && rows >= LEAST_ROWS;
    }

    static Layout of(int columns, int rows) {
        int width = Math.min(MOST_COLUMNS, columns);
        int height = Math.min(MOST_ROWS, rows);
        return new Layout((columns - width) / 2, (rows - height) / 2, width, height);
    }

    boolean large() {
        return height >= MOST_ROWS;
    }

    int lane() {
        return left + 4;
    }

    int laneWidth() {
        return width - 8;
    }

    int cueTop() {
        return top + 2;
    }

    int cueRows() {
        return large() ? 9 : 5;
    }

    int earned() {
        return cueTop() + cueRows() + 1;
    }

    int goal() {
        return earned() + 1;
    }

    int level() {
        return earned() + 2;
    }

    int scale() {
        return earned() + 4;
    }

    int traceTop() {
        return earned() + 6;
    }

    int traceRows() {
        return Math.min(MOST_TRACE_ROWS, height - OTHER_ROWS - cueRows());
    }

    int axis() {
        return traceTop() + traceRows();
    }

    int marks() {
        return axis() + 1;
    }

    int message() {
        return axis() + 2;
    }

    int bottom() {
        return top + height - 1;
    }

    /** The column of the seconds' last digit. */
    int secondsEnd() {
        return left + width - 12;
    }
}
