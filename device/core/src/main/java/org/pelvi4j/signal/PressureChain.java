package org.pelvi4j.signal;

import org.pelvi4j.filter.Filter;
import org.pelvi4j.sensor.Signal;

/** Pressure, or an envelope: a low-pass; the strength is what comes out of it. Source: DOMAIN 1.14. Confined to one thread. */
final class PressureChain implements Chain {
    /** Above this no muscle moves. Source: DOMAIN 1.14 and DESIGN: the lesser of 8 Hz and a quarter of the rate. */
    private static final double HIGH_HZ = 8;
    /**
     * An envelope comes more or less smoothed: this makes at least what a mean of 100 ms does, whose noise is that of a
     * low-pass of this order with 4.5 Hz. Source: DOMAIN 1.14, envelope of EMG.
     */
    private static final double ENVELOPE_HIGH_HZ = 4.5;
    /** Three time constants of the low-pass. */
    private static final double SETTLING_SECONDS = 0.1;

    private final Filter lowPass;
    private double first = Double.NaN;
    private double filtered;

    PressureChain(Signal signal, double rateHz) {
        lowPass = Filter.lowPass(2, rateHz, cutoffHz(signal, rateHz));
    }

    static double cutoffHz(Signal signal, double rateHz) {
        return Math.min(signal == Signal.ENVELOPE ? ENVELOPE_HIGH_HZ : HIGH_HZ, rateHz / 4);
    }

    @Override
    public void next(double value) {
        if (Double.isNaN(first)) {
            first = value;
        }
        filtered = first + lowPass.next(value - first);
    }

    @Override
    public double filtered() {
        return filtered;
    }

    @Override
    public double envelope() {
        return filtered;
    }

    @Override
    public boolean off() {
        return false;
    }

    @Override
    public boolean hums() {
        return false;
    }

    @Override
    public void reset() {
        first = Double.NaN;
        lowPass.reset();
    }

    @Override
    public double settlingSeconds() {
        return SETTLING_SECONDS;
    }
}
