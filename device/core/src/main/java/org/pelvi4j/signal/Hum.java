package org.pelvi4j.signal;

import org.pelvi4j.filter.MovingMean;

/**
 * Tells from the mains hum whether the electrode is off: then hum is many times what is left without it, and many times
 * what it was. And whether an electrode that is on hums more than one should. Confined to one thread.
 */
final class Hum {
    /** Hum and rest are compared over this time. Source: RELIABILITY E8, BAD within 1 s. */
    private static final double WINDOW_SECONDS = 0.3;
    /** Off for certain: hum is 50 to 500 uV there and the amplifier's noise 0.5 to 2. Source: DOMAIN 2.7. */
    private static final double CERTAIN = 25;
    /** Off if hum is this many times the rest and this many times what it usually is. */
    private static final double LIKELY = 8;

    private static final double RISEN = 6;
    /** The usual hum is followed this slowly. */
    private static final double USUAL_SECONDS = 10;
    /** Contact is back when the ratio has fallen to this share. */
    private static final double BACK = 0.5;

    /** Contact is poor above this; good contact hums with 0.5 to 5 uV. Source: DOMAIN 2.7. */
    private static final double GOOD_MICROVOLTS = 5;
    /** So long without a break: hum stays, while a contraction, whose share in the lines counts too, lets go. */
    private static final double STAYS_SECONDS = 3;

    private final MovingMean before;
    private final MovingMean after;
    private final double follow;
    private final long staying;
    private double usual = Double.NaN;
    private boolean off;
    private long stayed;

    Hum(double rateHz) {
        before = MovingMean.over(rateHz, WINDOW_SECONDS);
        after = MovingMean.over(rateHz, WINDOW_SECONDS);
        staying = Math.round(STAYS_SECONDS * rateHz);
        follow = 1 / (USUAL_SECONDS * rateHz);
    }

    /** Takes the signal before and after the line filters; tells whether the electrode is off. */
    boolean off(double with, double without) {
        double power = before.next(with * with);
        double rest = after.next(without * without);
        if (!after.full()) {
            return off;
        }
        double hum = Math.sqrt(Math.max(0, power - rest));
        double floor = Math.sqrt(rest);
        double share = off ? BACK : 1;
        boolean risen = !Double.isNaN(usual) && hum > share * RISEN * usual;
        off = hum > share * CERTAIN * floor || (hum > share * LIKELY * floor && risen);
        if (!off) {
            usual = Double.isNaN(usual) ? hum : usual + (hum - usual) * follow;
        }
        // More than all that is left without it, as nothing of the body is.
        stayed = !off && hum > GOOD_MICROVOLTS && hum > floor ? stayed + 1 : 0;
        return off;
    }

    /** Whether hum is strong, and has been for a while, with the electrode on. */
    boolean strong() {
        return stayed >= staying;
    }

    void reset() {
        before.reset();
        after.reset();
        stayed = 0;
    }
}
