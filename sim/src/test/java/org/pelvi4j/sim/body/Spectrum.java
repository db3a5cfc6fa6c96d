package org.pelvi4j.sim.body;

/** A power spectrum by a plain Fourier sum over Hann windows of one second: slow, short, and independent of the library. */
final class Spectrum {
    private static final int WINDOWS = 48;

    private final double[] power;

    private Spectrum(double[] power) {
        this.power = power;
    }

    static Spectrum of(double[] samples, int rateHz) {
        double[] power = new double[Math.min(rateHz / 2, 451)];
        double[] hann = new double[rateHz];
        for (int i = 0; i < rateHz; i++) {
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / rateHz);
        }
        for (int w = 0; w < Math.min(WINDOWS, samples.length / rateHz); w++) {
            for (int hz = 0; hz < power.length; hz++) {
                power[hz] += at(samples, w * rateHz, hann, hz);
            }
        }
        return new Spectrum(power);
    }

    /** Power at one whole frequency, by Goertzel's recursion. */
    private static double at(double[] samples, int from, double[] hann, int hz) {
        double twice = 2 * Math.cos(2 * Math.PI * hz / hann.length);
        double one = 0;
        double two = 0;
        for (int i = 0; i < hann.length; i++) {
            double next = samples[from + i] * hann[i] + twice * one - two;
            two = one;
            one = next;
        }
        return one * one + two * two - twice * one * two;
    }

    /** The frequency that halves the power between two frequencies. */
    double median(int lowHz, int highHz) {
        int high = Math.min(highHz, power.length - 1);
        double all = 0;
        for (int hz = lowHz; hz <= high; hz++) {
            all += power[hz];
        }
        double half = all / 2;
        double sum = 0;
        for (int hz = lowHz; hz <= high; hz++) {
            if (sum + power[hz] >= half) {
                return hz - 0.5 + (half - sum) / power[hz];
            }
            sum += power[hz];
        }
        return high;
    }
}
