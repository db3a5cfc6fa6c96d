package org.pelvi4j.sim.draw;

/**
 * Unit-variance noise that changes slowly: a first-order low-pass of Gaussian numbers, drawn anew a few times per time
 * constant and joined by straight lines. Confined to one thread.
 */
public final class SlowNoise {
    /** Drawn this many times within one period of the cut-off, so that the straight lines do not show. */
    private static final double POINTS_PER_PERIOD = 16;

    private final Draws draws;
    private final int stride;
    private final double keep;
    private final double add;
    private double target;
    private double now;
    private double slope;
    private int left;

    private SlowNoise(Draws draws, int stride, double keep) {
        this.draws = draws;
        this.stride = stride;
        this.keep = keep;
        this.add = StrictMath.sqrt(1 - keep * keep);
        this.target = draws.gaussian();
        this.now = target;
    }

    /**
     * Makes noise that is stepped once per millisecond.
     *
     * @param draws where its numbers come from
     * @param cutoffHz its -3 dB frequency, at most 60
     * @return the noise, at a random value
     */
    public static SlowNoise below(Draws draws, double cutoffHz) {
        if (!(cutoffHz > 0 && cutoffHz <= 60)) {
            throw new IllegalArgumentException("cutoffHz: expected more than 0 to 60 but was " + cutoffHz);
        }
        int stride = (int) StrictMath.max(1, StrictMath.min(1000, 1000 / (cutoffHz * POINTS_PER_PERIOD)));
        return new SlowNoise(draws, stride, StrictMath.exp(-2 * StrictMath.PI * cutoffHz * stride / 1000));
    }

    /**
     * Goes on by 1 ms.
     *
     * @return the value now; mean 0, standard deviation 1 over a long time
     */
    public double step() {
        if (left == 0) {
            left = stride;
            double from = target;
            target = keep * target + add * draws.gaussian();
            now = from;
            slope = (target - from) / stride;
        }
        left--;
        now += slope;
        return now;
    }
}
