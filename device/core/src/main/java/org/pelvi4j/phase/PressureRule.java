package org.pelvi4j.phase;

import org.pelvi4j.signal.Conditioned;

/**
 * Pressure: a rise against what the pressure did half a second before, measured by how much rest itself rises with
 * breathing, drift and noise. Confined to one thread.
 */
final class PressureRule implements Rule {
    private static final double CELLS_PER_SECOND = 100;
    private static final double BACK_SECONDS = 0.5;
    private static final double BASE_SECONDS = 0.2;
    private static final double LEARN_HZ = 25;
    private static final double SPREAD_SECONDS = 12;
    private static final double LEVEL_SECONDS = 6;
    private static final double LAG_SECONDS = 0.6;
    private static final double HIGH_SHARE = 0.95;
    private static final double SPREADS = 2.2;
    private static final double YOUNG_SECONDS = 3;
    private static final double YOUNG_RANGES = 1.5;
    private static final double YOUNGEST_SECONDS = 1.2;
    private static final double MOVING_SECONDS = 2;
    private static final double GROWTH = 0.5;
    private static final double KNOWN_LOW = 0.10;
    private static final double KNOWN_HIGH = 0.5;
    private static final double CONFIRM_SECONDS = 0.2;
    private static final double SLOW_RISE_SECONDS = 0.2;
    private static final double FLAT_SECONDS = 0.2;
    private static final double FLAT = 0.93;
    private static final double COUGH_SECONDS = 0.30;
    private static final double RELEASE = 0.35;
    private static final double HANG_SECONDS = 0.12;
    private static final double SETTLED = 0.65;
    private static final double SETTLED_SECONDS = 0.8;
    private static final double FALL_SECONDS = 0.6;
    private static final double AGAIN = 0.5;
    private static final double DELAY_SECONDS = 0.028;
    private static final double REFINE_SECONDS = 1.0;

    private final double rateHz;
    private final int perCell;
    private final double cellSeconds;
    private final int every;
    private final double[] p = new double[4096];
    private final Quantiles rises;
    private final Quantiles levels;
    private final Quantiles plateaus;

    private double sum;
    private int count;
    private long n;
    private long usable;
    private double known = Double.NaN;
    private boolean on;
    private boolean falling;
    private boolean refined;
    private double base;
    private double peak;
    private double top;
    private double low;
    private double moved;
    private long decided;
    private long released;
    private double onset;
    private long lastEnd;

    PressureRule(double rateHz) {
        this.rateHz = rateHz;
        perCell = (int) Math.max(1, Math.round(rateHz / CELLS_PER_SECOND));
        cellSeconds = perCell / rateHz;
        every = Math.max(1, cells(1 / LEARN_HZ));
        rises = new Quantiles((int) (SPREAD_SECONDS / (every * cellSeconds)));
        levels = new Quantiles((int) (LEVEL_SECONDS / (every * cellSeconds)));
        plateaus = new Quantiles(cells(1));
    }

    private int cells(double seconds) {
        return (int) Math.max(1, Math.round(seconds / cellSeconds));
    }

    private double at(long cell) {
        return p[(int) cell & 4095];
    }

    @Override
    public boolean ready() {
        return levels.size() * every * cellSeconds >= YOUNGEST_SECONDS;
    }

    @Override
    public void hole(long samples) {
        for (long i = 0; i < samples && n > 0; i++) {
            count++;
            sum += at(n - 1);
            if (count >= perCell) {
                close();
            }
        }
    }

    @Override
    public void restart() {
        n = 0;
        on = false;
        falling = false;
        sum = 0;
        count = 0;
        usable = 0;
        lastEnd = 0;
    }

    private void close() {
        p[(int) n & 4095] = sum / count;
        n++;
        sum = 0;
        count = 0;
    }

