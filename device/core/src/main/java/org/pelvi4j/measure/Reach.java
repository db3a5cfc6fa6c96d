package org.pelvi4j.measure;

/**
 * How long it took from a prompt to contract, or to let go, by the two rules in use. Source: DOMAIN 1.3. Immutable.
 *
 * @param clinicalSeconds until 75 % of the previous work's mean, or below 37.5 % of it; infinite when not while it was
 *     looked for, NaN without a previous work
 * @param researchSeconds until above, or below, rest's mean and 3 standard deviations; infinite when not while it was
 *     looked for, NaN without a scale
 */
public record Reach(double clinicalSeconds, double researchSeconds) {
    /** Longer, and the trial counts in no mean. Source: DOMAIN 1.3 [LEV]. */
    private static final double LONGEST_SECONDS = 2;

    /** Nothing is known. */
    public static final Reach NONE = new Reach(Double.NaN, Double.NaN);

    /**
     * Tells whether a time counts in a mean.
     *
     * @param seconds one of the two
     * @return whether it is known and at most 2 s
     */
    public static boolean valid(double seconds) {
        return seconds <= LONGEST_SECONDS;
    }
}
