package org.pelvi4j.measure;

import org.pelvi4j.signal.Conditioned;

/**
 * Finds coughs in a pressure that rests: spikes too narrow and too steep for any squeeze. Below 40 samples per second a
 * cough has no shape, and none is told. Confined to one thread.
 */
final class Coughs {
    /** Four steps in the shortest cough's rise. */
    private static final double LEAST_HZ = 40;

    private static final double STEPS_PER_SECOND = 100;
    /** The base of a spike is the lowest within so long before it: longer than a cough's own rise. Source: DOMAIN 2.7. */
    private static final double BASE_SECONDS = 0.5;
    /** No spike is up for longer. Source: DOMAIN 1.12, width. */
    private static final double LONGEST_SECONDS = 0.6;
    /** Its width at half its height: half of the longest cough, 0.4 s, and the filter. Source: DOMAIN 2.7. */
    private static final double NARROW_SECONDS = 0.30;
    /** 2 cmH2O are no rise yet. Source: DOMAIN 1.14. */
    private static final double LEAST_PASCAL = 196;
    /**
     * Squeezes rise by up to 100 cmH2O/s, coughs by 300 and more: the geometric middle, 173. Movements stay below, too.
     * Source: DOMAIN 1.12, 2.7.
     */
    private static final double STEEP_PASCAL_PER_SECOND = 17_000;

    private final boolean tells;
    private final int every;
    private final double stepsPerSecond;
    private final double[] levels;
    private final long[] times;
    private long lastNumber;
    private int phase;
    private long end;
    private long begin;
    private boolean up;
    private double base;
    private long top;
    private long upSince;
    private long fromNanos;

    Coughs(double rateHz) {
        tells = rateHz >= LEAST_HZ;
        every = (int) Math.max(1, Math.round(rateHz / STEPS_PER_SECOND));
        stepsPerSecond = rateHz / every;
        levels = new double[steps(BASE_SECONDS + 2 * LONGEST_SECONDS)];
        times = new long[levels.length];
    }

    private int steps(double seconds) {
        return (int) Math.max(1, Math.round(seconds * stepsPerSecond));
    }

    /** What was before is not known any more. */
    void clear() {
        end = 0;
        begin = 0;
        up = false;
    }

    /** Takes the level of a valid instant, in pascal; tells whether a cough has just gone by. A hole hides what it was. */
    boolean next(double level, Conditioned at) {
        if (at.number() != lastNumber + 1) {
            clear();
        }
        lastNumber = at.number();
        phase++;
        if (!tells || phase < every) {
            return false;
        }
        phase = 0;
        levels[at(end)] = level;
        times[at(end)] = at.atNanos();
        end++;
        if (!up) {
            rise(level);
            return false;
        }
        top = level > levels[at(top)] ? end - 1 : top;
        if (level < base + (levels[at(top)] - base) / 2) {
            return over(spike());
        }
        return end - upSince > steps(LONGEST_SECONDS) && over(false);
    }

    /** What goes up next is compared with what comes from here on. */
    private boolean over(boolean cough) {
        up = false;
        begin = end;
        return cough;
    }

    private void rise(double level) {
        base = level;
        for (long i = Math.max(begin, end - 1 - steps(BASE_SECONDS)); i < end; i++) {
            base = Math.min(base, levels[at(i)]);
        }
        up = level - base > LEAST_PASCAL;
        top = end - 1;
        upSince = end - 1;
    }

    /** Whether what has just fallen to half of its height was narrow and steep. */
    private boolean spike() {
        double height = levels[at(top)] - base;
        long tenth = lastBelow(base + 0.1 * height);
        long half = lastBelow(base + 0.5 * height);
        long most = lastBelow(base + 0.9 * height);
        fromNanos = times[at(tenth)];
        double riseSeconds = Math.max(1, most - tenth) / stepsPerSecond;
        return end - 1 - half <= steps(NARROW_SECONDS) && 0.8 * height / riseSeconds >= STEEP_PASCAL_PER_SECOND;
    }

    private long lastBelow(double level) {
        long i = top;
        while (i > Math.max(0, end - levels.length) && levels[at(i)] > level) {
            i--;
        }
        return i;
    }

    private int at(long step) {
        return (int) (step % levels.length);
    }

    /** When the last one that was told began. */
    long fromNanos() {
        return fromNanos;
    }
}
