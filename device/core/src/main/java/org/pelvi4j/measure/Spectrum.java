package org.pelvi4j.measure;

/**
 * The median frequency of an EMG segment: Hann windows of 0.5 to 1 s, a power of two of samples, half overlapping; their
 * power spectra averaged, between 20 and 450 Hz. Poor in reliability: never a score of progress. Source: DOMAIN 1.3,
 * 1.13, 2.3. Confined to one thread.
 */
public final class Spectrum {
    private static final double LOW_HZ = 20;
    private static final double HIGH_HZ = 450;
    /** Below this rate the converter's own filter or aliasing makes the median meaningless. Source: DOMAIN 1.10, 1.13. */
    static final double LEAST_RATE_HZ = 1000;
    /** Source: DOMAIN 1.13. */
    private static final double LEAST_SNR_DECIBELS = 10;
    /** The level may vary by this share. Source: DOMAIN 1.13. */
    private static final double LEVEL_SHARE = 0.2;

    /**
     * A segment's median frequency. Immutable.
     *
     * @param hz of its windows' mean power; NaN when it is shorter than a window or silent
     * @param slopeHzPerSecond its slope by least squares over the windows; NaN with fewer than two of them
     * @param slopePercentPerSecond the same, of where that line begins, at the segment's first sample
     */
    public record Medians(double hz, double slopeHzPerSecond, double slopePercentPerSecond) {
        /** Nothing is known. */
        static final Medians NONE = new Medians(Double.NaN, Double.NaN, Double.NaN);
    }

    private final double rateHz;
    private final int window;
    private final Fourier fourier;

    private Spectrum(double rateHz) {
        this.rateHz = rateHz;
        window = Integer.highestOneBit((int) rateHz);
        fourier = new Fourier(window);
    }

    /**
     * For signals of a rate.
     *
     * @param rateHz samples per second, 100 or more
     * @return the means to take their median frequency
     */
    public static Spectrum at(double rateHz) {
        if (!(rateHz >= 100 && rateHz <= 100_000)) {
            throw new IllegalArgumentException("rateHz: expected 100 to 100000 but was " + rateHz);
        }
        return new Spectrum(rateHz);
    }

    /**
     * Tells whether a median frequency means anything here.
     *
     * @param snrDecibels how far the segment's power lies above rest's
     * @param levelShare the level's greatest deviation from its mean, as a share of it
     * @return whether rate, strength and steadiness suffice
     */
    public boolean meaningful(double snrDecibels, double levelShare) {
        return steady(levelShare) && snrDecibels >= LEAST_SNR_DECIBELS;
    }

    /** Whether rate and steadiness suffice, for a rest, whose own noise nobody knows. */
    boolean steady(double levelShare) {
        return rateHz >= LEAST_RATE_HZ && levelShare <= LEVEL_SHARE;
    }

    /**
     * The median frequency of a segment and how it changes.
     *
     * @param samples filtered EMG, in microvolt
     * @return both
     */
    public Medians medians(double... samples) {
        double[][] powers = new double[2][window / 2 + 1];
        double[] all = new double[window / 2 + 1];
        int count = samples.length < window ? 0 : 2 * (samples.length - window) / window + 1;
        double[] each = new double[count];
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                int next = Math.min(i + 1, count - 1);
                fourier.powers(samples, i * window / 2, powers[0], next * window / 2, powers[1]);
            }
            double[] power = powers[i % 2];
            for (int k = 0; k < all.length; k++) {
                all[k] += power[k];
            }
            each[i] = median(power);
        }
        Line line = Line.through(each, 0, count, 2 * rateHz / window);
        // A window's median belongs to its middle, the line's beginning to the segment's.
        return new Medians(median(all), line.slope(), line.percent(-window / 2.0 / rateHz));
    }

    private double median(double[] power) {
        double bin = rateHz / window;
        int first = (int) Math.ceil(LOW_HZ / bin);
        int last = (int) Math.min(power.length - 1, Math.floor(HIGH_HZ / bin));
        double total = 0;
        for (int k = first; k <= last; k++) {
            total += power[k];
        }
        double sum = 0;
        for (int k = first; k <= last && total > 0; k++) {
            if (sum + power[k] >= total / 2) {
                return (k - 0.5 + (total / 2 - sum) / power[k]) * bin;
            }
            sum += power[k];
        }
        return Double.NaN;
    }
}
