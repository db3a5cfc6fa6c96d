package org.pelvi4j.measure;

/**
 * The pressure spike of a cough inside a contraction: steeper than anything around it and over within 0.6 s. It is looked
 * for by its shape alone; whether a cough was asked for is for others to know. Source: DOMAIN 1.6, 1.12. Immutable.
 *
 * @param start where it begins, in steps of the curve
 * @param end where it is over
 */
record Spike(int start, int end) {
    /** A longer one is no cough. Source: DOMAIN 1.12. */
    private static final double LONGEST_SECONDS = 0.6;
    /** Span over which the slope is taken: half the shortest cough of 0.1 s. Source: DOMAIN 1.12. */
    private static final double SLOPE_SECONDS = 0.05;
    /** A spike begins where half of its steepest slope is reached; a squeeze rises at less. Source: DOMAIN 1.12, 20-100 against 300 cmH2O/s. */
    private static final double STEEP_SHARE = 0.5;
    /** It is as wide as it is at half its height, and over at a tenth. */
    private static final double HALF = 0.5;

    private static final double OVER = 0.1;

    /** Finds it; null when the steepest rise is that of a squeeze that stays. */
    static @org.jspecify.annotations.Nullable Spike in(Curve curve) {
        int span = curve.steps(SLOPE_SECONDS);
        int steepest = steepest(curve, span);
        if (steepest < 0) {
            return null;
        }
        double most = curve.at(steepest + span) - curve.at(steepest);
        int start = steepest;
        while (start > 0 && curve.at(start + span - 1) - curve.at(start - 1) >= STEEP_SHARE * most) {
            start--;
        }
        int last = Math.min(curve.length() - 1, steepest + curve.steps(LONGEST_SECONDS));
        int top = steepest;
        for (int i = steepest; i <= last; i++) {
            top = curve.at(i) > curve.at(top) ? i : top;
        }
        double base = curve.at(start);
        double height = curve.at(top) - base;
        int narrow = below(curve, top, base + HALF * height);
        if (!(height > 0) || narrow < 0 || narrow - start > curve.steps(LONGEST_SECONDS)) {
            return null;
        }
        int over = below(curve, top, base + OVER * height);
        // On a squeeze that has grown meanwhile the level never comes back to where the spike began.
        int symmetric = Math.min(curve.length() - 1, narrow + (narrow - top));
        return new Spike(start, over < 0 ? symmetric : Math.min(over, symmetric));
    }

    private static int steepest(Curve curve, int span) {
        int best = -1;
        double most = 0;
        for (int i = 0; i + span < curve.length(); i++) {
            double rise = curve.at(i + span) - curve.at(i);
            if (rise > most) {
                most = rise;
                best = i;
            }
        }
        return best;
    }

    private static int below(Curve curve, int from, double level) {
        for (int i = from; i < curve.length(); i++) {
            if (curve.at(i) <= level) {
                return i;
            }
        }
        return -1;
    }
}
