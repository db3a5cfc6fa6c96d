package org.pelvi4j.sim.device;

/**
 * A plain converter around its middle: what it makes of a voltage at the electrodes, and what that stands for. Immutable.
 *
 * @param bits of the converter
 * @param microvoltsPerCode at the electrodes, the amplifier's gain included
 */
record AdcScale(int bits, double microvoltsPerCode) {
    /** Rounded to the step, held at the rails. */
    int code(double microvolts) {
        double code = Math.rint(microvolts / microvoltsPerCode) + (1 << (bits - 1));
        return (int) Math.max(0, Math.min((1 << bits) - 1, code));
    }

    double microvolts(int code) {
        return (code - (1 << (bits - 1))) * microvoltsPerCode;
    }
}
