package org.pelvi4j.calibration;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.signal.Conditioned;

/** Finds today's rest in the preparation, for a calibration whose reference is known. Confined to one thread. */
final class Resting {
    /** The envelope is slower than a tenth of this. */
    private static final double STEPS_PER_SECOND = 20;
    /** The quietest 5 s. Source: DESIGN 4. */
    private static final double QUIET_SECONDS = 5;

    private final Calibration known;
    private final int every;
    private final long bridged;
    private final Quietest quietest = new Quietest((int) (QUIET_SECONDS * STEPS_PER_SECOND));
    private long left;
    private long lastNumber;
    private int phase;

    Resting(Calibration known, double rateHz, double quietSeconds) {
        this.known = known;
        bridged = Math.round(Quietest.BRIDGED_SECONDS * rateHz);
        every = (int) Math.max(1, Math.round(rateHz / STEPS_PER_SECOND));
        left = Math.round(quietSeconds * rateHz / every);
    }

    /** Takes one instant; gives the calibration once, when the preparation is over. */
    @Nullable
    Calibration next(Conditioned now) {
        if (!now.quality().valid()) {
            return null;
        }
        if (now.number() - lastNumber - 1 > bridged) {
            quietest.cut();
        }
        lastNumber = now.number();
        phase++;
        if (phase < every || left == 0) {
            return null;
        }
        phase = 0;
        left--;
        quietest.next(now.envelope());
        return left == 0 ? known.restedAt(quietest.mean(), quietest.deviation()) : null;
    }
}
