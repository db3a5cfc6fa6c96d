package org.pelvi4j.calibration;

import java.util.Arrays;

/**
 * What rest was measured to be. Source: DOMAIN 1.7. Immutable.
 *
 * @param level the median of the quietest window
 * @param noise the standard deviation in it
 * @param low the 5th percentile of the whole measurement
 * @param high the 95th percentile of it
 * @param breathing the swing from breath to breath: 90 % of the quietest window lies within it
 */
public record RestLevel(double level, double noise, double low, double high, double breathing) {
    /** Nothing was measured. */
    static final RestLevel UNKNOWN = new RestLevel(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Left out at the beginning. Source: DOMAIN 1.7. */
    private static final double DROPPED_SECONDS = 5;
    /** The quietest stretch. Source: DOMAIN 1.7, 10 to 20 s. */
    private static final double QUIET_SECONDS = 10;

    private static final double LOW_SHARE = 0.05;
    private static final double HIGH_SHARE = 0.95;

    /** Of the levels of a whole rest, so many per second; {@link #UNKNOWN} where it was shorter than 15 s. */
    static RestLevel of(double[] levels, double perSecond) {
        int from = (int) Math.round(DROPPED_SECONDS * perSecond);
        int window = (int) Math.round(QUIET_SECONDS * perSecond);
        if (levels.length < from + window) {
            return UNKNOWN;
        }
        int quietest = from;
        double least = mean(levels, from, from + window);
        for (int i = from + 1; i + window <= levels.length; i++) {
            double mean = mean(levels, i, i + window);
            if (mean < least) {
                least = mean;
                quietest = i;
            }
        }
        double[] quiet = Arrays.copyOfRange(levels, quietest, quietest + window);
        double[] all = Arrays.copyOfRange(levels, from, levels.length);
        double noise = deviation(quiet);
        Arrays.sort(quiet);
        Arrays.sort(all);
        return new RestLevel(
                quiet[window / 2],
                noise,
                at(all, LOW_SHARE),
                at(all, HIGH_SHARE),
                at(quiet, HIGH_SHARE) - at(quiet, LOW_SHARE));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    static double mean(double[] of, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += of[i];
        }
        return sum / (to - from);
    }

    private static double deviation(double[] of) {
        double mean = mean(of, 0, of.length);
        double squares = 0;
        for (double value : of) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / of.length);
    }
}
