package org.pelvi4j.calibration;

import org.pelvi4j.filter.MovingMean;

/** Finds the first contractions after the preparation, coarsely, and how strong they were. Confined to one thread. */
final class Teaching {
    /** A rise this far above rest's own deviation is no rest. Source: DOMAIN 1.14, 3 SD, and one for the unknown scale. */
    private static final double RISE = 4;
    /** Let go: below this share of the level reached. Source: DOMAIN 1.3, the 37.5 % rule. */
    private static final double RELEASED = 0.375;
    /** A cough or a knock is over by then. Source: DOMAIN 2.7, coughs last 0.15 to 0.4 s. */
    private static final double LEAST_SECONDS = 0.5;

    private final int least;
    private final MovingMean second;
    private double level;
    private double running;
    private double sum;
    private int length;
    private int reps;

    Teaching(double stepsPerSecond) {
        least = (int) Math.round(LEAST_SECONDS * stepsPerSecond);
        second = MovingMean.over(stepsPerSecond, 1);
    }

    /** Takes the rise above rest; tells whether a contraction has just ended. */
    boolean next(double rise, double deviation) {
        double mean = second.next(rise);
        boolean up = rise > RISE * deviation && rise > RELEASED * running;
        if (up) {
            length++;
            sum += rise;
            running = Math.max(running, reached(mean));
            return false;
        }
        boolean ended = length >= least;
        if (ended) {
            level = (level * reps + running) / (reps + 1);
            reps++;
        }
        length = 0;
        sum = 0;
        running = 0;
        return ended;
    }

    /** The mean of the last second, or of the whole while it is shorter; nothing while it may be a knock. */
    private double reached(double lastSecond) {
        if (length < least) {
            return 0;
        }
        return length < 2 * least ? sum / length : lastSecond;
    }

    /** The mean rise of the contractions so far, or of the one that goes on. */
    double level() {
        return reps == 0 ? running : level;
    }

    int reps() {
        return reps;
    }
}
