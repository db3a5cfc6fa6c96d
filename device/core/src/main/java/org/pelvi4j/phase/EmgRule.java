package org.pelvi4j.phase;

import org.pelvi4j.filter.Filter;
import org.pelvi4j.signal.Conditioned;

/**
 * EMG: log power over a short and a long window against delayed quantiles of rest; edges placed by likelihood. Confined
 * to one thread.
 */
final class EmgRule implements Rule {
    private static final double LOW_HZ = 40;
    private static final double BLOCK_SECONDS = 0.005;
    private static final double SHORT_SECONDS = 0.13;
    private static final double LONG_SECONDS = 0.30;
    private static final double SHORT_SPREADS = 4;
    private static final double LONG_SPREADS = 4.5;
    private static final double LEAST_RISE = 0.7;
    private static final double MOST_RISE = 2.5;
    private static final double CONFIRM_SECONDS = 0.12;
    private static final double RELEASE = 0.45;
    private static final double RELEASE_SPREADS = 1.5;
    private static final double HANG_SECONDS = 0.22;
    private static final double LAG_SECONDS = 0.5;
    private static final double FLOOR_SECONDS = 20;
    private static final double WARM_SECONDS = 0.8;
    private static final double KNOWN_LOW = 0.2;
    private static final double KNOWN_HIGH = 0.65;
    private static final double BELOW_PEAK_ON = 3.2;
    private static final double BELOW_PEAK_OFF = 2.8;
    private static final double DEEPER_SECONDS = 0.25;
    private static final double REFINE_SECONDS = 1.0;

    private final double rateHz;
    private final int perBlock;
    private final double blockSeconds;
    private final int shortBlocks;
    private final int longBlocks;
    private final int lag;
    private final Filter highPass;
    private final Blocks blocks = new Blocks(2048);
    private final double[] fast = new double[2048];
    private final double[] slow = new double[2048];
    private final Quantiles fastFloor;
    private final Quantiles slowFloor;
    private final EdgeFinder edges;

