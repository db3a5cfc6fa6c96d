package org.pelvi4j.phase;

import org.pelvi4j.signal.Conditioned;

/**
 * Pressure: a squeeze is a rise beyond what rest does by itself, slow enough or lasting long enough not to be a cough;
 * it ends when the pressure is nearer to its base than to its plateau. Everything is relative to the person's own rest
 * and squeezes. Confined to one thread.
 */
final class PressureRule implements Rule {
    /** How far back the foot of a rise may lie. Source: DOMAIN 2.6 and 2.2, slow rises take 0.8 s. */
    private static final double FOOT_SECONDS = 1.2;
    /** A rise is judged no sooner than this after its first tenth. */
    private static final double CONFIRM_SECONDS = 0.2;
    /** Nor while half of its height grew within the last 0.1 s: its speed is not known yet. */
    private static final double GROWTH = 0.5;
    /** Slower from 10 to 90 % than any cough: 0.295 of a half-sine squared of 0.6 s. Source: DOMAIN 2.7. */
    private static final double SLOW_RISE_SECONDS = 0.2;
    /** A cough is past its top by then and has lost this much of its height. */
    private static final double FLAT_SECONDS = 0.2;

    private static final double FLAT = 0.93;
    /** Wider at half its height than any cough: half of 0.55 s, and the filter. Source: DOMAIN 1.12 and 2.7. */
    private static final double COUGH_SECONDS = 0.30;
    /** Released: below this share of the height. Source: DOMAIN 1.3, the 37.5 % rule. */
    private static final double RELEASE = 0.35;

    private static final double HANG_SECONDS = 0.12;
    /** Also released: fallen by a third within 0.8 s and still for 0.5 s; rest has moved meanwhile. */
    private static final double SETTLED = 0.65;

    private static final double SETTLED_SECONDS = 0.8;
    private static final double STILL = 0.08;
    private static final double FALLEN = 0.3;
    /** Two decisions are at least this far apart. Source: DOMAIN 1.14, least contraction. */
    private static final double APART_SECONDS = 0.3;
    /** The foot of the fall is awaited this long. Source: DOMAIN 2.2, slow releases. */
    private static final double FALL_SECONDS = 1.5;
    /** While it falls by this share of the height within 0.1 s. */
    private static final double FALLING = 0.01;
    /** A second rise this great inside a squeeze is a squeeze on a shifted rest. */
    private static final double AGAIN = 0.5;
    /** The plateau sags within this time. */
    private static final double SAG_SECONDS = 4;
    /** A cough in a squeeze makes the plateau higher than what lasts by no more than this share. */
    private static final double SPIKE = 0.5;
    /** The onset is placed again when the plateau has shown for this long. */
    private static final double REFINE_SECONDS = 1.0;
    /** The foot of a rise: there it is this share as steep as at its steepest; a breath before it is less steep. */
    private static final double STEEP = 0.25;
    /** How fast the usual height follows a stronger and a weaker squeeze. */
    private static final double STRONGER = 0.35;

    private static final double WEAKER = 0.2;

    private final Trace trace;
    private final Calm calm;
    private final Quantiles plateaus;
    private final double delaySeconds;
    private final double step;
    private double usual = Double.NaN;
    private boolean on;
    private boolean falling;
    private boolean refined;
    private boolean known;
    private double base;
    private double peak;
    private double top;
    private double low;
    private long decided;
    private long released;
    private long lastEnd;
    private double onset;

    /**
     * For a low-pass of order 2 with this cut-off: its delay is sqrt(2) / (2 pi f). For someone of whom nothing is a squeeze
     * that rises by less, in pascal; 0 if nobody knows.
     */
    PressureRule(double rateHz, double cutoffHz, double leastRise) {
        trace = new Trace(rateHz);
        calm = new Calm(trace, leastRise);
        step = trace.cellSeconds();
        plateaus = new Quantiles(trace.cells(1));
        delaySeconds = Math.sqrt(2) / (2 * Math.PI * cutoffHz);
    }

    @Override
    public boolean ready() {
        known |= calm.ready();
        return known;
    }

    @Override
    public void shifted() {
        on = false;
        falling = false;
        lastEnd = trace.newest();
        calm.after(lastEnd);
    }

    @Override
    public void hole(long samples) {
        for (long i = 0; i < samples; i++) {
            trace.skip();
        }
    }

    @Override
    public void restart() {
        trace.clear();
        calm.after(0);
        on = false;
        falling = false;
        lastEnd = 0;
    }

    @Override
    public void next(Conditioned now, Decisions decisions) {
        if (!trace.add(now.filtered())) {
            return;
        }
        long c = trace.newest();
        if (falling) {
            fall(c, now.atNanos(), decisions);
        } else if (on) {
            contract(c, now.atNanos(), decisions);
        } else {
            calm.learn(c);
            if (ready() && calm.rises(c, usual) && squeezed(c)) {
                begin(c);
                decisions.began(nanos(onset, now.atNanos()));
            }
        }
    }

    @Override
    public long onsetNanos(long nowNanos) {
        return nanos(onset, nowNanos);
    }

