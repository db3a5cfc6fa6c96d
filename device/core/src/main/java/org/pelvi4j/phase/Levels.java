package org.pelvi4j.phase;

import org.pelvi4j.filter.Filter;

/**
 * EMG power in cells of about 10 ms, and its logarithm over a short and a long window without their loudest cells, so that
 * a heartbeat or a pop of 30 ms does not count. Cells are numbered from 0; the newest 10 s are kept. Confined to one
 * thread.
 */
final class Levels {
    /** The heart and motion lie below. Source: detection notes, "high-pass near 40 Hz". */
    private static final double LOW_HZ = 40;
    /** Blocks for placing edges; two make a cell. Finer than the best median error of an edge, 8 ms. */
    private static final double BLOCK_SECONDS = 0.005;
    /** The short window. Source: sweep 0.08 to 0.13; the shortest has the least latency and false alarms. */
    private static final double SHORT_SECONDS = 0.08;
    /** Share of the short window left out: a QRS complex or a pop of 30 ms. Source: sweep 0.2 to 0.45. */
    private static final double SHORT_TRIM = 0.34;
    /** The long window, for what is weak: longer than two heartbeats' complexes. Source: sweep 0.24 to 0.4. */
    private static final double LONG_SECONDS = 0.25;
    /** Share of the long window left out. */
    private static final double LONG_TRIM = 0.2;
    /** Its quieter half, which must be up too. */
    private static final double GUARD_TRIM = 0.5;
    /** Cells kept, a power of two. */
    private static final int KEPT = 1024;

    private final Filter highPass;
    private final int perBlock;
    private final double cellSeconds;
    private final Blocks blocks = new Blocks(2 * KEPT);
    private final double[] powers = new double[KEPT];
    private final double[] shorts = new double[KEPT];
    private final double[] longs = new double[KEPT];
    private final double[] guards = new double[KEPT];
    private final Quantiles shortWindow;
    private final Quantiles longWindow;
    private final int shortCells;
    private double sum;
    private int count;
    private int inBlock;

    Levels(double rateHz) {
        highPass = Filter.highPass(4, rateHz, LOW_HZ);
        perBlock = (int) Math.max(1, Math.round(BLOCK_SECONDS * rateHz));
        cellSeconds = 2 * perBlock / rateHz;
        shortCells = cells(SHORT_SECONDS);
        shortWindow = new Quantiles(shortCells);
        longWindow = new Quantiles(cells(LONG_SECONDS));
    }

    /** Takes a sample; tells whether it closed a cell. */
    boolean add(double filtered) {
        double y = highPass.next(filtered);
        sum += y * y;
        count++;
        return step();
    }

    /** A sample is missing; tells whether that closed a cell. */
    boolean skip() {
        return step();
    }

    private boolean step() {
        inBlock++;
        if (inBlock < perBlock) {
            return false;
        }
        blocks.add(sum, count);
        sum = 0;
        count = 0;
        inBlock = 0;
        if (blocks.end() % 2 != 0) {
            return false;
        }
        measure(newest());
        return true;
    }

    private void measure(long c) {
        double power = blocks.power(2 * c, 2 * c + 2, perBlock);
        powers[at(c)] = Double.isNaN(power) && c > 0 ? powers[at(c - 1)] : power;
        shortWindow.add(powers[at(c)]);
        longWindow.add(powers[at(c)]);
        shorts[at(c)] = trimmed(shortWindow, SHORT_TRIM);
        longs[at(c)] = trimmed(longWindow, LONG_TRIM);
        guards[at(c)] = trimmed(longWindow, GUARD_TRIM);
    }

    private static double trimmed(Quantiles window, double trim) {
        int n = window.size();
        return log(window.meanOfLeast(n - (int) (trim * n)));
    }

    /** The number of the newest cell. */
    long newest() {
        return blocks.end() / 2 - 1;
    }

    /** Log power over the short window that ends with this cell. */
    double brief(long cell) {
        return shorts[at(cell)];
    }

    /** Log power over the long window. */
    double slow(long cell) {
        return longs[at(cell)];
    }

    /** Log power of the long window's quieter half. */
    double guard(long cell) {
        return guards[at(cell)];
    }

    /** Log power over the short window, the loudest cells counted. */
    double whole(long cell) {
        double total = 0;
        for (int i = 0; i < shortCells; i++) {
            total += powers[at(cell - i)];
        }
        return log(total / shortCells);
    }

    Blocks blocks() {
        return blocks;
    }

    int perBlock() {
        return perBlock;
    }

    int window() {
        return shortCells;
    }

    double cellSeconds() {
        return cellSeconds;
    }

    /** How many cells a time takes, at least 2. */
    int cells(double seconds) {
        return (int) Math.max(2, Math.round(seconds / cellSeconds));
    }

    /** Begins anew with cell 0. */
    void clear() {
        blocks.clear();
        shortWindow.clear();
        longWindow.clear();
        highPass.reset();
        sum = 0;
        count = 0;
        inBlock = 0;
    }

    private static double log(double power) {
        return StrictMath.log(Math.max(power, 1e-30));
    }

    private static int at(long cell) {
        return (int) cell & KEPT - 1;
    }
}
