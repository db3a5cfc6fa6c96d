package org.pelvi4j.signal;

/**
 * Tells from EMG's samples whether they are chance: at the highest frequencies far stronger than before and, as no mains hum
 * is, and no muscle that is sampled fast enough, as strong there as anywhere. Third differences show the highest frequencies.
 * Confined to one thread.
 */
final class Chaos implements Oddity {
    /**
     * Stronger than before by this much, 34 dB: 100 uV, the strongest of this muscle, above 2 uV, its quietest rest. The
     * strongest of 48 simulated people reaches 14, a limb on the public cases 21. Source: DOMAIN 1.4 and 1.10.
     */
    private static final double TIMES = 50;
    /**
     * Third differences of chance are sqrt(20 / 2) times the first in the mean, 2.3 times in the worst tenth of a second of a
     * thousand at 250 Hz; hum of 60 Hz there has 1.9.
     */
    private static final double WHITE = 2.2;
    /** An electrode pop takes 30 ms, by when the mean over 100 ms has reached a quarter. Source: RELIABILITY E3. */
    private static final double SHARE = 0.4;
    /** Chance gets there within 30 ms, sooner than any contraction is told: nothing is decided on it until it is known. */
    private static final double SUSPECT_SHARE = 0.2;
    /**
     * An input that is dead, or quieter than any amplifier, teaches nothing of rest: 1 uV RMS of chance has third differences of
     * sqrt(20 * 2 / pi) in the mean. Source: DOMAIN 1.10, noise.
     */
    private static final double LEAST_MICROVOLTS = 3.6;
    /** What is usual is known after so many times the time of the mean. */
    private static final double LEARNED = 5;
    /** And followed this slowly. */
    private static final double USUAL_SECONDS = 10;

    private final double follow;
    private final double followSlowly;
    private double lastStep;
    private double lastBend;
    private double meanStep;
    private double meanTwist;
    private double usualTwist;
    private double share;
    private long seen;

    /** With means over 1 / follow samples. */
    Chaos(double follow, double rateHz) {
        this.follow = follow;
        followSlowly = 1 / (USUAL_SECONDS * rateHz);
    }

    @Override
    public void next(double step, boolean garbage) {
        double bend = step - lastStep;
        double twist = Math.abs(bend - lastBend);
        lastStep = step;
        lastBend = bend;
        meanStep += (Math.abs(step) - meanStep) * follow;
        meanTwist += (twist - meanTwist) * follow;
        boolean known = seen * follow > LEARNED;
        boolean wild = known && twist > TIMES * Math.max(LEAST_MICROVOLTS, usualTwist) && meanTwist > WHITE * meanStep;
        share += ((wild ? 1 : 0) - share) * follow;
        if (!garbage && !wild && twist > 0) {
            seen++;
            usualTwist += (twist - usualTwist) * Math.max(followSlowly, 1.0 / seen);
        }
    }

    /** It may be chance, or a knock. */
    @Override
    public boolean suspects() {
        return share > SUSPECT_SHARE;
    }

    @Override
    public boolean isOver(double part) {
        return share > part * SHARE;
    }
}
