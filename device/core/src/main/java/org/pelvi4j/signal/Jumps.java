package org.pelvi4j.signal;

/**
 * Tells from a pressure's steps whether it goes up and down again from sample to sample, as no muscle does. Confined to one
 * thread.
 */
final class Jumps implements Oddity {
    /** By so many times of what the pressure usually does, */
    private static final double TIMES = 40;
    /** and by 2 cmH2O, which would be a squeeze. Source: DOMAIN 1.14. */
    private static final double LEAST_PASCAL = 196;
    /**
     * Of chance, two samples in three are turns, of chance between two levels one in two; of a cough on a slow converter, one
     * in its whole length.
     */
    private static final double SHARE = 0.3;
    /** What is usual is known after so many times the time of the mean. */
    private static final double LEARNED = 5;
    /** And followed this slowly. */
    private static final double USUAL_SECONDS = 10;

    private final double follow;
    private final double followSlowly;
    private double lastStep;
    private double usualTurn;
    private double share;
    private long seen;

    /** With a mean over 1 / follow samples. */
    Jumps(double follow, double rateHz) {
        this.follow = follow;
        followSlowly = 1 / (USUAL_SECONDS * rateHz);
    }

    @Override
    public void next(double step, boolean garbage) {
        double turn = step * lastStep < 0 ? Math.min(Math.abs(step), Math.abs(lastStep)) : 0;
        seen++;
        boolean jumps = seen * follow > LEARNED && turn > Math.max(LEAST_PASCAL, TIMES * usualTurn);
        share += ((jumps ? 1 : 0) - share) * follow;
        if (!garbage && !jumps) {
            usualTurn += (turn - usualTurn) * Math.max(followSlowly, 1.0 / seen);
        }
        // Chance between two levels often stays; up, still and down is a turn, too.
        lastStep = step == 0 ? lastStep : step;
    }

    /** Never: a jump is one as soon as it turns. */
    @Override
    public boolean suspects() {
        return false;
    }

    @Override
    public boolean isOver(double part) {
        return share > part * SHARE;
    }
}
