package org.pelvi4j.display.draw;

/** Figures of seven segments, at any size. Source: SCREENS 8 and 9. Immutable. */
public final class Digits {
    /** Segments of 0 to 9: top, upper left, upper right, middle, lower left, lower right, bottom. */
    private static final String[] SEGMENTS = {
        "1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011"
    };

    private Digits() {}

    /**
     * Draws one figure.
     *
     * @param figure 0 to 9, {@code -} or {@code :}
     * @param size its box
     * @param stroke how broad a segment is
     * @return the picture
     */
    public static Bits draw(char figure, Shapes.Box size, int stroke) {
        var bits = new Bits(size.width(), size.height());
        int right = size.width() - stroke;
        int middle = (size.height() - stroke) / 2;
        int bottom = size.height() - stroke;
        if (figure == ':') {
            bits.fill(right / 2, middle / 2, right / 2 + stroke - 1, middle / 2 + stroke - 1);
            int lower = (middle + bottom) / 2;
            bits.fill(right / 2, lower, right / 2 + stroke - 1, lower + stroke - 1);
            return bits;
        }
        String segments = figure == '-' ? "0001000" : SEGMENTS[figure - '0'];
        int[][] boxes = {
            {0, 0, size.width() - 1, stroke - 1},
            {0, 0, stroke - 1, middle + stroke - 1},
            {right, 0, size.width() - 1, middle + stroke - 1},
            {0, middle, size.width() - 1, middle + stroke - 1},
            {0, middle, stroke - 1, size.height() - 1},
            {right, middle, size.width() - 1, size.height() - 1},
            {0, bottom, size.width() - 1, size.height() - 1}
        };
        for (int i = 0; i < boxes.length; i++) {
            if (segments.charAt(i) == '1') {
                int[] box = boxes[i];
                bits.fill(box[0], box[1], box[2], box[3]);
            }
        }
        return bits;
    }
}
