package org.pelvi4j.sim.body;

import java.util.function.DoubleUnaryOperator;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.draw.Rotation;

/**
 * Hum of the mains with its third and fifth harmonics, made at the device's own rate: a sampled sine folds by itself, and
 * what the device's filter does to it is one factor per harmonic. Source: DOMAIN 2.7. Confined to one thread.
 */
public final class Mains {
    private static final double WANDER_HZ = 0.05;

    private final Rotation fundamental;
    private final double first;
    private final double third;
    private final double fifth;

    /**
     * Starts at a random phase, up to 0.05 Hz off.
     *
     * @param draws where its numbers come from
     * @param mainsHz 50 or 60
     * @param rateHz the device's rate
     * @param gain the device's gain at a frequency
     */
    public Mains(Draws draws, double mainsHz, double rateHz, DoubleUnaryOperator gain) {
        double hz = mainsHz + draws.uniform(-WANDER_HZ, WANDER_HZ);
        fundamental = new Rotation(hz / rateHz, draws.uniform());
        first = gain.applyAsDouble(hz);
        third = 0.2 * gain.applyAsDouble(3 * hz);
        fifth = 0.1 * gain.applyAsDouble(5 * hz);
    }

    /**
     * The next sample, by multiple angles of one rotation.
     *
     * @return hum of amplitude 1, before the device's filter
     */
    public double next() {
        double s = fundamental.step();
        double square = s * s;
        double three = s * (3 - 4 * square);
        double five = s * (5 - 20 * square + 16 * square * square);
        return first * s + third * three + fifth * five;
    }
}
