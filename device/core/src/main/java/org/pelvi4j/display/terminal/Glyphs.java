package org.pelvi4j.display.terminal;

import org.pelvi4j.display.draw.Ascii;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.feedback.Mark;

/** The characters of the live screen: blocks and boxes, or ASCII. No braille: it needs the right font. Immutable. */
final class Glyphs {
    private final boolean ascii;

    Glyphs(boolean ascii) {
        this.ascii = ascii;
    }

    boolean ascii() {
        return ascii;
    }

    private char of(char drawn, char typed) {
        return ascii ? typed : drawn;
    }

    char full() {
        return of('█', '#');
    }

    char upperHalf() {
        return of('▀', '#');
    }

    char lowerHalf() {
        return of('▄', '#');
    }

    char earned() {
        return of('━', '=');
    }

    char horizontal() {
        return of('─', '-');
    }

    char vertical() {
        return of('│', '|');
    }

    char corner(boolean top, boolean left) {
        if (top) {
            return of(left ? '╭' : '╮', '+');
        }
        return of(left ? '╰' : '╯', '+');
    }

    char now() {
        return of('┊', ':');
    }

    char hatch() {
        return of('╱', '/');
    }

    /** What a shape is made of in ASCII. Source: SCREENS 9. */
    char typed(Shape shape) {
        return switch (shape) {
            case UP -> '^';
            case SQUARE -> '#';
            case DOWN -> 'v';
            case CIRCLE -> 'o';
            case CROSS -> 'x';
            case BARS -> '|';
            case NONE, DOTS -> '.';
        };
    }

    /** Text in the characters there are. */
    String text(String text) {
        return ascii ? Ascii.of(text) : text;
    }

    char mark(Mark mark) {
        return switch (mark) {
            case DONE -> of('■', '*');
            case NOT_DONE -> of('□', '_');
            case TO_COME -> of('·', '.');
            case NOT_JUDGED -> '-';
        };
    }

    /** How finely a cell of the level's bar is cut. */
    int steps() {
        return ascii ? 1 : 8;
    }

    /** A cell filled from the left, 0 to 8 eighths. */
    char fromLeft(int eighths) {
        return " ▏▎▍▌▋▊▉█".charAt(eighths);
    }

    /** A cell filled from below, 0 to 8 eighths. */
    char fromBelow(int eighths) {
        if (ascii) {
            return eighths >= 4 ? '#' : eighths > 0 ? '.' : ' ';
        }
        return " ▁▂▃▄▅▆▇█".charAt(eighths);
    }
}
