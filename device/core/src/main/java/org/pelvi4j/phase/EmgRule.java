package org.pelvi4j.phase;

import org.pelvi4j.filter.Filter;
import org.pelvi4j.signal.Conditioned;

/**
 * EMG: log power over a short and a long window against a local floor; edges placed by likelihood. Confined to one
 * thread.
 */
final class EmgRule implements Rule {
    private static final double LOW_HZ = 40;
    private static final double BLOCK_SECONDS = 0.005;
    private static final double SHORT_SECONDS = 0.08;
    private static final double LONG_SECONDS = 0.30;
    private static final double SHORT_TRIM = 0.34;
    private static final double LONG_TRIM = 0.2;
    private static final double SHORT_SPREADS = 4;
    private static final double LONG_SPREADS = 4;
    private static final double LEAST_RISE = 0.7;
    private static final double LONG_LEAST_RISE = 0.52;
    private static final double MOST_RISE = 2.5;
    private static final double CONFIRM_SECONDS = 0.08;
    private static final double LONG_CONFIRM_SECONDS = 0.2;
    private static final double STRONG_RISE = 1.2;
    private static final double RELEASE = 0.45;
    private static final double RELEASE_SPREADS = 1.5;
    private static final double HANG_SECONDS = 0.22;
    private static final double STRONG_HANG_SECONDS = 0.16;
    private static final double STRONG_RANGE = 2.0;
    private static final double WEAK_RANGE = 1.2;
    private static final double LAG_SECONDS = 0.5;
    private static final double FLOOR_SECONDS = 4;
    private static final double SPREAD_SECONDS = 20;
    private static final double LEAST_SPREAD = 0.10;
    private static final double LONG_LEAST_SPREAD = 0.06;
    private static final double HIGH_SHARE = 0.93;
    private static final double FIRST_SPREAD = 0.3;
    private static final double KNOWN_LOW = 0.2;
    private static final double KNOWN_HIGH = 0.65;
    private static final double BELOW_PEAK_ON = 3.2;
    private static final double BELOW_PEAK_OFF = 2.8;
    private static final double DEEPER_SECONDS = 0.25;
    private static final double REFINE_SECONDS = 1.0;
    private static final double POST_SHARE = 0.5;
    private static final double LOCAL_SECONDS = 1.5;
    private static final double GUARD_SECONDS = 0.25;
    private static final double GUARD_TRIM = 0.5;
    private static final double GUARD_RISE = 0.35;
    private static final double GUARD_SHARE = 0.4;
    private static final double REONSET = 3.0;
    private static final double FALL_PER_SECOND = 0.7;
    private static final double FALL_AFTER_SECONDS = 0.5;
    private static final double SPIKY = 1e9;
    private static final double SPIKY_SECONDS = 0.7;
    private static final double LEAST_SECONDS = 0.12;
    private static final double FAINT = 0.12;
    private static final double POST_SECONDS = 0.2;

    private final double rateHz;
    private final int perBlock;
    private final double cellSeconds;
    private final int shortCells;
    private final int longCells;
    private final int lag;
    private final Filter highPass;
    private final Blocks blocks = new Blocks(2048);
    private final double[] powers = new double[1024];
    private final double[] fast = new double[1024];
    private final double[] slow = new double[1024];
    private final double[] guard = new double[1024];
    private final Quantiles level;
    private final Quantiles plain;
    private final Quantiles post = new Quantiles(100);
    private final Quantiles local;
    private final Quantiles slowLocal;
    private final Quantiles half;
    private final Quantiles residual;
    private final Quantiles slowResidual;
    private final EdgeFinder edges;
    private final double[] scratch = new double[128];

    private double sum;
    private int count;
    private int inBlock;
    private long cell;
    private double rest;
    private double before = Double.NEGATIVE_INFINITY;
    private double bias;
    private double spread = FIRST_SPREAD;
    private double slowSpread = FIRST_SPREAD;
    private boolean learned;
    private boolean on;
    private boolean refined;
    private double hits;
    private double slowHits;
    private int deeper;
    private double low;
    private double plateau;
    private double segment;
    private double known = Double.NaN;
    private long usable;
    private long lastEnd;
    private long began;
    private long decided;
    private double onset;
    private double onsetPower;

