package org.pelvi4j.sim.body;

/**
 * From 4 kHz to a device's rate, the way devices do it: a delta-sigma converter's sinc3, a low-pass before the converter,
 * or plain sampling, which folds. Source: DOMAIN 2.1, 2.4. Confined to one thread.
 */
public final class Converter {
    /** EMG ends near here; a board's low-pass sits there unless its rate is too low. Source: DOMAIN 1.10. */
    private static final double BAND_HZ = 450;
    /** Room for the sinc3 of a converter at 62.5 Hz. */
    private static final int HISTORY = 256;

    private final double[] history = new double[HISTORY];
    private final double stride;
    private final double[] taps;
    private final LowPass lowPass;
    private final boolean filtered;
    private long newest = -1;

    private Converter(double rateHz, double[] taps, boolean filtered) {
        if (!(rateHz > 0 && rateHz <= EmgNoise.RATE_HZ)) {
            throw new IllegalArgumentException("rateHz: expected more than 0 to 4000 but was " + rateHz);
        }
        this.stride = EmgNoise.RATE_HZ / rateHz;
        this.taps = taps;
        this.filtered = filtered;
        this.lowPass = new LowPass(StrictMath.min(BAND_HZ, 0.45 * rateHz), EmgNoise.RATE_HZ);
    }

    /**
     * Plain sampling: whatever is above half the rate folds down. An Arduino with an amplifier.
     *
     * @param rateHz the device's rate
     * @return the converter
     */
    public static Converter plain(double rateHz) {
        return new Converter(rateHz, new double[0], false);
    }

    /**
     * A third-order low-pass, then sampling. A BITalino.
     *
     * @param rateHz the device's rate
     * @return the converter
     */
    public static Converter lowPass(double rateHz) {
        return new Converter(rateHz, new double[0], true);
    }

    /**
     * A delta-sigma converter's sinc3, down 3 dB at 0.262 of the rate. A Cyton.
     *
     * @param rateHz the device's rate, 62.5 Hz or more
     * @return the converter
     */
    public static Converter sinc3(double rateHz) {
        double width = EmgNoise.RATE_HZ / rateHz;
        int reach = (int) StrictMath.ceil(1.5 * width);
        if (!(2 * reach + 2 < HISTORY)) {
            throw new IllegalArgumentException("rateHz: expected 62.5 or more for sinc3 but was " + rateHz);
        }
        double[] taps = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            taps[i] = bell((i - reach) / width);
            sum += taps[i];
        }
        for (int i = 0; i < taps.length; i++) {
            taps[i] /= sum;
        }
        return new Converter(rateHz, taps, false);
    }

    /** Three boxes of width 1 convolved: the shape that a sinc3 has in time. */
    private static double bell(double x) {
        double d = StrictMath.abs(x);
        if (d >= 1.5) {
            return 0;
        }
        return d <= 0.5 ? 0.75 - d * d : 0.5 * (1.5 - d) * (1.5 - d);
    }

    /**
     * Takes the four samples of one millisecond.
     *
     * @param four 4 kHz samples
     */
    public void push(double[] four) {
        for (int i = 0; i < 4; i++) {
            newest++;
            history[(int) newest & (HISTORY - 1)] = filtered ? lowPass.next(four[i]) : four[i];
        }
    }

    /**
     * Tells which millisecond must have been pushed before a sample can be taken.
     *
     * @param number the device's sample number, from 0
     * @return how many milliseconds, from the start
     */
    public long millisecondsFor(long number) {
        return (long) (number * stride / 4) + 1;
    }

    /**
     * Takes one sample of the device.
     *
     * @param number its number, from 0, not more than some samples ago
     * @return what the converter gives
     */
    public double sample(long number) {
        double position = number * stride;
        long whole = (long) position;
        if (taps.length == 0) {
            double before = at(whole - 1);
            return before + (position - whole) * (at(whole) - before);
        }
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            sum += taps[i] * at(whole - i);
        }
        return sum;
    }

    private double at(long index) {
        return history[(int) index & (HISTORY - 1)];
    }

    /**
     * Tells what is left of a sine.
     *
     * @param hz its frequency
     * @return output over input
     */
    public double gain(double hz) {
        if (taps.length == 0) {
            return filtered ? lowPass.gain(hz) : 1;
        }
        double x = StrictMath.PI * hz * stride / EmgNoise.RATE_HZ;
        double sinc = x == 0 ? 1 : StrictMath.sin(x) / x;
        return StrictMath.abs(sinc * sinc * sinc);
    }
}
