package org.pelvi4j.phase;

/** The newest 40 s of pressure in cells of about 10 ms, numbered from 0. Confined to one thread. */
final class Trace {
    /** Faster than any muscle's pressure, slower than a fast converter. */
    private static final double CELLS_PER_SECOND = 100;
    /** Cells kept, a power of two. */
    private static final int KEPT = 4096;
    /** A rise is against the mean of this span, so long ago: longer than the fast part of a squeeze. Source: DOMAIN 2.6, 10 to 90 % in 0.18 s. */
    private static final double BACK_SECONDS = 0.5;

    private static final double BASE_SECONDS = 0.2;
    /** Slopes are taken over this span: longer than noise, shorter than a heartbeat's wave. */
    static final double SLOPE_SECONDS = 0.1;

    private final double[] values = new double[KEPT];
    private final double rateHz;
    private final int perCell;
    private final double cellSeconds;
    private double sum;
    private int count;
    private long end;

    Trace(double rateHz) {
        this.rateHz = rateHz;
        perCell = (int) Math.max(1, Math.round(rateHz / CELLS_PER_SECOND));
        cellSeconds = perCell / rateHz;
    }

    /** Takes a sample; tells whether it closed a cell. */
    boolean add(double value) {
        sum += value;
        count++;
        if (count < perCell) {
            return false;
        }
        values[(int) end & KEPT - 1] = sum / count;
        end++;
        sum = 0;
        count = 0;
        return true;
    }

    /** A sample is missing: the last value stays. */
    void skip() {
        if (end > 0) {
            add(at(end - 1));
        }
    }

    void clear() {
        end = 0;
        sum = 0;
        count = 0;
    }

    long newest() {
        return end - 1;
    }

    double at(long cell) {
        return values[(int) cell & KEPT - 1];
    }

    double cellSeconds() {
        return cellSeconds;
    }

    int cells(double seconds) {
        return (int) Math.max(1, Math.round(seconds / cellSeconds));
    }

    /** How far a cell lies above what was half a second before. */
    double rise(long cell) {
        long to = cell - cells(BACK_SECONDS);
        if (to <= 0) {
            return at(cell) - at(0);
        }
        long from = Math.max(0, to - cells(BASE_SECONDS));
        return at(cell) - mean(from, to);
    }

    /** How much it rose in half a second, half a second before a cell. */
    double trend(long cell) {
        long to = cell - cells(BACK_SECONDS);
        long before = to - cells(BACK_SECONDS);
        int base = cells(BASE_SECONDS);
        return before <= base ? 0 : mean(to - base, to) - mean(before - base, before);
    }

    private double mean(long from, long to) {
        double total = 0;
        for (long k = from; k < to; k++) {
            total += at(k);
        }
        return total / (to - from);
    }

    /** The last of the lowest cells of a span, its end included. */
    long lowest(long from, long to) {
        long lowest = from;
        for (long k = from; k <= to; k++) {
            if (at(k) <= at(lowest)) {
                lowest = k;
            }
        }
        return lowest;
    }

    /** How much it rises within a tenth of a second up to a cell. */
    double slope(long cell) {
        return at(cell) - at(Math.max(0, cell - cells(SLOPE_SECONDS)));
    }

    /** Where it rises most in a span, its end included. */
    long steepest(long from, long to) {
        long steepest = from;
        for (long k = from; k <= to; k++) {
            if (slope(k) >= slope(steepest)) {
                steepest = k;
            }
        }
        return steepest;
    }

    double highest(long from, long to) {
        double highest = at(from);
        for (long k = from; k <= to; k++) {
            highest = Math.max(highest, at(k));
        }
        return highest;
    }

    /** Where a level is crossed upward for the first time in a span, between two cells. */
    double firstAbove(long from, long to, double level) {
        for (long k = from; k < to; k++) {
            if (at(k + 1) > level) {
                return between(k, level);
            }
        }
        return to;
    }

    /** Where a level is crossed upward for the last time before a cell. */
    double lastBelow(long from, long cell, double level) {
        long k = cell;
        while (k > from && at(k) > level) {
            k--;
        }
        return between(k, level);
    }

    private double between(long k, double level) {
        double step = at(k + 1) - at(k);
        return at(k) >= level || step <= 0 || k == newest() ? k : k + (level - at(k)) / step;
    }

    /** When a place between cells was, in nanoseconds before the newest sample, the filter's delay counted. */
    long nanosAgo(double cell, double delaySeconds) {
        double ago = (newest() - cell) * cellSeconds + (perCell - 1) / (2 * rateHz) + delaySeconds;
        return Math.max(0, Math.round(ago * 1e9));
    }
}
