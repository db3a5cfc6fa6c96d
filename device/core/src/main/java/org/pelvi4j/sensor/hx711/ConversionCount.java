package org.pelvi4j.sensor.hx711;

/**
 * How many conversions a chip has made between two that were handed on, by the times at which they were over; its period
 * is learnt. Confined to one thread.
 */
final class ConversionCount {
    /** Conversions that take so much longer or shorter than told are still the same rate: its oscillator is no quartz. (P) */
    private static final double MOST_DEVIATION = 0.25;

    private static final double LEARNING = 0.05;

    private final double nominalNanos;
    private double periodNanos;
    private long countedNanos;
    private boolean counted;
    private boolean wasReset;
    /** What the resets' intervals were longer than the conversions that were counted for them. */
    private double slip;

    ConversionCount(double toldNanos, double nominalNanos) {
        periodNanos = toldNanos;
        this.nominalNanos = nominalNanos;
    }

    /** The period that was learnt. */
    double periodNanos() {
        return periodNanos;
    }

    /** The wires were opened anew: the next conversion is the first. */
    void restart() {
        counted = false;
        slip = 0;
    }

    /** The chip was powered down and up: its beat begins anew. */
    void reset() {
        wasReset = true;
    }

    /** How many conversions there were since the last that was handed on, the one that was over then included. */
    int until(long readyNanos) {
        long since = readyNanos - countedNanos;
        boolean first = !counted;
        countedNanos = readyNanos;
        counted = true;
        if (first) {
            wasReset = false;
            return 1;
        }
        double exact = since / periodNanos;
        if (wasReset) {
            // Its beat begins anew: the fractions of many resets add up to conversions.
            int steps = (int) Math.max(1, Math.round(exact + slip));
            slip += exact - steps;
            wasReset = false;
            return steps;
        }
        int steps = (int) Math.max(1, Math.round(exact));
        double found = (double) since / steps;
        if (Math.abs(found - nominalNanos) < MOST_DEVIATION * nominalNanos) {
            periodNanos += LEARNING * (found - periodNanos);
        }
        return steps;
    }
}
