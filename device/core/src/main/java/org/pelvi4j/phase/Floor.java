package org.pelvi4j.phase;

/**
 * What rest is at the moment, in log power: its level over the last seconds, late enough that the beginning of a
 * contraction is not in it, and its spread about its own slow course. After a contraction it begins with what came
 * since, because tone is seldom the same again. Confined to one thread.
 */
final class Floor {
    /** How long the level looks back: tone wanders within tens of seconds. Source: sweep 3 to 20. */
    private static final double LEVEL_SECONDS = 4;
    /** How late the level is. Slow ramps take half a second. Source: DOMAIN 2.2; sweep 0.4 to 0.7. */
    private static final double LAG_SECONDS = 0.5;
    /** How long the spread looks back: some twenty heartbeats. */
    private static final double SPREAD_SECONDS = 20;
    /** Spread is taken about the median of this span, so that tone and missed contractions do not widen it. */
    private static final double LOCAL_SECONDS = 1.5;
    /** What has been at rest for less stands on the newest values alone. */
    private static final double YOUNG_SECONDS = 1;
    /** The newest values count from this many on. */
    private static final double POST_SECONDS = 0.2;
    /** Spread of an unknown person. Source: 80 ms of EMG have about 25 degrees of freedom, sqrt(2 / 25). */
    private static final double FIRST_SPREAD = 0.3;
    /** Spread of the short and long level is never less: 200 and 500 degrees of freedom. */
    private static final double LEAST_SPREAD = 0.10;

    private static final double LEAST_SLOW_SPREAD = 0.06;
    /** The upper quantile that heartbeats widen, and what it is in sigmas. */
    private static final double HIGH_SHARE = 0.93;

    private static final double HIGH_SIGMAS = 1.48;
    private static final double MOST_SPREAD = 1.2;
    /** After a contraction the floor may fall this fast, ln power per second: a dip is not yet a new rest. Source: sweep 0.2 to 1. */
    private static final double FALL_PER_SECOND = 0.7;

    private static final double FALL_AFTER_SECONDS = 0.5;
    /** Mean log power of the guard's quieter half below the short window's, before it was measured. */
    private static final double FIRST_GUARD = -0.3;
    /** The floor is worked out anew each time so many cells have passed. */
    private static final int EVERY = 5;

    private final Levels levels;
    private final int lag;
    private final Quantiles level;
    private final Quantiles whole;
    private final Quantiles guard;
    private final Quantiles post = new Quantiles(100);
    private final Quantiles local;
    private final Quantiles slowLocal;
    private final Quantiles residual;
    private final Quantiles slowResidual;
    private double rest;
    private double before = Double.NEGATIVE_INFINITY;
    private double bias;
    private double spread = FIRST_SPREAD;
    private double slowSpread = FIRST_SPREAD;
    private boolean learned;
    private long from;

    Floor(Levels levels) {
        this.levels = levels;
        lag = levels.cells(LAG_SECONDS);
        level = new Quantiles(levels.cells(LEVEL_SECONDS));
        whole = new Quantiles(levels.cells(LEVEL_SECONDS));
        guard = new Quantiles(levels.cells(LEVEL_SECONDS));
        local = new Quantiles(levels.cells(LOCAL_SECONDS));
        slowLocal = new Quantiles(levels.cells(LOCAL_SECONDS));
        residual = new Quantiles(levels.cells(SPREAD_SECONDS));
        slowResidual = new Quantiles(levels.cells(SPREAD_SECONDS));
    }

    /** Sees every cell, contractions too. */
    void see(long cell) {
        local.add(levels.brief(cell));
        slowLocal.add(levels.slow(cell));
    }

    /** Learns from a cell at rest. */
    void learn(long cell) {
        int window = levels.window();
        if (cell >= from + window && post.size() < 100) {
            post.add(levels.brief(cell));
        }
        long late = cell - lag;
        if (late >= from + window) {
            level.add(levels.brief(late));
            whole.add(levels.whole(late));
            guard.add(levels.guard(late));
        }
        long middle = cell - local.size() / 2;
        if (local.full() && middle >= from + window) {
            residual.add(levels.brief(middle) - local.at(0.5));
            slowResidual.add(levels.slow(middle) - slowLocal.at(0.5));
        }
        if (cell % EVERY == 0) {
            levelAnew(cell);
            spreadAnew();
        }
    }

    private void levelAnew(long cell) {
        double fallen = Math.max(0, (cell - from) * levels.cellSeconds() - FALL_AFTER_SECONDS);
        double least = before - FALL_PER_SECOND * fallen;
        if (level.size() >= levels.cells(YOUNG_SECONDS)) {
            rest = Math.max(level.at(0.5), least);
            bias = whole.at(0.5) - level.at(0.5);
            learned = true;
        } else if (post.size() >= levels.cells(POST_SECONDS)) {
            rest = Math.max(post.at(0.5), least);
            learned |= post.size() >= levels.cells(1.5 * POST_SECONDS);
        }
    }

    private void spreadAnew() {
        if (residual.size() < levels.cells(1)) {
            return;
        }
        double middle = residual.at(0.5);
        double least = residual.size() < levels.cells(4) ? 0.5 * FIRST_SPREAD : LEAST_SPREAD;
        double above = Math.min(MOST_SPREAD, (residual.at(HIGH_SHARE) - middle) / HIGH_SIGMAS);
        spread = Math.max(Math.max(least, middle - residual.at(0.16)), above);
        slowSpread = Math.max(LEAST_SLOW_SPREAD, slowResidual.at(0.5) - slowResidual.at(0.16));
    }

    /** Rest begins anew with a cell: a contraction ended there. */
    void after(long cell) {
        before = rest;
        anew(cell);
    }

    /** Rest begins anew with a cell, and what was before says nothing about it. */
    void forget(long cell) {
        before = Double.NEGATIVE_INFINITY;
        anew(cell);
    }

    /** Rest is at this level now, since a cell. */
    void shift(double to, long cell) {
        rest = to;
        anew(cell);
    }

    private void anew(long cell) {
        from = cell;
        level.clear();
        whole.clear();
        guard.clear();
        post.clear();
    }

    /** Takes levels between the beginning of rest and now into the newest values. */
    void catchUp(long cell) {
        for (long q = from + levels.window(); q < cell; q++) {
            post.add(levels.brief(q));
        }
    }

    /** What looked like a contraction was none: its levels belong to rest. */
    void include(long first, long end) {
        for (long q = first; q < end; q++) {
            residual.add(levels.brief(q) - rest);
        }
    }

    /** The cells are numbered from 0 again; level and spread stay. */
    void restart() {
        from = 0;
        post.clear();
        local.clear();
        slowLocal.clear();
    }

    boolean learned() {
        return learned;
    }

    double rest() {
        return rest;
    }

    double spread() {
        return spread;
    }

    double slowSpread() {
        return slowSpread;
    }

    /** Mean power at rest, all cells counted. */
    double power() {
        return StrictMath.exp(rest + bias);
    }

    /** How far the guard's level lies below rest's by itself. */
    double guardOffset() {
        return guard.size() >= 20 ? guard.at(0.5) - level.at(0.5) : FIRST_GUARD;
    }
}
