package org.pelvi4j.sim;

import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.sim.draw.Draws;

/** Something that happens to a body at random, so many times a minute. Confined to one thread. */
final class Chance {
    private final Draws draws;
    private final double meanMs;
    private final Happening happening;
    private long next;

    Chance(Happening.Kind kind, double perMinute, Draws draws) {
        this.draws = draws;
        this.meanMs = 60_000 / perMinute;
        this.happening = new Happening(kind, Double.NaN);
        this.next = perMinute > 0 ? waiting() : Long.MAX_VALUE;
    }

    private long waiting() {
        return 1 + StrictMath.round(-meanMs * StrictMath.log(1 - draws.uniform()));
    }

    /** Lets it happen when it is due. */
    void step(long ms, Body body, Truth truth) {
        if (ms >= next) {
            next = ms + waiting();
            truth.happened(happening.kind(), ms, body.happen(happening));
        }
    }
}
