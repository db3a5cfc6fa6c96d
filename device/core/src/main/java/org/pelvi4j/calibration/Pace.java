package org.pelvi4j.calibration;

/** Which instants are looked at where the envelope is all that counts: about 20 a second. Confined to one thread. */
final class Pace {
    /** The envelope is slower than a tenth of this. */
    private static final double STEPS_PER_SECOND = 20;

    private final int every;
    private final double perSecond;
    private int phase;

    Pace(double rateHz) {
        every = (int) Math.max(1, Math.round(rateHz / STEPS_PER_SECOND));
        perSecond = rateHz / every;
    }

    /** Whether this instant is looked at; asked once for each. */
    boolean due() {
        phase++;
        if (phase < every) {
            return false;
        }
        phase = 0;
        return true;
    }

    /** How many are looked at in a second, a slow sensor's all. */
    double perSecond() {
        return perSecond;
    }

    /** How many of them are looked at in a time. */
    int steps(double seconds) {
        return (int) Math.max(1, Math.round(seconds * perSecond));
    }
}