    EmgRule(double rateHz) {
        this.rateHz = rateHz;
        perBlock = (int) Math.max(1, Math.round(BLOCK_SECONDS * rateHz));
        cellSeconds = 2 * perBlock / rateHz;
        shortCells = cells(SHORT_SECONDS);
        longCells = cells(LONG_SECONDS);
        lag = cells(LAG_SECONDS);
        highPass = Filter.highPass(4, rateHz, LOW_HZ);
        level = new Quantiles(cells(FLOOR_SECONDS));
        plain = new Quantiles(cells(FLOOR_SECONDS));
        local = new Quantiles(cells(LOCAL_SECONDS));
        slowLocal = new Quantiles(cells(LOCAL_SECONDS));
        half = new Quantiles(cells(FLOOR_SECONDS));
        residual = new Quantiles(cells(SPREAD_SECONDS));
        slowResidual = new Quantiles(cells(SPREAD_SECONDS));
        edges = new EdgeFinder(cellSeconds / 2, 2 * cells(3.5));
    }

    private int cells(double seconds) {
        return (int) Math.max(2, Math.round(seconds / cellSeconds));
    }

    @Override
    public void next(Conditioned now, Decisions decisions) {
        double y = highPass.next(now.filtered());
        sum += y * y;
        count++;
        if (++inBlock >= perBlock) {
            close();
            if (blocks.end() % 2 == 0) {
                step(now.atNanos(), decisions);
            }
        }
    }

    private void close() {
        blocks.add(sum, count);
        sum = 0;
        count = 0;
        inBlock = 0;
    }

    @Override
    public void hole(long samples) {
        hits = 0;
        slowHits = 0;
        for (long i = 0; i < samples; i++) {
            if (++inBlock >= perBlock) {
                close();
                if (blocks.end() % 2 == 0) {
                    measure();
                }
            }
        }
    }

    @Override
    public void restart() {
        on = false;
        hits = 0;
        slowHits = 0;
        low = 0;
        deeper = 0;
        sum = 0;
        count = 0;
        inBlock = 0;
        blocks.clear();
        highPass.reset();
        cell = 0;
        usable = 0;
        lastEnd = 0;
        post.clear();
        local.clear();
        slowLocal.clear();
    }

    @Override
    public boolean ready() {
        return learned;
    }

    /** Takes the levels of a cell that has just closed. */
    private void measure() {
        long c = blocks.end() / 2 - 1;
        cell = c;
        double power = blocks.power(2 * c, 2 * c + 2, perBlock);
        powers[at(c)] = Double.isNaN(power) ? powers[at(Math.max(0, c - 1))] : power;
        fast[at(c)] = trimmed(c, shortCells, SHORT_TRIM);
        slow[at(c)] = trimmed(c, longCells, LONG_TRIM);
        guard[at(c)] = trimmed(c, cells(GUARD_SECONDS), GUARD_TRIM);
        local.add(fast[at(c)]);
        slowLocal.add(slow[at(c)]);
    }

    private double trimmed(long c, int window, double trim) {
        int n = (int) Math.min(window, c + 1);
        for (int i = 0; i < n; i++) {
            double p = powers[at(c - i)];
            int j = i - 1;
            while (j >= 0 && scratch[j] > p) {
                scratch[j + 1] = scratch[j];
                j--;
            }
            scratch[j + 1] = p;
        }
        int kept = n - (int) (trim * n);
        double total = 0;
        for (int i = 0; i < kept; i++) {
            total += scratch[i];
        }
        return log(total / kept);
    }

    private void step(long nowNanos, Decisions decisions) {
        measure();
        if (cell < shortCells) {
            return;
        }
        if (on) {
            contracting(cell, nowNanos, decisions);
        } else {
            resting(cell, nowNanos, decisions);
        }
    }

    private void resting(long c, long nowNanos, Decisions decisions) {
        learn(c);
        if (!learned || sinks(c)) {
            return;
        }
        double high = bounded(Math.max(SHORT_SPREADS * spread, LEAST_RISE));
        double slowHigh = bounded(Math.max(LONG_SPREADS * slowSpread, LONG_LEAST_RISE));
        double f = fast[at(c)] - rest;
        double s = slow[at(c)] - rest;
        if (f > high) {
            hits += cellSeconds * (f > high + STRONG_RISE ? 2 : 1);
        } else {
            hits = Math.max(0, hits - 2 * cellSeconds);
        }
        slowHits = s > slowHigh && f > spread ? slowHits + cellSeconds : 0;
        boolean fastOn = hits >= CONFIRM_SECONDS && guarded(c, high);
        if (fastOn || slowHits >= LONG_CONFIRM_SECONDS && guarded(c, slowHigh)) {
            begin(c, nowNanos, decisions);
        }
    }

    private boolean guarded(long c, double high) {
        double offset = half.size() >= 20 ? half.at(0.5) - level.at(0.5) : -0.3;
        return guard[at(c)] - rest - offset > Math.max(GUARD_RISE, GUARD_SHARE * high);
    }

