package org.pelvi4j.sim.port;

/** What presses on a virtual sensor. */
@FunctionalInterface
public interface Pressures {
    /**
     * Tells a pressure.
     *
     * @param atNanos when, not before an earlier question
     * @return pascal, as the sensor counts it: gauge or absolute
     */
    double pascal(long atNanos);
}