    @Override
    public void next(Conditioned now, Decisions decisions) {
        sum += now.filtered();
        count++;
        if (count < perCell) {
            return;
        }
        close();
        if (falling) {
            fall(now.atNanos(), decisions);
        } else if (on) {
            contract(now.atNanos(), decisions);
        } else {
            rest(now.atNanos(), decisions);
        }
    }

    private double mean(long from, long to) {
        double total = 0;
        for (long i = from; i < to; i++) {
            total += at(i);
        }
        return total / Math.max(1, to - from);
    }

    private double rise(long c) {
        long to = c - cells(BACK_SECONDS);
        long from = Math.max(0, to - cells(BASE_SECONDS));
        return to <= 0 ? at(c) - at(0) : at(c) - mean(from, Math.max(from + 1, to));
    }

    private double threshold() {
        double spread = rises.size() > 0 ? rises.at(HIGH_SHARE) : 0;
        double range = levels.at(1) - levels.at(0);
        double seconds = rises.size() * every * cellSeconds;
        double threshold = SPREADS * spread;
        if (seconds < YOUNG_SECONDS) {
            threshold = Math.max(threshold, YOUNG_RANGES * range);
        }
        if (!Double.isNaN(known)) {
            threshold = Math.max(KNOWN_LOW * known, Math.min(threshold, KNOWN_HIGH * known));
        }
        return threshold;
    }

    private void rest(long nowNanos, Decisions decisions) {
        long c = n - 1;
        long q = c - cells(LAG_SECONDS);
        if (c % every == 0 && q >= usable) {
            levels.add(at(q));
            if (q - cells(BACK_SECONDS) >= usable) {
                rises.add(Math.abs(rise(q)));
            }
        }
        if (!ready()) {
            return;
        }
        double threshold = threshold();
        double rise = rise(c);
        boolean moving = rise > threshold || rise < -2 * threshold;
        moved = moving ? moved + cellSeconds : 0;
        if (moving && moved < MOVING_SECONDS) {
            usable = c + 1;
        }
        if (rise <= threshold) {
            return;
        }
        consider(c, nowNanos, decisions);
    }

    private void consider(long c, long nowNanos, Decisions decisions) {
        long from = Math.max(lastEnd, c - cells(1.2));
        long lowest = from;
        for (long k = from; k <= c; k++) {
            if (at(k) <= at(lowest)) {
                lowest = k;
            }
        }
        double bottom = at(lowest);
        double highest = bottom;
        for (long k = lowest; k <= c; k++) {
            highest = Math.max(highest, at(k));
        }
        double height = highest - bottom;
        if (at(c) < bottom + 0.5 * height) {
            return;
        }
        double t10 = crossing(lowest, c, bottom + 0.1 * height);
        double elapsed = (c - t10) * cellSeconds;
        double growth = at(c) - at(Math.max(lowest, c - cells(0.1)));
        if (elapsed < CONFIRM_SECONDS || growth > GROWTH * height) {
            return;
        }
        double t90 = crossing(lowest, c, bottom + 0.9 * height);
        double t50 = crossing(lowest, c, bottom + 0.5 * height);
        double held = (c - t50) * cellSeconds;
        boolean slow = (t90 - t10) * cellSeconds > SLOW_RISE_SECONDS;
        boolean flat = held >= FLAT_SECONDS && at(c) > bottom + FLAT * height;
        if (slow || flat || held >= COUGH_SECONDS) {
            if (on) {
                decisions.dropped();
                lastEnd = lowest;
            }
            begin(c, nowNanos, decisions);
        }
    }

    /** Where the level is crossed upward for the first time. */
    private double crossing(long from, long to, double level) {
        for (long k = from; k < to; k++) {
            if (at(k + 1) > level) {
                double step = at(k + 1) - at(k);
                return at(k) >= level || step <= 0 ? k : k + (level - at(k)) / step;
            }
        }
        return to;
    }

