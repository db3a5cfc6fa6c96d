package org.pelvi4j.phase;

import org.pelvi4j.signal.Conditioned;

/**
 * EMG: a contraction is a rise of log power over a local floor that lasts; it ends when the level is nearer to the floor
 * than to the plateau. Everything is a ratio to the person's own rest, so the scale of the input does not matter. How
 * the numbers were chosen: the decision file on detection. Confined to one thread.
 */
final class EmgRule implements Rule {
    /** Rise of the short level, in spreads of rest. */
    private static final double SHORT_SPREADS = 4;
    /** Rise of the long level, in spreads of rest. */
    private static final double LONG_SPREADS = 4;
    /** Least rise of the long level: 2.3 dB. */
    private static final double LONG_LEAST_RISE = 0.52;
    /** A rise above the threshold by this much, 5 dB, counts double. */
    private static final double STRONG_RISE = 1.2;
    /** How long the short and the long level must be up. */
    private static final double CONFIRM_SECONDS = 0.08;

    private static final double LONG_CONFIRM_SECONDS = 0.15;
    /** The quieter half of the last 0.25 s must have risen too, by 1.5 dB or this share of the threshold. */
    private static final double GUARD_RISE = 0.35;

    private static final double GUARD_SHARE = 0.4;
    /** Released: below this share of the rise. Source: sweep 0.35 to 0.52. */
    private static final double RELEASE = 0.45;
    /** Released in any case this far below the plateau: 12 dB. */
    private static final double RELEASE_BELOW = 2.8;
    /** Released no sooner than this many spreads above rest. */
    private static final double RELEASE_SPREADS = 1.5;

    private static final double RELEASE_LEAST = 0.35;
    /** How long the level must be low; a strong rise shows sooner that it is over. Source: DOMAIN 1.14, 150 ms. */
    private static final double HANG_SECONDS = 0.22;

    private static final double STRONG_HANG_SECONDS = 0.16;
    /** A rise of 8.7 dB is strong, one below 5 dB is weak: then the long level must be low, too. */
    private static final double STRONG_RANGE = 2.0;

    private static final double WEAK_RANGE = 1.2;
    /** A rise of 13 dB inside a contraction: what was before is below 22 % of it, so it was a step of tone. */
    private static final double STEP_RISE = 3.0;

    private static final double STEP_AFTER_SECONDS = 0.5;
    /** Rest has sunk when the long level is 3 spreads below it for so long. */
    private static final double SUNK_SECONDS = 0.25;

    private static final double SUNK_SPREADS = 3;
    /** The plateau rises within this time and falls, with fatigue, within that. */
    private static final double RISE_SECONDS = 0.12;

    private static final double FATIGUE_SECONDS = 3;
    /** The onset is placed again when the plateau has shown for this long. */
    private static final double REFINE_SECONDS = 1.0;
    /** Shorter is no contraction: the shortest flicks of limb muscle last 0.2 s. */
    private static final double LEAST_SECONDS = 0.12;
    /** Two decisions are at least this far apart. Source: DOMAIN 1.14, least contraction and rest. */
    private static final double APART_SECONDS = 0.3;

    /** What the filters delay EMG by: their group delay, weighted with the spectrum 60/120 of DOMAIN 2.3. */
    private static final double DELAY_SECONDS = 0.0065;

    private final double rateHz;
    private final Levels levels;
    private final Floor floor;
    private final EmgEdges edges;
    private final Usual usual;
    private final double step;
    private boolean on;
    private boolean refined;
    private double hits;
    private double slowHits;
    private double sunk;
    private double low;
    private double plateau;
    private double recent;
    private long lastEnd;
    private long told;
    private long began;
    private long decided;
    private double onset;
    private double restPower;

    /** For someone of whom nothing is a contraction that rises by less, ln power; 0 if nobody knows. */
    EmgRule(double rateHz, double leastRise) {
        this.rateHz = rateHz;
        usual = new Usual(leastRise);
        levels = new Levels(rateHz);
        floor = new Floor(levels);
        edges = new EmgEdges(levels);
        step = levels.cellSeconds();
    }

    @Override
    public void next(Conditioned now, Decisions decisions) {
        if (levels.add(now.filtered())) {
            long c = levels.newest();
            floor.see(c);
            if (c >= levels.window()) {
                if (on) {
                    contract(c, now.atNanos(), decisions);
                } else {
                    rest(c, now.atNanos(), decisions);
                }
            }
        }
    }

    @Override
    public void hole(long samples) {
        hits = 0;
        slowHits = 0;
        for (long i = 0; i < samples; i++) {
            if (levels.skip()) {
                floor.see(levels.newest());
            }
        }
    }

    @Override
    public void restart() {
        on = false;
        hits = 0;
        slowHits = 0;
        low = 0;
        sunk = 0;
        lastEnd = 0;
        told = 0;
        levels.clear();
        floor.restart();
    }

    @Override
    public void shifted() {
        on = false;
        hits = 0;
        slowHits = 0;
        lastEnd = levels.newest();
        floor.shift(levels.slow(lastEnd), lastEnd);
    }

    @Override
    public boolean ready() {
        return floor.learned();
    }

    @Override
    public long onsetNanos(long nowNanos) {
        return nanos(onset, nowNanos);
    }

