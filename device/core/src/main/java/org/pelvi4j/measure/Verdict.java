package org.pelvi4j.measure;

/** What a contraction was, as far as the channels can tell. Source: DOMAIN 1.12. Immutable. */
public enum Verdict {
    /** The pelvic floor alone. */
    LIFT,
    /** Straining instead. */
    PUSH,
    /** The pelvic floor and the abdomen together. */
    CO_CONTRACTION,
    /** Between lift and push. */
    MIXED,
    /** A cough. */
    COUGH,
    /** These channels cannot tell. */
    UNKNOWN;

    /** Abdominal effort from which it is straining, or help. */
    private static final double PUSHING = 0.50;

    private static final double HELPING = 0.30;
    /** Pelvic-floor effort from which it takes part. */
    private static final double TAKING_PART = 0.30;
    /** Deep rise over middle rise: up to this a lift, from that on a push. */
    private static final double LIFTING_RATIO = 0.4;

    private static final double PUSHING_RATIO = 0.8;
    /** Shorter, with the abdomen, is a cough. */
    private static final double COUGH_SECONDS = 0.6;
    /** A cough rises faster than the person's own fastest squeeze by this factor. */
    private static final double COUGH_RISES = 5;

    /**
     * By the efforts of the pelvic floor and the abdomen.
     *
     * @param pelvic mean effort of the pelvic floor, 1 at its maximum; may be NaN
     * @param abdominal mean effort of the abdomen, 1 at its maximum; may be NaN
     * @param seconds how long it lasted
     * @return the verdict
     */
    public static Verdict byAbdomen(double pelvic, double abdominal, double seconds) {
        if (abdominal > PUSHING && seconds < COUGH_SECONDS) {
            return COUGH;
        }
        if (abdominal > PUSHING && pelvic < TAKING_PART) {
            return PUSH;
        }
        if (abdominal > HELPING && pelvic >= TAKING_PART) {
            return CO_CONTRACTION;
        }
        return abdominal <= HELPING && pelvic >= TAKING_PART ? LIFT : UNKNOWN;
    }

    /**
     * By the pressures of two zones.
     *
     * @param middleRise rise of the middle zone, in pascal
     * @param deepRise rise of the deep zone, in pascal
     * @param threshold the least rise of the middle zone that says anything, in pascal
     * @param seconds how long it lasted
     * @return the verdict
     */
    public static Verdict byZones(double middleRise, double deepRise, double threshold, double seconds) {
        if (!(middleRise >= threshold) || Double.isNaN(deepRise)) {
            return UNKNOWN;
        }
        double ratio = deepRise / middleRise;
        if (ratio > PUSHING_RATIO) {
            return seconds < COUGH_SECONDS ? COUGH : PUSH;
        }
        return ratio < LIFTING_RATIO ? LIFT : MIXED;
    }

    /**
     * By one channel, which can tell a cough at most.
     *
     * @param riseRate how fast it rose
     * @param usualRiseRate the fastest of the person's own squeezes; NaN when it is not known
     * @param seconds how long it lasted
     * @param prompted whether a contraction had been asked for
     * @return COUGH or UNKNOWN
     */
    public static Verdict alone(double riseRate, double usualRiseRate, double seconds, boolean prompted) {
        boolean fast = riseRate > COUGH_RISES * usualRiseRate;
        return fast || (seconds < COUGH_SECONDS && !prompted) ? COUGH : UNKNOWN;
    }
}
