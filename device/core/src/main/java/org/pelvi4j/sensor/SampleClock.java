package org.pelvi4j.sensor;

/**
 * Dates samples by their number: sample time is number times estimated period, on the monotonic clock. The period comes
 * from a slow regression of arrival on number over the freshest arrival of each second, since a frame can come late but
 * not early; the times handed out follow that line smoothly and never go back. Source: DESIGN.md 3.6, DOMAIN.md 3.1.
 * Confined to one thread.
 */
final class SampleClock {
    /** Memory of the regression: longer than any wander of arrival, shorter than a room's change of temperature. */
    private static final double MEMORY_NANOS = 1800e9;
    /** How far apart arrivals must be to outweigh the nominal rate. Source: 10 ms of jitter against a rate within 1 %. */
    private static final double PRIOR_NANOS = 1e9;
    /** Boards stray at most this far from their nominal rate and are still the same. Source: DOMAIN.md 3.6, 2.3 %. */
    private static final double MOST_DEVIATION = 0.1;
    /** From then on a late arrival is an outlier. Source: chosen; the slope is good to 0.1 % by then. */
    private static final double SETTLED_NANOS = 8e9;

    /** Before that, only for so long: then it is the rate that is off. Source: chosen. */
    private static final double FIRST_REJECTED_NANOS = 2e9;

    private static final double LEAST_OUTLIER_NANOS = 25e6;
    private static final double LONGEST_BLOCK_NANOS = 1e9;
    private static final double SHORTEST_BLOCK_NANOS = 50e6;
    /** The handed-out times approach the line with this time constant. Source: chosen. */
    private static final double SLEW_NANOS = 1e9;
    /** Most that a handed-out period differs from the estimated one, at first and when settled. Source: chosen. */
    private static final double FIRST_SLEW = 0.05;

    private static final double SETTLED_SLEW = 0.01;

    private final double nominalNanos;
    private long originNumber;
    private long originNanos;

    /** Regression: weight, means, sums of squares; x is nominal time since the origin, y how much later it came. */
    private double weight;

    private double meanX;
    private double meanY;
    private double sumXx;
    private double sumXy;
    private double slope;
    private double blockEnd;
    private double blockLength;
    private double rejectedNanos;
    private double bestResidual = Double.POSITIVE_INFINITY;
    private double bestX;

    /** The line in use: a sample, its time, and the period from there on. */
    private long lineNumber;

    private long lineNanos;
    private double lineFraction;
    private double linePeriod;
    /** The line leans by that much of a period for as many samples as {@link #SLEW_NANOS} holds, then runs true. */
    private double lean;

    SampleClock(double rateHz) {
        nominalNanos = 1e9 / rateHz;
        linePeriod = nominalNanos;
    }

    /** Starts: a sample that has come now was taken now. */
    void start(long number, long nowNanos) {
        originNumber = number;
        originNanos = nowNanos;
        lineNumber = number;
        lineNanos = nowNanos;
        blockLength = SHORTEST_BLOCK_NANOS;
        blockEnd = blockLength;
    }

    /** The estimated period. */
    double periodNanos() {
        return nominalNanos * (1 + slope);
    }

    /** When a sample is taken, by the line in use. */
    long at(long number) {
        return lineNanos + (long) Math.floor(lineFraction + along(number - lineNumber));
    }

    private double along(long samples) {
        double leaning = lean * Math.min(samples * linePeriod, SLEW_NANOS);
        return samples * linePeriod + leaning;
    }

    /** Learns that a sample, the freshest there is, has come; the times of later samples than the last one handed out change. */
    void observe(long number, long lastNumber, long nowNanos) {
        double x = (number - originNumber) * nominalNanos;
        double y = (nowNanos - originNanos) - x;
        if (x >= blockEnd) {
            learn(x);
        }
        double residual = y - expected(x);
        if (residual < bestResidual) {
            bestResidual = residual;
            bestX = x;
        }
        bend(number, lastNumber);
    }

    /** The wire's delay is known anew: what was learned of arrivals under a wrong one must not move the line in use. */
    void keepLine(long lastNumber) {
        double x = (lastNumber - originNumber) * nominalNanos;
        meanY += at(lastNumber) - originNanos - x - expected(x);
        bestResidual = 0;
        bestX = x;
    }

    private double expected(double x) {
        return meanY + slope * (x - meanX);
    }

    private void learn(double x) {
        double limit = Math.max(LEAST_OUTLIER_NANOS, 4 * nominalNanos);
        boolean late = bestResidual > limit && (bestX > SETTLED_NANOS || rejectedNanos < FIRST_REJECTED_NANOS);
        rejectedNanos = late ? rejectedNanos + blockLength : 0;
        if (bestResidual < -limit) {
            meanY += bestResidual;
        } else if (!late) {
            add(bestX, expected(bestX) + bestResidual);
        }
        bestResidual = Double.POSITIVE_INFINITY;
        blockLength = Math.min(Math.max(x / 8, SHORTEST_BLOCK_NANOS), LONGEST_BLOCK_NANOS);
        blockEnd = x + blockLength;
    }

    private void add(double x, double y) {
        double keep = Math.exp(-blockLength / MEMORY_NANOS);
        double fromX = x - meanX;
        double fromY = y - meanY;
        weight = keep * weight + 1;
        meanX += fromX / weight;
        meanY += fromY / weight;
        sumXx = keep * sumXx + fromX * (x - meanX);
        sumXy = keep * sumXy + fromX * (y - meanY);
        double found = sumXy / (sumXx + PRIOR_NANOS * PRIOR_NANOS);
        slope = Math.max(-MOST_DEVIATION, Math.min(MOST_DEVIATION, found));
    }

    /** Bends the line in use at the last sample handed out, towards the regression. */
    private void bend(long number, long lastNumber) {
        double exact = lineFraction + along(lastNumber - lineNumber);
        double whole = Math.floor(exact);
        lineNanos += (long) whole;
        lineFraction = exact - whole;
        lineNumber = lastNumber;
        linePeriod = periodNanos();
        double x = (number - originNumber) * nominalNanos;
        double wanted = x + expected(x);
        double ahead = lineNanos - originNanos + lineFraction + (number - lineNumber) * linePeriod;
        double most = x > SETTLED_NANOS ? SETTLED_SLEW : FIRST_SLEW;
        lean = Math.max(-most, Math.min(most, (wanted - ahead) / SLEW_NANOS));
    }
}