    private void rest(long c, long nowNanos, Decisions decisions) {
        floor.learn(c);
        if (!floor.learned() || sinks(c)) {
            return;
        }
        double high = usual.bounded(Math.max(SHORT_SPREADS * floor.spread(), Usual.LEAST_RISE), floor.rest());
        double slowHigh = usual.bounded(Math.max(LONG_SPREADS * floor.slowSpread(), LONG_LEAST_RISE), floor.rest());
        double rise = levels.brief(c) - floor.rest();
        if (rise > high) {
            hits += step * (rise > high + STRONG_RISE ? 2 : 1);
        } else {
            hits = Math.max(0, hits - 2 * step);
        }
        boolean slowUp = levels.slow(c) - floor.rest() > slowHigh && rise > floor.spread();
        slowHits = slowUp ? slowHits + step : 0;
        if ((c - told) * step < APART_SECONDS) {
            return;
        }
        boolean briefly = hits >= CONFIRM_SECONDS && guarded(c, high);
        if (briefly || (slowHits >= LONG_CONFIRM_SECONDS && guarded(c, slowHigh))) {
            begin(c);
            decisions.began(nanos(onset, nowNanos));
        }
    }

    private boolean guarded(long c, double high) {
        return levels.guard(c) - floor.rest() - floor.guardOffset() > Math.max(GUARD_RISE, GUARD_SHARE * high);
    }

    /** Whether rest has sunk: then the floor is learned anew. */
    private boolean sinks(long c) {
        sunk = levels.slow(c) < floor.rest() - SUNK_SPREADS * floor.spread() ? sunk + step : 0;
        if (sunk <= SUNK_SECONDS) {
            return false;
        }
        floor.forget(c - levels.cells(0.15));
        sunk = 0;
        return true;
    }

    private void begin(long c) {
        long first = c - Math.round(Math.max(hits, slowHits) / step) - levels.window();
        double risen = floor.rest() + 0.8 * floor.spread();
        while (first > lastEnd && first > c - levels.cells(0.6) && levels.brief(first) > risen) {
            first--;
        }
        began = 2 * Math.max(lastEnd, Math.max(0, first - levels.cells(0.10)));
        on = true;
        refined = false;
        decided = levels.blocks().end();
        plateau = levels.brief(c);
        recent = plateau;
        low = 0;
        hits = 0;
        slowHits = 0;
        restPower = floor.power();
        place(decided);
    }

    private void place(long end) {
        onset = edges.onset(2 * lastEnd, began, decided, end, restPower);
    }

    private void contract(long c, long nowNanos, Decisions decisions) {
        double now = levels.brief(c);
        follow(now);
        if (!refined && (levels.blocks().end() - decided) * step / 2 >= REFINE_SECONDS) {
            place(levels.blocks().end());
            refined = true;
        }
        if (now > recent + STEP_RISE && (c - decided / 2) * step > STEP_AFTER_SECONDS) {
            again(c, nowNanos, decisions);
            return;
        }
        recent += (now - recent) * step / 0.3;
        double range = plateau - floor.rest();
        double bound = released(range);
        boolean lower = now < bound && (range >= WEAK_RANGE || levels.slow(c) < bound);
        low = lower ? low + step : Math.max(0, low - 3 * step);
        boolean over = low >= (range > STRONG_RANGE ? STRONG_HANG_SECONDS : HANG_SECONDS);
        if (over && (c - decided / 2) * step >= APART_SECONDS) {
            end(c, bound, nowNanos, decisions);
        }
    }

    private void follow(double now) {
        if (now > plateau) {
            plateau += (now - plateau) * Math.min(1, step / RISE_SECONDS);
        } else if (now > floor.rest() + RELEASE * (plateau - floor.rest())) {
            plateau += (now - plateau) * step / FATIGUE_SECONDS;
        }
    }

    private double released(double range) {
        double least = Math.max(RELEASE_SPREADS * Math.min(floor.spread(), 0.5), RELEASE_LEAST);
        return Math.max(floor.rest() + Math.max(least, RELEASE * range), plateau - RELEASE_BELOW);
    }

    /** The level has risen so far that what was before is rest to it: a step of tone, not a contraction. */
    private void again(long c, long nowNanos, Decisions decisions) {
        lastEnd = Math.max(decided / 2, c - levels.cells(0.6));
        floor.shift(recent, lastEnd);
        begin(c);
        decisions.moved(nanos(onset, nowNanos));
    }

    private void end(long c, double bound, long nowNanos, Decisions decisions) {
        long lows = Math.round(low / step);
        long k = c - lows - levels.window() / 2;
        while (2 * k > decided && levels.brief(k) < bound) {
            k--;
        }
        long high = Math.max(decided, Math.min(2 * k, levels.blocks().end() - 1));
        if (!refined) {
            place(high);
        }
        double offset = edges.offset(onset, high, restPower);
        on = false;
        told = c;
        low = 0;
        lastEnd = Math.max(0, c - lows + 1);
        floor.after(lastEnd);
        floor.catchUp(c);
        tell(offset, c, nowNanos, decisions);
    }

    private void tell(double offset, long c, long nowNanos, Decisions decisions) {
        if (usual.faint(plateau) || (offset - onset) * step / 2 < LEAST_SECONDS) {
            floor.include(decided / 2, c);
            decisions.dropped();
            return;
        }
        usual.learn(plateau);
        decisions.released(nanos(offset, nowNanos));
        decisions.ended(nanos(onset, nowNanos), nanos(offset, nowNanos));
    }

    private long nanos(double block, long nowNanos) {
        double samples = (levels.blocks().end() - block) * levels.perBlock();
        return nowNanos - Math.max(0, Math.round((samples / rateHz + DELAY_SECONDS) * 1e9));
    }
}