    private void begin(long c, long nowNanos, Decisions decisions) {
        on = true;
        refined = false;
        decided = c;
        low = 0;
        long from = Math.max(lastEnd, c - cells(1.2));
        base = Double.POSITIVE_INFINITY;
        peak = at(c);
        for (long k = from; k <= c; k++) {
            base = Math.min(base, at(k));
            peak = Math.max(peak, at(k));
        }
        top = peak;
        plateaus.clear();
        place(c);
        decisions.began(nanos(onset, nowNanos));
    }

    /** Places the onset by what is known of the plateau now. */
    private void place(long c) {
        double plateau = plateaus.size() > cells(0.2) ? plateaus.at(0.7) : peak;
        long from = Math.max(lastEnd, decided - cells(1.2));
        double half = base + 0.5 * (plateau - base);
        long k = Math.min(decided, c);
        while (k > from && at(k) > half) {
            k--;
        }
        double level = base + 0.1 * (plateau - base);
        while (k > from && at(k) > level) {
            k--;
        }
        double step = at(k + 1) - at(k);
        onset = at(k) >= level || step <= 0 ? k : k + (level - at(k)) / step;
    }

    private void contract(long nowNanos, Decisions decisions) {
        long c = n - 1;
        double v = at(c);
        peak = Math.max(peak, v);
        top = v > top ? v : v > base + RELEASE * (top - base) ? top - (top - v) * cellSeconds / 4 : top;
        if (plateaus.size() < cells(1)) {
            plateaus.add(v);
        }
        if (!refined && (c - decided) * cellSeconds >= REFINE_SECONDS) {
            place(c);
            refined = true;
        }
        if (!Double.isNaN(known) && (c - decided) * cellSeconds > 1 && rise(c) > AGAIN * Math.max(known, top - base)) {
            consider(c, nowNanos, decisions);
            if (decided == c) {
                return;
            }
        }
        double range = top - base;
        low = v < base + RELEASE * range ? low + cellSeconds : 0;
        boolean settled = v < base + SETTLED * range
                && (c - decided) * cellSeconds > SETTLED_SECONDS
                && Math.abs(v - at(c - cells(0.5))) < 0.08 * range
                && at(c - cells(SETTLED_SECONDS)) - v > 0.3 * range;
        if (low >= HANG_SECONDS || settled) {
            released = c - Math.round(low / cellSeconds);
            falling = true;
            if (!refined) {
                place(c);
            }
            decisions.released(nanos(released, nowNanos));
        }
    }

    private void fall(long nowNanos, Decisions decisions) {
        long c = n - 1;
        double floor = at(c);
        for (long k = released; k <= c; k++) {
            floor = Math.min(floor, at(k));
        }
        double elapsed = (c - released) * cellSeconds;
        boolean flat = elapsed > 0.2 && at(c - cells(0.1)) - at(c) < 0.01 * (top - base);
        if (elapsed < FALL_SECONDS && !flat) {
            return;
        }
        double foot = Math.max(floor, Math.min(base, at(c)));
        double level = foot + 0.1 * (top - foot);
        long k = released;
        while (k < c && at(k) > level) {
            k++;
        }
        double step = at(k) - at(k - 1);
        double offset = step < 0 && at(k - 1) > level ? k - 1 + (level - at(k - 1)) / step : k;
        end(Math.max(onset + 1, offset), nowNanos, decisions);
    }

    private void end(double offset, long nowNanos, Decisions decisions) {
        long c = n - 1;
        on = false;
        falling = false;
        lastEnd = (long) Math.min(c, offset + 1);
        usable = lastEnd;
        double range = top - base;
        known = Double.isNaN(known) || range > 2 * known
                ? range
                : known + (range - known) * (range > known ? 0.35 : 0.2);
        decisions.ended(nanos(onset, nowNanos), nanos(offset, nowNanos));
    }

    private long nanos(double cell, long nowNanos) {
        double ago = (n - 1 - cell) * cellSeconds + (perCell - 1) / (2 * rateHz) + DELAY_SECONDS;
        return nowNanos - Math.max(0, Math.round(ago * 1e9));
    }
}
