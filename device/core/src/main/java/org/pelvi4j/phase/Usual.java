package org.pelvi4j.phase;

/** What this person's contractions look like, in log power, once some have been seen. Confined to one thread. */
final class Usual {
    /** Least rise of the short level: 3 dB, power doubled. */
    static final double LEAST_RISE = 0.7;
    /** Most that is asked of an unknown person: 11 dB. */
    private static final double MOST_RISE = 2.5;
    /** Once contractions are known, the threshold lies between these shares of their rise. */
    private static final double LOW = 0.2;

    private static final double HIGH = 0.65;
    /** But never lower than this below their plateau: 14 dB, 20 % of the amplitude. */
    private static final double BELOW_PLATEAU = 3.2;
    /** An amplitude below this share of the usual one is none of this person's contractions. */
    private static final double FAINT = 0.12;
    /** How fast it follows a stronger and a weaker contraction. */
    private static final double STRONGER = 0.35;

    private static final double WEAKER = 0.2;

    private final double leastRise;
    private double plateau = Double.NaN;

    /** Nothing that rises by less is a contraction, where a calibration says so; else 0. */
    Usual(double leastRise) {
        this.leastRise = leastRise;
    }

    /** A threshold's rise above rest, kept within what is known. */
    double bounded(double rise, double rest) {
        double asked = Math.max(rise, leastRise);
        if (Double.isNaN(plateau)) {
            return Math.min(asked, MOST_RISE);
        }
        double range = Math.max(0, plateau - rest);
        double least = Math.max(LOW * range, range - BELOW_PLATEAU);
        double most = Math.max(LEAST_RISE, Math.max(HIGH * range, range - BELOW_PLATEAU));
        return Math.max(Math.min(asked, most), least);
    }

    boolean faint(double level) {
        return level - plateau < 2 * StrictMath.log(FAINT);
    }

    void learn(double level) {
        double follow = level > plateau ? STRONGER : WEAKER;
        plateau = Double.isNaN(plateau) ? level : plateau + (level - plateau) * follow;
    }
}