    private void learn(long c) {
        long q = c - lag;
        if (c >= usable + shortCells && post.size() < 100) {
            post.add(fast[at(c)]);
        }
        if (q >= usable + shortCells) {
            level.add(fast[at(q)]);
            plain.add(log(mean(q, shortCells)));
            half.add(guard[at(q)]);
        }
        long m = c - local.size() / 2;
        if (local.size() >= cells(LOCAL_SECONDS) && m >= usable + shortCells) {
            residual.add(fast[at(m)] - local.at(0.5));
            slowResidual.add(slow[at(m)] - slowLocal.at(0.5));
        }
        if (c % 5 == 0) {
            relearn();
        }
    }

    private void relearn() {
        double sunk = before - FALL_PER_SECOND * Math.max(0, (cell - usable) * cellSeconds - FALL_AFTER_SECONDS);
        if (level.size() >= cells(1)) {
            rest = Math.max(level.at(0.5), sunk);
            bias = plain.at(0.5) - level.at(0.5);
            learned = true;
        } else if (post.size() >= cells(POST_SECONDS)) {
            rest = Math.max(post.at(POST_SHARE), sunk);
            learned |= post.size() >= cells(0.3);
        }
        if (residual.size() >= cells(1)) {
            double least = residual.size() < cells(4) ? 0.5 * FIRST_SPREAD : LEAST_SPREAD;
            double mid = residual.at(0.5);
            spread = Math.max(least, mid - residual.at(0.16));
            spread = Math.max(spread, Math.min(1.2, (residual.at(HIGH_SHARE) - mid) / 1.48));
            double slowMid = slowResidual.at(0.5);
            slowSpread = Math.max(LONG_LEAST_SPREAD, slowMid - slowResidual.at(0.16));
        }
    }

    private double mean(long c, int window) {
        double total = 0;
        for (int i = 0; i < window; i++) {
            total += powers[at(c - i)];
        }
        return total / window;
    }

    /** Whether rest has sunk: then the floor is learned anew. */
    private boolean sinks(long c) {
        deeper = slow[at(c)] < rest - 3 * spread ? deeper + 1 : 0;
        if (deeper * cellSeconds <= DEEPER_SECONDS) {
            return false;
        }
        anew(c - cells(0.15));
        before = Double.NEGATIVE_INFINITY;
        deeper = 0;
        return true;
    }

    private void anew(long from) {
        level.clear();
        plain.clear();
        post.clear();
        half.clear();
        usable = from;
    }

    private double bounded(double rise) {
        if (Double.isNaN(known)) {
            return Math.min(rise, MOST_RISE);
        }
        double range = Math.max(0, known - rest);
        double least = Math.max(KNOWN_LOW * range, range - BELOW_PEAK_ON);
        double most = Math.max(LEAST_RISE, Math.max(KNOWN_HIGH * range, range - BELOW_PEAK_ON));
        return Math.max(Math.min(rise, most), least);
    }

    private void begin(long c, long nowNanos, Decisions decisions) {
        long first = c - Math.round(Math.max(hits, slowHits) / cellSeconds) - shortCells;
        while (first > lastEnd && first > c - cells(0.6) && fast[at(first)] > rest + 0.8 * spread) {
            first--;
        }
        began = 2 * Math.max(lastEnd, Math.max(0, first - cells(0.10)));
        on = true;
        refined = false;
        decided = blocks.end();
        plateau = fast[at(c)];
        segment = plateau;
        low = 0;
        hits = 0;
        slowHits = 0;
        onsetPower = StrictMath.exp(rest + bias);
        onset = placeOnset(decided);
        decisions.began(nanos(onset, nowNanos));
    }

    private double placeOnset(long end) {
        double power = blocks.power(Math.max(began, decided - 10), end, perBlock);
        double rise = Math.max(power - onsetPower, 0.2 * onsetPower);
        long from = Math.max(2 * lastEnd, began - 2 * cells(0.6));
        edges.load(blocks, from, end, false);
        long first = end - edges.length();
        long latest = decided;
        for (long q = began; q < decided; q++) {
            if (blocks.power(q, Math.min(end, q + 10), perBlock) > onsetPower + 0.5 * rise) {
                latest = q + 5;
                break;
            }
        }
        return first + edges.rise(onsetPower, rise, (int) Math.max(2, latest - first));
    }

