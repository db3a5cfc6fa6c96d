package org.pelvi4j.display.draw;

/** Draws the shapes of the cues at any size, as outlines or filled. Source: SCREENS 2 and 8. Immutable. */
public final class Shapes {
    /** Lines that lean are drawn broader, so that they look as strong as upright ones. */
    private static final double LEAN = 1.25;

    /** A circle of whole pixels looks round with a radius so much larger. Source: the pictures of SCREENS 8. */
    private static final double ROUND = 0.1;

    private Shapes() {}

    /**
     * Draws a shape that fills its box.
     *
     * @param shape which
     * @param solid filled, or an outline
     * @param size the box's sides
     * @param stroke how broad the outline is
     * @return the picture
     */
    public static Bits draw(Shape shape, boolean solid, Box size, int stroke) {
        var bits = new Bits(size.width(), size.height());
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (lit(shape, solid ? 0 : stroke, size, new Dot(x, y), stroke)) {
                    bits.set(x, y);
                }
            }
        }
        return bits;
    }

    /**
     * The sides of a box. Immutable.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Box(int width, int height) {}

    private record Dot(int x, int y) {}

    private static boolean lit(Shape shape, int hollow, Box box, Dot dot, int stroke) {
        return switch (shape) {
            case NONE -> false;
            case SQUARE -> square(box, dot, hollow);
            case UP -> triangle(box, dot, hollow);
            case DOWN -> triangle(box, new Dot(dot.x, box.height - 1 - dot.y), hollow);
            case CIRCLE -> circle(box, dot, hollow);
            case CROSS -> cross(box, dot, stroke);
            case BARS -> bars(box, dot);
            case DOTS -> dots(box, dot);
        };
    }

    private static boolean square(Box box, Dot dot, int hollow) {
        int edge = Math.min(Math.min(dot.x, box.width - 1 - dot.x), Math.min(dot.y, box.height - 1 - dot.y));
        return hollow == 0 || edge < hollow;
    }

    private static boolean triangle(Box box, Dot dot, int hollow) {
        int left = (box.width - 1) / 2 - dot.y * box.width / (2 * box.height);
        int in = Math.min(dot.x, box.width - 1 - dot.x) - left;
        return in >= 0 && (hollow == 0 || in < (int) (hollow * LEAN) || dot.y >= box.height - hollow);
    }

    private static boolean circle(Box box, Dot dot, int hollow) {
        return inside(box, dot, 0) && (hollow == 0 || !inside(box, dot, hollow));
    }

    /** Whether a pixel's centre is in the ellipse that touches the box, or in one that is smaller all round. */
    private static boolean inside(Box box, Dot dot, int smaller) {
        double x = (dot.x - (box.width - 1) / 2.0) / (box.width / 2.0 - smaller + ROUND);
        double y = (dot.y - (box.height - 1) / 2.0) / (box.height / 2.0 - smaller + ROUND);
        return x * x + y * y <= 1;
    }

    private static boolean cross(Box box, Dot dot, int stroke) {
        double broad = (int) (stroke * LEAN);
        double along = (box.width - broad) * dot.y / (box.height - 1.0);
        int fromLeft = (int) Math.round(along);
        int fromRight = (int) (box.width - broad) - fromLeft;
        return (dot.x >= fromLeft && dot.x < fromLeft + broad) || (dot.x >= fromRight && dot.x < fromRight + broad);
    }

    private static boolean bars(Box box, Dot dot) {
        int broad = (int) Math.round(box.width * 0.35);
        return dot.x < broad || dot.x >= box.width - broad;
    }

    private static boolean dots(Box box, Dot dot) {
        int side = (int) Math.round(box.width / 4.5);
        int step = side + (box.width - 3 * side) / 2;
        int top = (box.height - side) / 2;
        return dot.x % step < side && dot.x < 3 * step && dot.y >= top && dot.y < top + side;
    }
}
