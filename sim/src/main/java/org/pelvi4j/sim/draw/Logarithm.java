package org.pelvi4j.sim.draw;

/**
 * The natural logarithm, bit for bit that of {@link StrictMath}, which before JDK 21 is native code: each call there waits
 * for all that the processor has begun, a fifteenth of what a simulated session costs. Method and constants are those that
 * StrictMath is defined by: x = 2^k (1 + f), then a polynomial in the square of s = f / (2 + f). Source: fdlibm.
 */
final class Logarithm {
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double[] TERMS = {
        0.6666666666666735,
        0.3999999999940942,
        0.2857142874366239,
        0.22222198432149784,
        0.1818357216161805,
        0.15313837699209373,
        0.14798198605116586
    };
    private static final long FRACTION = 0xFFFFFFFFFFFFFL;
    /** Added to a fraction of sqrt(2) or more it carries into the exponent: f lies about 0. */
    private static final int TO_CARRY = 0x95F64;

    private static final int CARRY = 0x100000;

    private Logarithm() {}

    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int fraction = (int) (bits >>> 32) & 0xFFFFF;
        boolean nearPowerOfTwo = ((fraction + 2) & 0xFFFFF) < 3;
        if (nearPowerOfTwo || !(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.log(x);
        }
        int carried = (fraction + TO_CARRY) & CARRY;
        double k = (bits >> 52) - 1023 + (carried >> 20);
        double f = Double.longBitsToDouble((bits & FRACTION) | (long) (carried ^ 0x3FF00000) << 32) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (TERMS[1] + w * (TERMS[3] + w * TERMS[5]));
        double odd = z * (TERMS[0] + w * (TERMS[2] + w * (TERMS[4] + w * TERMS[6])));
        double series = odd + even;
        boolean far = fraction >= 0x6147A && fraction <= 0x6B851;
        double half = 0.5 * f * f;
        double less = far ? half - (s * (half + series) + k * LN2_LOW) : s * (f - series) - k * LN2_LOW;
        return k * LN2_HIGH - (less - f);
    }
}
