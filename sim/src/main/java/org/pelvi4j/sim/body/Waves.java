package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.draw.Rotation;

/** Breath after breath, or another slow wave: a sine whose every period has its own length. Confined to one thread. */
final class Waves {
    /** Jitter of one period. Source: DOMAIN 2.7. */
    private static final double JITTER = 0.1;

    private final Draws draws;
    private final double periodMs;
    private final Rotation turn;
    private int left;

    Waves(Draws draws, double lowHz, double highHz) {
        this.draws = draws;
        this.periodMs = 1000 / draws.uniform(lowHz, highHz);
        double phase = draws.uniform();
        this.turn = new Rotation(1 / periodMs, phase);
        this.left = (int) (periodMs * (1 - phase));
    }

    /** Goes on by 1 ms: -1 to 1. */
    double step() {
        if (left-- <= 0) {
            double factor = 1 + JITTER * StrictMath.max(-2.5, StrictMath.min(2.5, draws.gaussian()));
            left = (int) (periodMs * factor);
            turn.turnBy(1 / (periodMs * factor));
        }
        return turn.step();
    }
}
