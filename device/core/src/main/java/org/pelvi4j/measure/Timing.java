package org.pelvi4j.measure;

/**
 * When a {@link Curve} was where: its rise and its fall, and how long it took to a level, by the rules of clinical units
 * and of research. Source: DOMAIN 1.3, 1.11. NaN where it never was. Immutable.
 */
public final class Timing {
    /** Span of the fit that gives the rise rate. Source: DOMAIN 1.11. */
    private static final double SLOPE_SECONDS = 0.1;

    private final Curve curve;

    Timing(Curve curve) {
        this.curve = curve;
    }

    /**
     * The rise rate: the steepest slope of a straight line through 100 ms.
     *
     * @return level per second
     */
    public double riseRate() {
        int span = curve.steps(SLOPE_SECONDS) + 1;
        double steepest = Double.NaN;
        for (int i = 0; i + span <= curve.length(); i++) {
            double slope = curve.line(i, i + span).slope();
            steepest = slope > steepest || Double.isNaN(steepest) ? slope : steepest;
        }
        return steepest;
    }

    /**
     * The rise time: from 10 % of the greatest value to 90 % of it, for the first time, between samples.
     *
     * @return seconds
     */
    public double riseSeconds() {
        return riseSeconds(curve.best(1 / curve.rateHz()));
    }

    /** The same, of another top than the greatest value. */
    double riseSeconds(double top) {
        return (firstAt(0.9 * top, 1) - firstAt(0.1 * top, 1)) / curve.rateHz();
    }

    /**
     * The fall time: from the last time at 90 % of the greatest value to the last time at 10 % of it.
     *
     * @return seconds
     */
    public double fallSeconds() {
        return fallSeconds(curve.best(1 / curve.rateHz()));
    }

    /** The same, of another top than the greatest value. */
    double fallSeconds(double top) {
        return (firstAt(0.9 * top, -1) - firstAt(0.1 * top, -1)) / curve.rateHz();
    }

    /**
     * The mean slope of the rise: 80 % of the greatest value over the rise time.
     *
     * @return level per second
     */
    public double meanRiseRate() {
        return 0.8 * curve.best(1 / curve.rateHz()) / riseSeconds();
    }

    /** How many steps from the start, or from the end, until a level is reached for the first time. */
    private double firstAt(double level, int direction) {
        int last = curve.length() - 1;
        for (int i = 0; i <= last; i++) {
            double value = curve.at(direction > 0 ? i : last - i);
            if (value >= level) {
                double before = i == 0 ? value : curve.at(direction > 0 ? i - 1 : last - i + 1);
                return i == 0 ? 0 : i - (value - level) / (value - before);
            }
        }
        return Double.NaN;
    }

    /**
     * How long it takes to reach a level, for the rule of clinical units (75 % of the last work period's mean after a work
     * prompt), and the research rule (rest's mean and k standard deviations) with a time to stay there.
     *
     * @param level the level
     * @param staySeconds how long it must stay at it or above; 0 for a moment
     * @return seconds from the start; NaN when it never does
     */
    public double secondsUntilAtLeast(double level, double staySeconds) {
        int stay = (int) Math.round(staySeconds * curve.rateHz());
        int up = 0;
        for (int i = 0; i < curve.length(); i++) {
            up = curve.at(i) >= level ? up + 1 : 0;
            if (up > stay) {
                return (i - stay) / curve.rateHz();
            }
        }
        return Double.NaN;
    }

    /**
     * How long it takes to fall below a level, for the rule of clinical units (37.5 % of the last work period's mean after
     * a rest prompt) and the research rule.
     *
     * @param level the level
     * @return seconds from the start; NaN when it never does
     */
    public double secondsUntilBelow(double level) {
        for (int i = 0; i < curve.length(); i++) {
            if (curve.at(i) < level) {
                return i / curve.rateHz();
            }
        }
        return Double.NaN;
    }
}
