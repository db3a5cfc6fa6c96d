package org.pelvi4j.sim.port;

/** What is at the inputs of a virtual converter. */
@FunctionalInterface
public interface Voltages {
    /**
     * Tells a voltage.
     *
     * @param input the converter's input, from 0
     * @param atNanos when, not before an earlier question
     * @return volts against ground
     */
    double volts(int input, long atNanos);
}
