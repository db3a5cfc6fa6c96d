package org.pelvi4j.phase;

/**
 * How much the pressure rises by itself at rest, with breathing, drift and noise, and so from which rise on it is worth
 * a look. Confined to one thread.
 */
final class Calm {
    /** Rises and levels are kept at this rate; breathing is slower than a hertz. */
    private static final double KEPT_HZ = 25;
    /** Two to four breaths. Source: DOMAIN 2.7, 0.2 to 0.3 Hz. */
    private static final double RISES_SECONDS = 12;
    /** One to two breaths. */
    private static final double LEVELS_SECONDS = 6;
    /** How late it learns, so that the beginning of a squeeze is not in it. */
    private static final double LAG_SECONDS = 0.6;
    /** A rise is worth a look from this many of the upper quantile of rest's own rises on. Source: sweep 1.2 to 2.2. */
    private static final double SPREADS = 1.6;

    private static final double HIGH_SHARE = 0.95;
    /** Rest's own rises grow e-fold within this time at most, or squeezes that were missed would hide the next. */
    private static final double GROW_SECONDS = 60;
    /** However weak the usual squeezes are, the threshold is at least this many of rest's own rises. Source: sweep 1.2 to 1.4. */
    private static final double LEAST_SPREADS = 1.3;
    /** This share of how rest moved before is taken off a rise: a breath goes on as it went, but turns. Source: sweep 0 to 0.7. */
    private static final double TREND_SHARE = 0.5;
    /** Then what a rise is against lies in rest. */
    private static final double FREE_SECONDS = 0.7;
    /** With less than this, a slow breath, the whole range seen so far is the measure. */
    private static final double YOUNG_SECONDS = 5;

    private static final double YOUNG_RANGES = 1.5;
    /** Nothing is told before half a breath was seen. */
    private static final double YOUNGEST_SECONDS = 1.2;
    /** Once squeezes are known, the threshold lies between these shares of them. Source: DOMAIN 1.14, 10 % off. */
    private static final double KNOWN_LOW = 0.10;

    private static final double KNOWN_HIGH = 0.5;
    /** What moves for longer than this without being a squeeze is rest, too. */
    private static final double MOVING_SECONDS = 2;

    private final Trace trace;
    private final int every;
    private final Quantiles rises;
    private final Quantiles levels;
    private final double leastRise;
    private double high;
    private double moved;
    private long from;

    /** Nothing that rises by less is worth a look. */
    Calm(Trace trace, double leastRise) {
        this.trace = trace;
        this.leastRise = leastRise;
        every = trace.cells(1 / KEPT_HZ);
        rises = new Quantiles((int) (RISES_SECONDS / (every * trace.cellSeconds())));
        levels = new Quantiles((int) (LEVELS_SECONDS / (every * trace.cellSeconds())));
    }

    void learn(long cell) {
        long late = cell - trace.cells(LAG_SECONDS);
        if (cell % every == 0 && late >= from) {
            levels.add(trace.at(late));
            if (late - trace.cells(0.5) >= from) {
                rises.add(Math.abs(trace.rise(late) - TREND_SHARE * trend(late)));
                follow(rises.at(HIGH_SHARE));
            }
        }
    }

    private void follow(double now) {
        boolean young = rises.size() * every * trace.cellSeconds() < RISES_SECONDS - 1;
        high = young ? now : Math.min(now, high * (1 + every * trace.cellSeconds() / GROW_SECONDS));
    }

    /** Whether the rise at a cell is beyond what rest does; what moves is not learned from. */
    boolean rises(long cell, double usual) {
        double threshold = threshold(usual);
        double rise = trace.rise(cell) - TREND_SHARE * trend(cell);
        boolean moving = rise > threshold || rise < -2 * threshold;
        moved = moving ? moved + trace.cellSeconds() : 0;
        if (moving && moved < MOVING_SECONDS) {
            from = cell + 1;
        }
        return rise > Math.max(leastRise, threshold);
    }

    /** How far rest was moving before a rise, as far as rest moves by itself; 0 soon after a squeeze. */
    private double trend(long cell) {
        boolean free = from + trace.cells(FREE_SECONDS) <= cell;
        return free ? Math.max(-high, Math.min(high, trace.trend(cell))) : 0;
    }

    private double threshold(double usual) {
        double threshold = rises.size() > 0 ? SPREADS * high : 0;
        if (rises.size() * every * trace.cellSeconds() < YOUNG_SECONDS) {
            threshold = Math.max(threshold, YOUNG_RANGES * (levels.at(1) - levels.at(0)));
        }
        return Double.isNaN(usual)
                ? threshold
                : Math.max(KNOWN_LOW * usual, Math.min(threshold, Math.max(LEAST_SPREADS * high, KNOWN_HIGH * usual)));
    }

    boolean ready() {
        return levels.size() * every * trace.cellSeconds() >= YOUNGEST_SECONDS;
    }

    /** Rest begins anew with a cell. */
    void after(long cell) {
        from = cell;
    }
}
