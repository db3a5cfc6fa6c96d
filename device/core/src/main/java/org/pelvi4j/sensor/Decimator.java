package org.pelvi4j.sensor;

/**
 * Keeps one sample of five after a low-pass that removes what would fold down: a windowed sinc, flat to 0.6 of the new
 * half rate and 60 dB down from 1.4 of it on. Source: Hamming window, computed. Confined to one thread.
 */
final class Decimator {
    /** One of so many is kept. Source: DOMAIN.md 3.7, 10 kHz to 2 kHz. */
    static final int FACTOR = 5;

    private static final int TAPS = 41;
    private static final double CUT = 0.5 / FACTOR;

    private final double[] weights = new double[TAPS];
    private final double[] past = new double[TAPS];
    private int at;

    Decimator() {
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            double from = i - (TAPS - 1) / 2.0;
            double sinc = from == 0 ? 2 * CUT : Math.sin(2 * Math.PI * CUT * from) / (Math.PI * from);
            weights[i] = sinc * (0.54 - 0.46 * Math.cos(2 * Math.PI * i / (TAPS - 1)));
            sum += weights[i];
        }
        for (int i = 0; i < TAPS; i++) {
            weights[i] /= sum;
        }
    }

    void put(double value) {
        past[at] = value;
        at = (at + 1) % TAPS;
    }

    /** The low-passed value now; half the filter's length old. */
    double value() {
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            sum += weights[i] * past[(at + i) % TAPS];
        }
        return sum;
    }
}
