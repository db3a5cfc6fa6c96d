package org.pelvi4j.measure;

/** Power spectra of Hann windows of one length, a power of two: a Fourier transform in place, radix 2. Confined to one thread. */
final class Fourier {
    private final double[] hann;
    private final double[] cosines;
    private final double[] sines;
    private final double[] re;
    private final double[] im;

    Fourier(int window) {
        hann = new double[window];
        cosines = new double[window];
        sines = new double[window];
        re = new double[window];
        im = new double[window];
        for (int i = 0; i < window; i++) {
            double angle = 2 * Math.PI * i / window;
            cosines[i] = StrictMath.cos(angle);
            sines[i] = -StrictMath.sin(angle);
            hann[i] = 0.5 - 0.5 * cosines[i];
        }
    }

    /**
     * Writes the powers of the two windows that begin there, one value for each frequency from 0 to half the rate. One is the
     * real part of what is transformed and the other the imaginary one, and the symmetry of both takes them apart again.
     */
    void powers(double[] samples, int from, double[] power, int otherFrom, double[] otherPower) {
        for (int i = 0; i < re.length; i++) {
            re[i] = samples[from + i] * hann[i];
            im[i] = samples[otherFrom + i] * hann[i];
        }
        reverse();
        for (int length = 2; length <= re.length; length <<= 1) {
            butterflies(length);
        }
        for (int k = 0; k < power.length; k++) {
            int mirror = (re.length - k) % re.length;
            power[k] = square((re[k] + re[mirror]) / 2, (im[k] - im[mirror]) / 2);
            otherPower[k] = square((im[k] + im[mirror]) / 2, (re[mirror] - re[k]) / 2);
        }
    }

    private static double square(double real, double imaginary) {
        return real * real + imaginary * imaginary;
    }

    /** Puts each sample where its index's bits, read backwards, say. */
    private void reverse() {
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
    }

    private static void swap(double[] numbers, int i, int j) {
        double kept = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = kept;
    }

    private void butterflies(int length) {
        int half = length / 2;
        int step = re.length / length;
        for (int from = 0; from < re.length; from += length) {
            for (int k = 0; k < half; k++) {
                int i = from + k;
                double c = cosines[k * step];
                double s = sines[k * step];
                double x = re[i + half] * c - im[i + half] * s;
                double y = re[i + half] * s + im[i + half] * c;
                re[i + half] = re[i] - x;
                im[i + half] = im[i] - y;
                re[i] += x;
                im[i] += y;
            }
        }
    }
}
