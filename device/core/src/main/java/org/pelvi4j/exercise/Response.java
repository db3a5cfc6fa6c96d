package org.pelvi4j.exercise;

/**
 * How a contraction answered its prompt. Source: DOMAIN 1.14. Immutable.
 *
 * @param seconds from the prompt to the onset; negative when the onset came first; NaN when no contraction answered
 * @param anticipated whether it came too early to be an answer, so that it belongs in no mean
 * @param extra how many more contractions began in the same window
 * @param peakEffort the greatest effort, 1 at the person's own maximum; NaN when unknown
 */
public record Response(double seconds, boolean anticipated, int extra, double peakEffort) {
    /** No contraction answered. */
    public static final Response NONE = new Response(Double.NaN, false, 0, Double.NaN);

    /** With the greatest effort seen, unless it has been measured better. */
    Response withPeak(double effort) {
        return Double.isNaN(peakEffort) ? new Response(seconds, anticipated, extra, effort) : this;
    }

    /** With a peak that nobody knows. */
    Response withoutPeak() {
        return new Response(seconds, anticipated, extra, Double.NaN);
    }
}
