package org.pelvi4j.display.terminal;

import java.util.Arrays;

/** The cells of a screen, each one narrow character and a style; drawing outside is cut off. Confined to one thread. */
final class Grid {
    private final int columns;
    private final int rows;
    private final char[] characters;
    private final Style[] styles;

    Grid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.characters = new char[columns * rows];
        this.styles = new Style[columns * rows];
        clear();
    }

    void clear() {
        Arrays.fill(characters, ' ');
        Arrays.fill(styles, Style.PLAIN);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    char character(int row, int column) {
        return characters[row * columns + column];
    }

    Style style(int row, int column) {
        return styles[row * columns + column];
    }

    void put(int row, int column, char character, Style style) {
        if (row >= 0 && row < rows && column >= 0 && column < columns) {
            characters[row * columns + column] = character;
            styles[row * columns + column] = style;
        }
    }

    /** Writes text to the right, whatever does not take exactly one cell as a question mark. */
    void text(int row, int column, String text, Style style) {
        int at = column;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            put(row, at++, narrow(code) ? (char) code : '?', style);
            i += Character.charCount(code);
        }
    }

    void repeat(int row, int column, char character, int times, Style style) {
        for (int i = 0; i < times; i++) {
            put(row, column + i, character, style);
        }
    }

    /** One cell wide in every terminal: no control, no combining mark, nothing from the wide scripts of East Asia. */
    private static boolean narrow(int code) {
        int type = Character.getType(code);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.CONTROL;
        return !mark && (code < 0x1100 || (code >= 0x2000 && code < 0x2E80));
    }

    /** Rows as text, without styles and without blanks at the right. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(new String(characters, row * columns, columns).stripTrailing());
            text.append('\n');
        }
        return text.toString();
    }
}
