package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.draw.SlowNoise;

/** How tired the muscle is, and what that does to force, EMG and tremor. Source: DOMAIN 2.8. Confined to one thread. */
final class Fatigue {
    /** Independent wander of the spectrum, so that it is not in step with the force. Source: DOMAIN 2.8, [ACH]. */
    private static final double SPECTRUM_WANDER = 0.05;

    private static final double WANDER_HZ = 0.05;

    private final double buildPerStep;
    private final double keepPerStep;
    private final SlowNoise wander;
    private double w;
    private double wandering;

    Fatigue(MuscleTraits traits, Draws draws) {
        buildPerStep = 0.001 / traits.fatigueSeconds();
        keepPerStep = 1 - 0.001 / traits.recoverySeconds();
        wander = SlowNoise.below(draws, WANDER_HZ);
        w = traits.startFatigue();
    }

    void step(double drive) {
        w = w * keepPerStep + (drive > 0.3 ? (drive - 0.3) * buildPerStep : 0);
        wandering = wander.step();
    }

    double level() {
        return w;
    }

    /** The most force that can be reached, 1 when fresh. */
    double capacity() {
        return 1 - 0.5 * StrictMath.min(w, 1);
    }

    /** Factor on the EMG's amplitude: more for the same effort at middling drive, less at full drive. */
    double emgGain(double drive) {
        double most = 1 + 0.2 * w;
        if (drive <= 0.6) {
            return most;
        }
        double least = 1 - 0.3 * StrictMath.min(w, 1);
        return drive >= 1 ? least : most + (least - most) * (drive - 0.6) / 0.4;
    }

    /** Factor on the corners of the EMG's spectrum. */
    double spectrum() {
        double sinking = 1 - 0.25 * StrictMath.min(w, 1);
        return sinking * (1 + SPECTRUM_WANDER * wandering);
    }
}
