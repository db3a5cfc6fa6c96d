package org.pelvi4j.display.hd44780;

import java.util.Arrays;
import java.util.HexFormat;
import org.pelvi4j.display.draw.Ascii;

/** What a character display shows: codes of characters, and the dots of its eight own ones. Confined to one thread. */
final class Sheet {
    /** How many characters a display can be given. Source: HD44780 data sheet, CGRAM. */
    static final int GLYPHS = 8;

    /** Dot rows of one. Source: the same. */
    static final int GLYPH_ROWS = 8;

    private final int columns;
    private final byte[] cells;
    private final byte[][] glyphs = new byte[GLYPHS][GLYPH_ROWS];

    Sheet(int columns, int rows) {
        this.columns = columns;
        this.cells = new byte[columns * rows];
        Arrays.fill(cells, (byte) ' ');
    }

    int columns() {
        return columns;
    }

    int rows() {
        return cells.length / columns;
    }

    byte cell(int row, int column) {
        return cells[row * columns + column];
    }

    byte[] glyph(int number) {
        return glyphs[number].clone();
    }

    void put(int row, int column, int code) {
        if (column >= 0 && column < columns) {
            cells[row * columns + column] = (byte) code;
        }
    }

    /** Writes text in the codes that both character ROMs share: 20 to 7D without 5C. Source: SCREENS 4. */
    void text(int row, int column, String text) {
        String shared = Ascii.of(text).replace('\\', '?').replace('~', '?');
        for (int i = 0; i < shared.length(); i++) {
            put(row, column + i, shared.charAt(i));
        }
    }

    void textEndingAt(int row, int column, String text) {
        text(row, column - text.length() + 1, text);
    }

    /** Defines an own character by its eight rows in hex, five dots each. */
    void define(int number, String hex) {
        glyphs[number] = HexFormat.of().parseHex(hex);
    }
}
