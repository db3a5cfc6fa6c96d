package org.pelvi4j.sim.plot;

/** Something to draw on; pixels are counted from the upper left corner. */
public interface Sheet {
    /** Where a text stands. */
    enum Anchor {
        /** It begins at the place. */
        START,
        /** It is centred on the place. */
        MIDDLE,
        /** It ends at the place. */
        END
    }

    /** How large a text is. */
    enum Size {
        /** The heading. */
        TITLE(19),
        /** All else. */
        PLAIN(13),
        /** Numbers of axes. */
        SMALL(11);

        private final int pixels;

        Size(int pixels) {
            this.pixels = pixels;
        }

        /**
         * Tells the height.
         *
         * @return pixels
         */
        public int pixels() {
            return pixels;
        }
    }

    /**
     * A rectangle. Immutable.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width to the right
     * @param height downwards
     */
    record Box(double x, double y, double width, double height) {}

    /**
     * Fills a rectangle.
     *
     * @param box where
     * @param ink with what
     */
    void fill(Box box, Ink ink);

    /**
     * Fills the area inside of a line that closes itself.
     *
     * @param xy corners, x and y by turns
     * @param ink with what
     */
    void area(double[] xy, Ink ink);

    /**
     * Draws a line through points.
     *
     * @param xy the points, x and y by turns
     * @param ink with what
     * @param width of the line
     */
    void line(double[] xy, Ink ink, double width);

    /**
     * Writes a text.
     *
     * @param text what
     * @param x where, by the anchor
     * @param y its base line
     * @param style how
     */
    void text(String text, double x, double y, Style style);

    /**
     * How a text looks. Immutable.
     *
     * @param size how large
     * @param anchor which part of it stands at the place
     * @param ink its colour
     */
    record Style(Size size, Anchor anchor, Ink ink) {}
}
