package org.pelvi4j.sim.body;

/** A third-order Butterworth low-pass, as a board has before its converter. Confined to one thread. */
final class LowPass {
    private final double rateHz;
    private final double warped;
    private final double pole;
    private final double gain1;
    private final double gain2;
    private final double feed1;
    private final double feed2;
    private double x;
    private double y;
    private double z1;
    private double z2;

    LowPass(double cutoffHz, double rateHz) {
        this.rateHz = rateHz;
        warped = StrictMath.tan(StrictMath.PI * cutoffHz / rateHz);
        pole = (1 - warped) / (1 + warped);
        gain1 = warped / (1 + warped);
        double norm = 1 + warped + warped * warped;
        gain2 = warped * warped / norm;
        feed1 = 2 * (1 - warped * warped) / norm;
        feed2 = -(1 - warped + warped * warped) / norm;
    }

    double next(double input) {
        double once = gain1 * (input + x) + pole * y;
        x = input;
        double in = gain2 * once;
        double out = in + z1;
        z1 = 2 * in + feed1 * out + z2;
        z2 = in + feed2 * out;
        y = once;
        return out;
    }

    /** Output over input of a sine: Butterworth of the pre-warped frequency. */
    double gain(double hz) {
        double ratio = StrictMath.tan(StrictMath.PI * StrictMath.min(hz, 0.499 * rateHz) / rateHz) / warped;
        double cube = ratio * ratio * ratio;
        return 1 / StrictMath.sqrt(1 + cube * cube);
    }
}
