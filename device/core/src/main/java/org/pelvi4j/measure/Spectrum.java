package org.pelvi4j.measure;

/**
 * The median frequency of an EMG segment: Hann windows of 0.5 to 1 s, a power of two of samples, half overlapping; their
 * power spectra averaged, between 20 and 450 Hz. Poor in reliability: never a score of progress. Source: DOMAIN 1.3,
 * 1.13, 2.3. Immutable.
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

    private final double rateHz;
    private final int window;

    private Spectrum(double rateHz) {
        this.rateHz = rateHz;
        window = Integer.highestOneBit((int) rateHz);
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
     * The median frequency of a segment.
     *
     * @param samples filtered EMG, in microvolt
     * @return hertz; NaN when it is shorter than a window or silent
     */
    public double medianHz(double... samples) {
        double[] power = new double[window / 2 + 1];
        for (int from = 0; from + window <= samples.length; from += window / 2) {
            add(power, samples, from);
        }
        return median(power);
    }

    /**
     * The slope of the median frequency over a segment, by least squares over its windows.
     *
     * @param samples filtered EMG, in microvolt
     * @return hertz per second; NaN with fewer than two windows
     */
    public double slopeHzPerSecond(double... samples) {
        int count = samples.length < window ? 0 : 2 * (samples.length - window) / window + 1;
        double middle = (count - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double[] power = new double[window / 2 + 1];
            add(power, samples, i * window / 2);
            products += (i - middle) * median(power);
            squares += (i - middle) * (i - middle);
        }
        return squares > 0 ? products / squares * 2 * rateHz / window : Double.NaN;
    }

    private void add(double[] power, double[] samples, int from) {
        double[] re = new double[window];
        double[] im = new double[window];
        for (int i = 0; i < window; i++) {
            re[i] = samples[from + i] * (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / window));
        }
        transform(re, im);
        for (int k = 0; k < power.length; k++) {
            power[k] += re[k] * re[k] + im[k] * im[k];
        }
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

    /** Fourier transform in place, radix 2. */
    private static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            butterflies(re, im, length);
        }
    }

    private static void butterflies(double[] re, double[] im, int length) {
        int half = length / 2;
        for (int k = 0; k < half; k++) {
            double c = StrictMath.cos(-2 * Math.PI * k / length);
            double s = StrictMath.sin(-2 * Math.PI * k / length);
            for (int i = k; i < re.length; i += length) {
                double x = re[i + half] * c - im[i + half] * s;
                double y = re[i + half] * s + im[i + half] * c;
                re[i + half] = re[i] - x;
                im[i + half] = im[i] - y;
                re[i] += x;
                im[i] += y;
            }
        }
    }

    private static void swap(double[] a, int i, int j) {
        double kept = a[i];
        a[i] = a[j];
        a[j] = kept;
    }
}
