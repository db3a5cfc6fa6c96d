package org.pelvi4j.measure;

import org.pelvi4j.phase.Contraction;

/**
 * How one contraction was. Levels are efforts: 0 at rest, 1 at the person's own maximum; NaN where they cannot be known.
 * Source of the formulas: DOMAIN 1.3 and 1.11. Immutable.
 *
 * @param contraction when it was
 * @param peakEffort the greatest effort, of the envelope smoothed over 0.2 s
 * @param meanEffort the mean effort over the contraction, its first second left out where it is longer than 2 s
 * @param holdSeconds time spent at 75 % of the peak or more
 * @param hold65Seconds time spent at 65 % of the peak or more, for assessments that allow a loss of 35 %
 * @param hold50Seconds time spent at 50 % of it or more
 * @param areaSeconds the integral of effort over time, in seconds at full effort
 * @param variabilityPercent standard deviation over mean, of the same part as the mean
 * @param riseSeconds from 10 to 90 % of the mean effort: a noisy level comes near its greatest late
 * @param fallSeconds from 90 to 10 % of it
 * @param riseRate the steepest rise over 100 ms, effort per second
 * @param sag the slope of the hold, effort per second, negative when it falls
 * @param peakSeconds from the onset to the peak
 * @param verdict what it was, as far as the channels can tell
 */
public record ContractionMetrics(
        Contraction contraction,
        double peakEffort,
        double meanEffort,
        double holdSeconds,
        double hold65Seconds,
        double hold50Seconds,
        double areaSeconds,
        double variabilityPercent,
        double riseSeconds,
        double fallSeconds,
        double riseRate,
        double sag,
        double peakSeconds,
        Verdict verdict) {
    /**
     * The mean slope of the rise: from 10 to 90 % of the mean effort in the rise time.
     *
     * @return effort per second
     */
    public double meanRiseRate() {
        return 0.8 * meanEffort / riseSeconds;
    }

    /**
     * Tells how long it took from the peak until it had let go.
     *
     * @return seconds
     */
    public double afterPeakSeconds() {
        return (contraction.offsetNanos() - contraction.onsetNanos()) / 1e9 - peakSeconds;
    }
}
