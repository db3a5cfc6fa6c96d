package org.pelvi4j.calibration;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.signal.Conditioned;

/** Finds today's rest in the preparation, for a calibration whose reference is known. Confined to one thread. */
final class Resting {
    private final Calibration known;
    private final Quietest quietest;

    Resting(Calibration known, double rateHz, double quietSeconds) {
        this.known = known;
        quietest = new Quietest(rateHz, quietSeconds);
    }

    /** Takes one instant; gives the calibration once, when the preparation is over. */
    @Nullable
    Calibration next(Conditioned now) {
        return quietest.ends(now) ? known.restedAt(quietest.mean(), quietest.deviation()) : null;
    }
}
