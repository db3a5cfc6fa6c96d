package org.pelvi4j.display.hd44780;

import org.pelvi4j.display.draw.Shape;

/** Dots of the own characters, rows from the top. Source: SCREENS 8, CGRAM. Immutable. */
final class Glyph {
    static final String TRIANGLE_UP = "00040E0E1F1F0000";
    static final String TRIANGLE_DOWN = "001F1F0E0E040000";

    private Glyph() {}

    /** A cue's shape; none is blank. */
    static String of(Shape shape, boolean solid) {
        return switch (shape) {
            case UP -> "00040A0A111F0000";
            case DOWN -> "001F110A0A040000";
            case SQUARE -> solid ? "001F1F1F1F1F0000" : "001F1111111F0000";
            case CIRCLE -> solid ? "000E1F1F1F0E0000" : "000E1111110E0000";
            case BARS -> "001B1B1B1B1B0000";
            case CROSS -> "00110A040A110000";
            case NONE, DOTS -> "0000000000000000";
        };
    }
}
