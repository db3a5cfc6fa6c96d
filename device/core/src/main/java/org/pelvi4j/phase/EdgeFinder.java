package org.pelvi4j.phase;

/**
 * Places an edge by maximum likelihood: the amplitude rises from rest to the plateau along half a cosine, samples are
 * Gaussian, and start and length of the rise are searched coarse to fine on prefix sums with the ramp's logarithms made
 * once. Confined to one thread.
 */
final class EdgeFinder {
    /** Lengths of rise tried; voluntary ramps take 0.06 to 0.5 s, a slow release up to 1 s. Source: DOMAIN 2.2. */
    private static final double[] RAMPS_SECONDS = {0.02, 0.07, 0.13, 0.2, 0.3, 0.45, 0.7, 1.1};
    /** Steps of a ramp. */
    private static final int STEPS = 12;
    /** Where half a cosine reaches 10 %: acos(0.8) / pi. */
    private static final double TEN_PERCENT = 0.20483276469913345;
    /** Coarse step. */
    private static final int COARSE = 4;

    private final double[] sums;
    private final int[] counts;
    private final double[] logs = new double[STEPS + 2];
    private final double[] inverses = new double[STEPS + 2];
    private final double blockSeconds;
    private int length;

    EdgeFinder(double blockSeconds, int longest) {
        this.blockSeconds = blockSeconds;
        sums = new double[longest + 1];
        counts = new int[longest + 1];
    }

    /** Loads the blocks of a span, in time's order or against it; a span too long loses its oldest blocks. */
    void load(Blocks blocks, long from, long to, boolean backwards) {
        length = (int) Math.min(sums.length - 1, Math.max(0, to - from));
        long first = to - length;
        for (int i = 0; i < length; i++) {
            long block = backwards ? to - 1 - i : first + i;
            sums[i + 1] = sums[i] + blocks.sum(block);
            counts[i + 1] = counts[i] + blocks.count(block);
        }
    }

    int length() {
        return length;
    }

    /** The 10 % point, in blocks from the start of what was loaded, of a rise that starts before `latest`. */
    double rise(double rest, double rise, int latest) {
        prepare(rest, rise);
        int end = Math.max(1, Math.min(latest, length));
        double best = Double.NEGATIVE_INFINITY;
        int start = 0;
        int ramp = 0;
        for (int r = 0; r < RAMPS_SECONDS.length; r++) {
            for (int j = 0; j < end; j += COARSE) {
                double likelihood = likelihood(j, RAMPS_SECONDS[r] / blockSeconds);
                if (likelihood > best) {
                    best = likelihood;
                    start = j;
                    ramp = r;
                }
            }
        }
        return refine(start, ramp, end);
    }

    private double refine(int coarse, int coarseRamp, int end) {
        double best = Double.NEGATIVE_INFINITY;
        double place = coarse;
        int lastRamp = Math.min(RAMPS_SECONDS.length - 1, coarseRamp + 1);
        for (int r = Math.max(0, coarseRamp - 1); r <= lastRamp; r++) {
            double ramp = RAMPS_SECONDS[r] / blockSeconds;
            for (int j = Math.max(0, coarse - COARSE); j <= Math.min(end - 1, coarse + COARSE); j++) {
                double likelihood = likelihood(j, ramp);
                if (likelihood > best) {
                    best = likelihood;
                    place = j + TEN_PERCENT * ramp;
                }
            }
        }
        return place;
    }

    private void prepare(double rest, double rise) {
        for (int k = 0; k <= STEPS + 1; k++) {
            double share = k == 0 ? 0 : k > STEPS ? 1 : 0.5 - 0.5 * StrictMath.cos(Math.PI * (k - 0.5) / STEPS);
            double variance = rest + rise * share * share;
            logs[k] = StrictMath.log(variance);
            inverses[k] = 1 / variance;
        }
    }

    private double likelihood(int start, double ramp) {
        double sum = piece(0, start, 0);
        int from = start;
        for (int k = 1; k <= STEPS && from < length; k++) {
            int to = Math.min(length, (int) (start + ramp * k / STEPS + 0.5));
            sum += piece(from, to, k);
            from = to;
        }
        return sum + piece(from, length, STEPS + 1);
    }

    private double piece(int from, int to, int k) {
        return -0.5 * ((counts[to] - counts[from]) * logs[k] + (sums[to] - sums[from]) * inverses[k]);
    }
}
