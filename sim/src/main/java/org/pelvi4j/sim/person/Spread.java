package org.pelvi4j.sim.person;

import org.pelvi4j.sim.draw.Draws;

/**
 * A positive quantity that differs between people: log-normal with a given mean and deviation, clipped at 2.5 of them.
 * Source: DOMAIN 2.9. Immutable.
 *
 * @param mean of the people
 * @param deviation between them; 0 for none
 */
record Spread(double mean, double deviation) {
    private static final double CLIP = 2.5;

    double draw(Draws draws) {
        double z = StrictMath.max(-CLIP, StrictMath.min(CLIP, draws.gaussian()));
        if (mean == 0) {
            return 0;
        }
        double variance = StrictMath.log(1 + deviation * deviation / (mean * mean));
        return mean * StrictMath.exp(z * StrictMath.sqrt(variance) - variance / 2);
    }
}
