package org.pelvi4j.display.terminal;

import java.util.Locale;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.display.draw.Digits;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.display.draw.Shapes;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;

/** A grid to draw a picture on, with what every part of the live screen needs. Confined to one thread. */
final class Screen {
    /** A triangle that should look as large as a square is broader. */
    private static final int OVERHANG = 2;

    private final Grid grid;
    private final Layout layout;
    private final Glyphs glyphs;
    private final Words words;

    Screen(Grid grid, Layout layout, Glyphs glyphs, Words words) {
        this.grid = grid;
        this.layout = layout;
        this.glyphs = glyphs;
        this.words = words;
    }

    Layout layout() {
        return layout;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    Words words() {
        return words;
    }

    void put(int row, int column, char character, Style style) {
        grid.put(row, column, character, style);
    }

    void repeat(int row, int column, char character, int times, Style style) {
        grid.repeat(row, column, character, times, style);
    }

    char at(int row, int column) {
        return grid.character(row, column);
    }

    /** Writes text; returns the column behind it. */
    int text(int row, int column, String text, Style style) {
        String shown = glyphs.text(text);
        grid.text(row, column, shown, style);
        return column + shown.codePointCount(0, shown.length());
    }

    void textEndingAt(int row, int column, String text, Style style) {
        String shown = glyphs.text(text);
        grid.text(row, column - shown.codePointCount(0, shown.length()) + 1, shown, style);
    }

    /** Letters two blanks apart, so that they carry further. */
    void spaced(int row, int column, String text, Style style) {
        String shown = glyphs.text(text).toUpperCase(Locale.ROOT);
        for (int i = 0; i < shown.length(); i++) {
            grid.text(row, column + 3 * i, shown.substring(i, i + 1), style);
        }
    }

    /** Draws bits two to a cell, one above the other; in ASCII with one character for all. */
    void bits(int row, int column, Bits bits, char typed, Style style) {
        for (int y = 0; y < bits.height(); y += 2) {
            for (int x = 0; x < bits.width(); x++) {
                boolean lower = bits.get(x, y + 1);
                boolean upper = bits.get(x, y) && !glyphs.ascii(); // or outlines would close to surfaces
                if (upper || lower) {
                    char drawn = upper && lower ? glyphs.full() : upper ? glyphs.upperHalf() : glyphs.lowerHalf();
                    put(row + y / 2, column + x, glyphs.ascii() ? typed : drawn, style);
                }
            }
        }
    }

    void shape(int row, int column, Shape shape, boolean solid, Style style) {
        int height = 2 * layout.cueRows();
        boolean triangle = shape == Shape.UP || shape == Shape.DOWN;
        var box = new Shapes.Box(height - 1 + (triangle ? 2 * OVERHANG : 0), height);
        int left = triangle ? column - OVERHANG : column;
        bits(row, left, Shapes.draw(shape, solid, box, layout.large() ? 3 : 2), glyphs.typed(shape), style);
    }

    /** Draws large figures that end at a column; returns the first column used. */
    int figuresEndingAt(int row, int column, String figures) {
        int width = figureWidth();
        int left = column - figures.length() * (width + 2) + 3;
        for (int i = 0; i < figures.length(); i++) {
            var box = new Shapes.Box(width, 2 * layout.cueRows());
            bits(
                    row,
                    left + i * (width + 2),
                    Digits.draw(figures.charAt(i), box, layout.large() ? 4 : 2),
                    '#',
                    Style.BOLD);
        }
        return left;
    }

    int figureWidth() {
        return layout.large() ? 12 : 6;
    }

    /** The colour of a cue; the shape says the same. */
    static Style styleOf(Picture picture) {
        return switch (picture.word()) {
            case SQUEEZE, HOLD -> Style.SQUEEZE;
            case LET_GO, REST -> Style.LET_GO;
            case NO_SIGNAL -> Style.FAULT;
            case NONE, CHECK, READY, PAUSED, DONE, ENOUGH -> Style.PLAIN;
        };
    }

    /** The seconds as figures: dashes where there is no signal, minutes between sets, nothing where none are left. */
    static String figures(Picture picture) {
        if (picture.word() == Word.NO_SIGNAL) {
            return "--";
        }
        int seconds = picture.secondsLeft();
        if (seconds < 0) {
            return "";
        }
        return picture.state() == State.SET_REST || seconds > 99
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60 % 100, seconds % 60)
                : Integer.toString(seconds);
    }
}