    /** Whether the rise up to a cell is a squeeze and no cough. */
    private boolean squeezed(long c) {
        long foot = foot(c);
        double bottom = trace.at(foot);
        double height = trace.highest(foot, c) - bottom;
        double grown = trace.at(c) - trace.at(Math.max(foot, c - trace.cells(0.1)));
        double tenth = trace.firstAbove(foot, c, bottom + 0.1 * height);
        boolean early = (c - tenth) * step < CONFIRM_SECONDS || grown > GROWTH * height;
        if (early || trace.at(c) < bottom + 0.5 * height) {
            return false;
        }
        double most = trace.firstAbove(foot, c, bottom + 0.9 * height);
        double held = (c - trace.firstAbove(foot, c, bottom + 0.5 * height)) * step;
        boolean slow = (most - tenth) * step > SLOW_RISE_SECONDS;
        boolean flat = held >= FLAT_SECONDS && trace.at(c) > bottom + FLAT * height;
        return slow || flat || held >= COUGH_SECONDS;
    }

    private long foot(long c) {
        return trace.lowest(Math.max(lastEnd, c - trace.cells(FOOT_SECONDS)), c);
    }

    private void begin(long c) {
        on = true;
        refined = false;
        decided = c;
        low = 0;
        long foot = foot(c);
        base = trace.at(foot);
        peak = trace.highest(foot, c);
        top = peak;
        plateaus.clear();
        place();
    }

    /** Places the onset by what is known of the plateau now. */
    private void place() {
        double plateau = plateaus.size() > trace.cells(0.2) ? plateaus.at(0.7) : peak;
        long from = Math.max(lastEnd, decided - trace.cells(FOOT_SECONDS));
        double half = trace.lastBelow(from, decided, base + 0.5 * (plateau - base));
        long steepest = trace.steepest(from, decided);
        double slope = STEEP * trace.slope(steepest);
        long foot = steepest;
        while (foot > from && trace.slope(foot) > slope) {
            foot--;
        }
        foot = Math.max(from, foot - trace.cells(Trace.SLOPE_SECONDS));
        double low = trace.at(foot);
        onset = trace.lastBelow(foot, Math.max(foot, (long) half), low + 0.1 * (plateau - low));
    }

    private void contract(long c, long nowNanos, Decisions decisions) {
        double now = trace.at(c);
        follow(c, now);
        if (!refined && (c - decided) * step >= REFINE_SECONDS) {
            place();
            refined = true;
        }
        if (again(c)) {
            lastEnd = foot(c);
            begin(c);
            decisions.moved(nanos(onset, nowNanos));
            return;
        }
        double range = top - base;
        low = now < base + RELEASE * range ? low + step : 0;
        boolean over = low >= HANG_SECONDS || settled(c, range);
        if (over && (c - decided) * step >= APART_SECONDS) {
            released = c - Math.round(low / step);
            falling = true;
            if (!refined) {
                place();
            }
            decisions.released(nanos((double) released, nowNanos));
        }
    }

    private void follow(long c, double now) {
        double lasting = trace.at(trace.lowest(Math.max(lastEnd, c - trace.cells(COUGH_SECONDS)), c));
        double most = lasting + SPIKE * Math.max(0, lasting - base);
        peak = Math.max(peak, now);
        if (now > top) {
            top = Math.max(top, Math.min(now, most));
        } else if (now > base + RELEASE * (top - base)) {
            top -= (top - now) * step / SAG_SECONDS;
        }
        if (plateaus.size() < trace.cells(1)) {
            plateaus.add(now);
        }
    }

    private boolean again(long c) {
        return !Double.isNaN(usual)
                && (c - decided) * step > 1
                && trace.rise(c) > AGAIN * Math.max(usual, top - base)
                && squeezed(c);
    }

    private boolean settled(long c, double range) {
        double now = trace.at(c);
        return now < base + SETTLED * range
                && (c - decided) * step > SETTLED_SECONDS
                && Math.abs(now - trace.at(c - trace.cells(0.5))) < STILL * range
                && trace.at(c - trace.cells(SETTLED_SECONDS)) - now > FALLEN * range;
    }

    private void fall(long c, long nowNanos, Decisions decisions) {
        double elapsed = (c - released) * step;
        double fallen = trace.at(c - trace.cells(0.1)) - trace.at(c);
        if (elapsed < FALL_SECONDS && (elapsed <= 0.2 || fallen >= FALLING * (top - base))) {
            return;
        }
        double lowest = trace.at(trace.lowest(released, c));
        double foot = Math.max(lowest, Math.min(base, trace.at(c)));
        double level = foot + 0.1 * (top - foot);
        long k = released;
        while (k < c && trace.at(k) > level) {
            k++;
        }
        double drop = trace.at(k - 1) - trace.at(k);
        double offset = drop > 0 && trace.at(k - 1) > level ? k - 1 + (trace.at(k - 1) - level) / drop : (double) k;
        end(Math.max(onset + 1, offset), c, nowNanos, decisions);
    }

    private void end(double offset, long c, long nowNanos, Decisions decisions) {
        on = false;
        falling = false;
        lastEnd = Math.min(c, (long) offset + 1);
        calm.after(lastEnd);
        double range = top - base;
        boolean first = Double.isNaN(usual) || range > 2 * usual;
        usual = first ? range : usual + (range - usual) * (range > usual ? STRONGER : WEAKER);
        decisions.ended(nanos(onset, nowNanos), nanos(offset, nowNanos));
    }

    private long nanos(double cell, long nowNanos) {
        return nowNanos - trace.nanosAgo(cell, delaySeconds);
    }
}