    private void contracting(long c, long nowNanos, Decisions decisions) {
        double f = fast[at(c)];
        if (f > plateau) {
            plateau += (f - plateau) * Math.min(1, cellSeconds / 0.12);
        } else if (f > rest + RELEASE * (plateau - rest)) {
            plateau += (f - plateau) * cellSeconds / 3;
        }
        if (!refined && (blocks.end() - decided) * cellSeconds / 2 >= REFINE_SECONDS) {
            onset = placeOnset(blocks.end());
            refined = true;
        }
        if (f > segment + REONSET && (c - decided / 2) * cellSeconds > 0.5) {
            again(c, nowNanos, decisions);
            return;
        }
        segment += (f - segment) * cellSeconds / 0.3;
        double range = plateau - rest;
        double below = Math.max(RELEASE_SPREADS * Math.min(spread, 0.5), 0.5 * LEAST_RISE);
        double bound = Math.max(rest + Math.max(below, RELEASE * range), plateau - BELOW_PEAK_OFF);
        boolean lower = range < WEAK_RANGE ? slow[at(c)] < bound && f < bound : f < bound;
        low = lower ? low + cellSeconds : Math.max(0, low - 3 * cellSeconds);
        if (low >= (range > STRONG_RANGE ? STRONG_HANG_SECONDS : HANG_SECONDS)) {
            end(c, bound, nowNanos, decisions);
        }
    }

    /** The level has risen so far that what was before is rest to it: a step of tone, not a contraction. */
    private void again(long c, long nowNanos, Decisions decisions) {
        rest = segment;
        lastEnd = Math.max(decided / 2, c - cells(0.6));
        anew(lastEnd);
        decisions.dropped();
        begin(c, nowNanos, decisions);
    }

    private void end(long c, double bound, long nowNanos, Decisions decisions) {
        long lows = Math.round(low / cellSeconds);
        long k = c - lows - shortCells / 2;
        while (2 * k > decided && fast[at(k)] < bound) {
            k--;
        }
        long f0 = Math.max(decided, Math.min(2 * k, blocks.end() - 1));
        if (!refined) {
            onset = placeOnset(Math.max(decided, f0));
        }
        double offset = placeOffset(f0);
        on = false;
        before = rest;
        boolean real = real(onset, offset);
        known = !real
                ? known
                : Double.isNaN(known) ? plateau : known + (plateau - known) * (plateau > known ? 0.35 : 0.2);
        lastEnd = Math.max(0, c - lows + 1);
        anew(lastEnd);
        for (long q = Math.max(0, lastEnd + shortCells); q < c; q++) {
            post.add(fast[at(q)]);
        }
        low = 0;
        if (real) {
            decisions.released(nanos(offset, nowNanos));
            decisions.ended(nanos(onset, nowNanos), nanos(offset, nowNanos));
        } else {
            for (long q = decided / 2; q < c; q++) {
                residual.add(fast[at(q)] - rest);
            }
            decisions.dropped();
        }
    }

    /** Whether it was a contraction: long enough, not one spike, and not faint beside the others. */
    private boolean real(double onset, double offset) {
        double seconds = (offset - onset) * cellSeconds / 2;
        if (seconds < LEAST_SECONDS) {
            return false;
        }
        if (!Double.isNaN(known) && plateau - known < 2 * StrictMath.log(FAINT)) {
            return false;
        }
        if (seconds > SPIKY_SECONDS) {
            return true;
        }
        int n = 0;
        double total = 0;
        for (long q = (long) onset / 2; q <= offset / 2 && n < scratch.length; q++) {
            scratch[n] = powers[at(q)];
            total += scratch[n];
            n++;
        }
        java.util.Arrays.sort(scratch, 0, n);
        return total / n < SPIKY * scratch[n / 2];
    }

    private double placeOffset(long f0) {
        long end = blocks.end();
        long from = Math.max((long) onset + 1, f0 - 2 * cells(0.6));
        double power = blocks.power(from, Math.max(from + 10, f0), perBlock);
        double after = blocks.power(end - 2 * cells(0.1), end, perBlock);
        double quiet = Math.max(onsetPower, Math.min(after, 0.25 * power));
        double rise = Math.max(power - quiet, 0.2 * quiet);
        edges.load(blocks, Math.max((long) onset + 1, f0 - 2 * cells(0.4)), end, true);
        int latest = edges.length();
        for (int i = 0; i + 10 < edges.length(); i++) {
            if (blocks.power(end - i - 10, end - i, perBlock) > quiet + 0.5 * rise) {
                latest = i + 5;
                break;
            }
        }
        return Math.max(onset + 4, end - edges.rise(quiet, rise, Math.max(2, latest)));
    }

    private long nanos(double block, long nowNanos) {
        return nowNanos - Math.max(0, Math.round((blocks.end() - block) * perBlock / rateHz * 1e9));
    }

    private static double log(double power) {
        return StrictMath.log(Math.max(power, 1e-30));
    }

    private static int at(long index) {
        return (int) index & 1023;
    }
}
