package org.pelvi4j.measure;

/**
 * What the level was in a stretch of time that a programme names, such as the work of a repetition or an assessment's
 * segment. Microvolt RMS for EMG; for pressure pascal, above rest where a contraction was asked for and as it is where
 * rest was. NaN where there is too little to tell. Source of the formulas: DOMAIN 1.3, 1.11. Immutable.
 *
 * @param seconds how long it was
 * @param mean the mean; its first second left out where it is longer than 2 s
 * @param deviation the standard deviation of the same part
 * @param blockDeviation mean absolute deviation inside each 1 s block, as clinical units print it
 * @param peak the greatest mean over 0.2 s; of a rest without its first second, in which the last contraction ends
 * @param sag the slope of the same part as the mean, per second
 * @param sagPercent the same, percent per second of where its line begins: a weak squeeze has little to lose
 * @param medianHz the median frequency; NaN where it would mean nothing, see {@link Spectrum#meaningful}
 * @param medianSlope its slope, hertz per second; secondary, as all frequencies are
 * @param medianSlopePercent the same, percent per second of where its line begins
 */
public record WindowMetrics(
        double seconds,
        double mean,
        double deviation,
        double blockDeviation,
        double peak,
        double sag,
        double sagPercent,
        double medianHz,
        double medianSlope,
        double medianSlopePercent) {
    /** Nothing was seen. */
    public static final WindowMetrics NONE = new WindowMetrics(
            0,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);

    /**
     * The variability: 100 times standard deviation over mean.
     *
     * @return percent
     */
    public double variabilityPercent() {
        return 100 * deviation / mean;
    }
}
