package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.draw.Rotation;

/** Breath after breath, each of its own length: -1 out to 1 in. Source: DOMAIN 2.7. Confined to one thread. */
final class Breathing {
    /** Jitter of one breath's length. Source: DOMAIN 2.7. */
    private static final double JITTER = 0.1;

    private final Draws draws;
    private final double periodMs;
    private final Rotation turn = new Rotation(0, 0);
    private int left;

    Breathing(Draws draws) {
        this.draws = draws;
        this.periodMs = 1000 / draws.uniform(0.2, 0.3);
        this.left = (int) (periodMs * draws.uniform());
        turn.turnBy(1 / periodMs);
    }

    double step() {
        if (left-- == 0) {
            double factor = 1 + JITTER * StrictMath.max(-2.5, StrictMath.min(2.5, draws.gaussian()));
            left = (int) (periodMs * factor);
            turn.turnBy(1 / (periodMs * factor));
        }
        return turn.step();
    }
}
