package org.pelvi4j.phase;

import org.pelvi4j.signal.Conditioned;

/** Pressure: rise above a following base against its noise. Confined to one thread. */
final class PressureRule implements Rule {
    private static final double LEAST_PASCAL = 2.5 * 98.0665;
    private static final double NOISES = 3.5;
    private static final double CONFIRM_SECONDS = 0.2;
    private static final double RELEASE = 0.3;

    private final double rateHz;
    private final double[] ring;
    private long n;
    private double base;
    private double noise = 0.3 * 98.0665;
    private boolean on;
    private long candidate = -1;
    private double peak;
    private int below;
    private double onset;

    PressureRule(double rateHz) {
        this.rateHz = rateHz;
        ring = new double[(int) Math.max(64, Math.ceil(4 * rateHz))];
    }

    @Override
    public boolean ready() {
        return n > 0.8 * rateHz;
    }

    @Override
    public void hole(long samples) {
        for (long i = 0; i < samples; i++) {
            put(get(n - 1));
        }
        candidate = -1;
    }

    @Override
    public void restart() {
        n = 0;
        on = false;
        candidate = -1;
    }

    private void put(double p) {
        ring[(int) (n % ring.length)] = p;
        n++;
    }

    private double get(long i) {
        return ring[(int) (i % ring.length)];
    }

    @Override
    public void next(Conditioned now, Decisions decisions) {
        double p = now.filtered();
        if (n == 0) {
            base = p;
        }
        put(p);
        if (on) {
            contracting(p, now.atNanos(), decisions);
        } else {
            resting(p, now.atNanos(), decisions);
        }
    }

    private void resting(double p, long nowNanos, Decisions decisions) {
        double d = p - base;
        double threshold = Math.max(LEAST_PASCAL, NOISES * noise);
        if (d < threshold) {
            candidate = -1;
            base += d / ((d < 0 ? 0.8 : 6) * rateHz);
            noise = Math.max(10, noise + (Math.abs(d) * 1.25 - noise) / (4 * rateHz));
            return;
        }
        if (candidate < 0) {
            candidate = n - 1;
            peak = p;
        }
        peak = Math.max(peak, p);
        if (ready() && (n - 1 - candidate) / rateHz >= CONFIRM_SECONDS && p > base + 0.45 * (peak - base)) {
            onset = crossing();
            on = true;
            below = 0;
            decisions.began(nanos(onset, nowNanos));
        }
    }

    private double crossing() {
        double level = base + 0.1 * (peak - base);
        long j = candidate;
        long oldest = Math.max(0, n - ring.length + 1);
        while (j > oldest && j > candidate - 1.5 * rateHz && get(j) > level) {
            j--;
        }
        return j;
    }

    private void contracting(double p, long nowNanos, Decisions decisions) {
        peak = p > peak ? p : p > base + RELEASE * (peak - base) ? peak - (peak - p) / (8 * rateHz) : peak;
        below = p < base + RELEASE * (peak - base) ? below + 1 : 0;
        if (below / rateHz >= 0.25) {
            double level = base + 0.1 * (peak - base);
            long j = n - below;
            while (j < n - 1 && get(j) > Math.max(level, p)) {
                j++;
            }
            on = false;
            candidate = -1;
            double offset = Math.max(onset + 1, (double) j);
            decisions.ended(nanos(onset, nowNanos), nanos(offset, nowNanos));
            base = Math.min(p, base + 0.5 * (p - base));
        }
    }

    private long nanos(double sample, long nowNanos) {
        return nowNanos - Math.max(0, Math.round((n - 1 - sample) / rateHz * 1e9));
    }
}
