package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;

/**
 * Noise of unit variance with the spectrum of a surface EMG, at 4 kHz: white Gaussian numbers through one zero at DC, one
 * pole at the lower corner and two at the upper, by the bilinear transform with pre-warping. Source: DOMAIN 2.3. Confined
 * to one thread.
 */
final class EmgNoise {
    static final double RATE_HZ = 4000;
    /** After this many samples the slowest impulse response has decayed by 60 dB or more (pole at 20 Hz). */
    private static final int IMPULSE_SAMPLES = 256;

    private final Draws draws;
    private double lowPole;
    private double highPole;
    private double scale;
    private double x1;
    private double a1;
    private double b1;
    private double c1;

    EmgNoise(Draws draws, double lowHz, double highHz) {
        this.draws = draws;
        tune(lowHz, highHz);
    }

    /** Moves the corners; the noise goes on without a step. */
    void tune(double lowHz, double highHz) {
        lowPole = pole(lowHz);
        highPole = pole(highHz);
        scale = 1 / StrictMath.sqrt(energy());
    }

    private static double pole(double hz) {
        double warped = StrictMath.tan(StrictMath.PI * hz / RATE_HZ);
        return (1 - warped) / (1 + warped);
    }

    private double energy() {
        double sum = 0;
        double x = 1;
        double last = 0;
        double a = 0;
        double b = 0;
        double c = 0;
        for (int i = 0; i < IMPULSE_SAMPLES; i++) {
            double nextA = lowPole * a + x - last;
            double nextB = highPole * b + nextA + a;
            c = highPole * c + nextB + b;
            sum += c * c;
            a = nextA;
            b = nextB;
            last = x;
            x = 0;
        }
        return sum;
    }

    /** The next four samples, times a gain. */
    void fill(double[] into, double gain) {
        double factor = gain * scale;
        for (int i = 0; i < 4; i++) {
            double x = draws.gaussian();
            double a = lowPole * a1 + x - x1;
            double b = highPole * b1 + a + a1;
            double c = highPole * c1 + b + b1;
            x1 = x;
            a1 = a;
            b1 = b;
            c1 = c;
            into[i] = c * factor;
        }
    }
}
