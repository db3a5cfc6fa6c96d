package org.pelvi4j.sim.body;

/**
 * Force from drive: a dead time, then second order, critically damped; letting go is later and slower than squeezing.
 * Source: DOMAIN 2.6. Confined to one thread.
 */
final class Force {
    private static final int RISE_DELAY_MS = 30;
    private static final int FALL_DELAY_MS = 60;
    private static final double FALL_FACTOR = 0.7;
    /** A power of two above the longest delay. */
    private static final int HISTORY = 64;

    private final double[] history = new double[HISTORY];
    private final double rise;
    private final double fall;
    private int at;
    private double first;
    private double force;

    Force(double riseRadPerSecond) {
        rise = 1 - StrictMath.exp(-0.001 * riseRadPerSecond);
        fall = 1 - StrictMath.exp(-0.001 * riseRadPerSecond * FALL_FACTOR);
    }

    /** Goes on by 1 ms. The larger of the two delayed drives is the early one while it rises, the late one while it falls. */
    void step(double drive) {
        at = (at + 1) & (HISTORY - 1);
        history[at] = drive;
        double early = history[(at - RISE_DELAY_MS) & (HISTORY - 1)];
        double late = history[(at - FALL_DELAY_MS) & (HISTORY - 1)];
        double input = early > late ? early : late;
        double speed = input >= first ? rise : fall;
        first += speed * (input - first);
        force += speed * (first - force);
    }

    double now() {
        return force;
    }
}
