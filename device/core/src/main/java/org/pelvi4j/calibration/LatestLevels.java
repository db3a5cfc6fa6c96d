package org.pelvi4j.calibration;

import java.util.Arrays;

/** The newest levels before a trial. Confined to one thread. */
final class LatestLevels {
    private final double[] levels;
    private final int least;
    private int count;

    /** Keeps so many; fewer than the least say nothing. */
    LatestLevels(int kept, int least) {
        levels = new double[kept];
        this.least = least;
    }

    void clear() {
        count = 0;
    }

    void add(double level) {
        levels[count % levels.length] = level;
        count++;
    }

    /** The middle of them; something else where there are too few. */
    double middle(double otherwise) {
        if (count < least) {
            return otherwise;
        }
        double[] sorted = Arrays.copyOf(levels, Math.min(count, levels.length));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
