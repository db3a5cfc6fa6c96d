package org.pelvi4j.sim.fault;

import org.pelvi4j.sim.draw.Draws;

/** Faults of what a sensor measures. Confined to one thread. */
public final class SampleFaults {
    private final Faults faults;
    private final Draws draws;
    private final double[] held;

    /**
     * Creates it.
     *
     * @param faults which are on
     * @param draws for the random ones
     * @param channels how many the sensor has
     */
    public SampleFaults(Faults faults, Draws draws, int channels) {
        this.faults = faults;
        this.draws = draws;
        this.held = new double[channels];
    }

    /**
     * Spoils the values of one instant.
     *
     * @param values changed in place
     * @return whether any was changed
     */
    public boolean spoil(double[] values) {
        boolean changed = false;
        for (int i = 0; i < held.length; i++) {
            double spoilt = faults.any() ? spoilt(i + 1, values[i]) : values[i];
            changed |= spoilt != values[i];
            values[i] = spoilt;
            held[i] = spoilt;
        }
        return changed;
    }

    private double spoilt(int channel, double value) {
        double wrong = faults.amount(FaultKind.WRONG, channel);
        double garbage = faults.amount(FaultKind.GARBAGE, channel);
        double rail = faults.amount(FaultKind.RAIL, channel);
        double spoilt = Double.isNaN(wrong) ? value : value * wrong;
        if (!Double.isNaN(garbage)) {
            spoilt = draws.uniform(-garbage, garbage);
        }
        if (!Double.isNaN(rail)) {
            spoilt = rail < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (!Double.isNaN(faults.amount(FaultKind.STUCK, channel))) {
            spoilt = held[channel - 1];
        }
        return Double.isNaN(faults.amount(FaultKind.OFF, channel)) ? spoilt : 0;
    }
}
