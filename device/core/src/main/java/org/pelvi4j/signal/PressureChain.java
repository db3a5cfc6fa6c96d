package org.pelvi4j.signal;

import org.pelvi4j.filter.Filter;

/** Pressure: a low-pass; the strength is the pressure itself. Source: DOMAIN 1.14. Confined to one thread. */
final class PressureChain implements Chain {
    /** Above this no muscle moves. Source: DOMAIN 1.14 and DESIGN: the lesser of 8 Hz and a quarter of the rate. */
    private static final double HIGH_HZ = 8;
    /** Three time constants of the low-pass. */
    private static final double SETTLING_SECONDS = 0.1;

    private final Filter lowPass;
    private double first = Double.NaN;
    private double filtered;

    PressureChain(double rateHz) {
        lowPass = Filter.lowPass(2, rateHz, cutoffHz(rateHz));
    }

    static double cutoffHz(double rateHz) {
        return Math.min(HIGH_HZ, rateHz / 4);
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