    private double sum;
    private int count;
    private int inBlock;
    private double rest;
    private double spread;
    private double slowSpread;
    private boolean on;
    private boolean refined;
    private int hits;
    private int slowHits;
    private int deeper;
    private int low;
    private double plateau;
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
        blockSeconds = perBlock / rateHz;
        shortBlocks = blocks(SHORT_SECONDS);
        longBlocks = blocks(LONG_SECONDS);
        lag = blocks(LAG_SECONDS);
        highPass = Filter.highPass(4, rateHz, LOW_HZ);
        fastFloor = new Quantiles(blocks(FLOOR_SECONDS) / 2);
        slowFloor = new Quantiles(blocks(FLOOR_SECONDS) / 2);
        edges = new EdgeFinder(blockSeconds, blocks(3.5));
    }

    private int blocks(double seconds) {
        return (int) Math.max(2, Math.round(seconds / blockSeconds));
    }

    @Override
    public void next(Conditioned now, Decisions decisions) {
        double y = highPass.next(now.filtered());
        sum += y * y;
        count++;
        if (++inBlock >= perBlock) {
            blocks.add(sum, count);
            sum = 0;
            count = 0;
            inBlock = 0;
            step(now.atNanos(), decisions);
        }
    }

    @Override
    public void hole(long samples) {
        hits = 0;
        slowHits = 0;
        for (long i = 0; i < samples; i++) {
            if (++inBlock >= perBlock) {
                blocks.add(sum, count);
                sum = 0;
                count = 0;
                inBlock = 0;
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
        usable = 0;
        lastEnd = 0;
    }

    @Override
    public boolean ready() {
        return fastFloor.size() >= 8 && blocks.end() * blockSeconds >= WARM_SECONDS;
    }

    private void step(long nowNanos, Decisions decisions) {
        long b = blocks.end() - 1;
        fast[at(b)] = log(blocks.power(Math.max(0, b + 1 - shortBlocks), b + 1, perBlock));
        slow[at(b)] = log(blocks.power(Math.max(0, b + 1 - longBlocks), b + 1, perBlock));
        if (b < shortBlocks) {
            return;
        }
        if (on) {
            contracting(b, nowNanos, decisions);
        } else {
            resting(b, nowNanos, decisions);
        }
    }

    private void resting(long b, long nowNanos, Decisions decisions) {
        learn(b);
        if (!ready() || sinks(b)) {
            return;
        }
        double high = bounded(Math.max(SHORT_SPREADS * spread, LEAST_RISE));
        double slowHigh = bounded(Math.max(LONG_SPREADS * slowSpread, 0.75 * LEAST_RISE));
        double f = fast[at(b)];
        hits = f > rest + high ? hits + 1 : Math.max(0, hits - 2);
        slowHits = slow[at(b)] > rest + slowHigh && f > rest + spread ? slowHits + 1 : 0;
        boolean confirmed = hits * blockSeconds >= CONFIRM_SECONDS || slowHits * blockSeconds >= 2 * CONFIRM_SECONDS;
        if (confirmed && spread(b)) {
            begin(b, nowNanos, decisions);
        }
    }

    private void learn(long b) {
        long q = b - lag;
        if (q >= Math.max(shortBlocks, usable) && q % 2 == 0) {
            fastFloor.add(fast[at(q)]);
            slowFloor.add(slow[at(q)]);
        }
        if (fastFloor.size() >= 8 && b % 20 == 0) {
            rest = fastFloor.at(0.5);
            double below = Math.max(0.10, rest - fastFloor.at(0.16));
            spread = Math.max(below, Math.min(1.2, (fastFloor.at(0.93) - rest) / 1.48));
            slowSpread = Math.max(0.06, slowFloor.at(0.5) - slowFloor.at(0.16));
        }
    }

    /** Whether rest has sunk: then the floor is learned anew. */
    private boolean sinks(long b) {
        deeper = slow[at(b)] < rest - 3 * spread ? deeper + 1 : 0;
        if (deeper * blockSeconds <= DEEPER_SECONDS) {
            return false;
        }
        fastFloor.clear();
        slowFloor.clear();
        usable = b - blocks(0.15);
        deeper = 0;
        return true;
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

    /** Whether the power is spread over time, not one spike: the median block of the newest 0.25 s stands above rest. */
    private final double[] scratch = new double[64];

    private boolean spread(long b) {
        int n = Math.min(blocks(0.25), 64);
        for (int i = 0; i < n; i++) {
            long q = b - i;
            scratch[i] = q < 0 ? 0 : blocks.sum(q) / Math.max(1, blocks.count(q));
        }
        java.util.Arrays.sort(scratch, 0, n);
        return log(scratch[n / 2]) > rest - 0.9 + 0.5 * LEAST_RISE;
    }

    private void begin(long b, long nowNanos, Decisions decisions) {
        long c = b - Math.max(hits, slowHits) - shortBlocks;
        while (c > lastEnd && c > b - blocks(0.6) && fast[at(c)] > rest + 0.8 * spread) {
            c--;
        }
        began = Math.max(lastEnd, Math.max(0, c - blocks(0.10)));
        on = true;
        refined = false;
        decided = b + 1;
        plateau = fast[at(b)];
        low = 0;
        hits = 0;
        slowHits = 0;
        onsetPower = Math.exp(rest);
        onset = placeOnset(b + 1);
        decisions.began(nanos(onset, nowNanos));
    }

    private double placeOnset(long end) {
        double power = blocks.power(Math.max(began, decided - 10), end, perBlock);
        double rise = Math.max(power - onsetPower, 0.2 * onsetPower);
        long from = Math.max(lastEnd, began - blocks(0.6));
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

    private void contracting(long b, long nowNanos, Decisions decisions) {
        double f = fast[at(b)];
        if (f > plateau) {
            plateau += (f - plateau) * Math.min(1, blockSeconds / 0.12);
        } else if (f > rest + RELEASE * (plateau - rest)) {
            plateau += (f - plateau) * blockSeconds / 3;
        }
        if (!refined && (b + 1 - decided) * blockSeconds >= REFINE_SECONDS) {
            onset = placeOnset(b + 1);
            refined = true;
        }
        double below = rest + Math.max(RELEASE_SPREADS * Math.min(spread, 0.5), 0.5 * LEAST_RISE);
        double bound = Math.max(Math.max(below, rest + RELEASE * (plateau - rest)), plateau - BELOW_PEAK_OFF);
        low = f < bound ? low + 1 : Math.max(0, low - 3);
        if (low * blockSeconds >= HANG_SECONDS) {
            end(b, bound, nowNanos, decisions);
        }
    }

    private void end(long b, double bound, long nowNanos, Decisions decisions) {
        long c = b - low - shortBlocks / 2;
        while (c > decided && fast[at(c)] < bound) {
            c--;
        }
        long f0 = Math.max(decided, Math.min(c, b));
        if (!refined) {
            onset = placeOnset(Math.max(decided, f0));
        }
        long from = Math.max((long) onset + 1, f0 - blocks(0.6));
        double power = blocks.power(from, Math.max(from + 10, f0), perBlock);
        double rise = Math.max(power - onsetPower, 0.2 * onsetPower);
        edges.load(blocks, Math.max((long) onset + 1, f0 - blocks(0.4)), b + 1, true);
        int latest = edges.length();
        for (int i = 0; i + 10 < edges.length(); i++) {
            if (blocks.power(b + 1 - i - 10, b + 1 - i, perBlock) > onsetPower + 0.5 * rise) {
                latest = i + 5;
                break;
            }
        }
        double offset = Math.max(onset + 4, b + 1 - edges.rise(onsetPower, rise, Math.max(2, latest)));
        on = false;
        known = Double.isNaN(known) ? plateau : known + (plateau - known) * (plateau > known ? 0.35 : 0.2);
        lastEnd = Math.max(0, b - low + 1);
        usable = b;
        low = 0;
        decisions.ended(nanos(onset, nowNanos), nanos(offset, nowNanos));
    }

    private long nanos(double block, long nowNanos) {
        return nowNanos - Math.max(0, Math.round((blocks.end() - block) * perBlock / rateHz * 1e9));
    }

    private static double log(double power) {
        return StrictMath.log(Math.max(power, 1e-12));
    }

    private static int at(long block) {
        return (int) block & 2047;
    }
}
