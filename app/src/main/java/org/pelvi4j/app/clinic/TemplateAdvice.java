package org.pelvi4j.app.clinic;

/**
 * Which template to begin with, as a proposal that the physiotherapist takes or changes. Source: the templates are DOMAIN
 * 1.5's, that a hold's length chooses among them is DOMAIN 1.2's use of E; the limits are ours. Immutable.
 *
 * @param programme a template's id
 * @param reason why, as a key of texts
 */
public record TemplateAdvice(String programme, String reason) {
    /**
     * From the cue until home. A quick release takes 0.25 s to react, 0.3 s to fall and 0.15 s of window, a slow one 1.3 s and
     * more. Source of the parts: DOMAIN 2.2, 2.9, 1.10; the limit between them is ours.
     */
    private static final double SLOW_RELEASE_SECONDS = 1.0;

    /** Somebody who holds less cannot do the lift of 5 s. Source: DOMAIN 1.5. */
    private static final double SHORT_HOLD_SECONDS = 5;

    private static final double LONG_HOLD_SECONDS = 9;

    /**
     * What the strongest squeezes were. Immutable.
     *
     * @param flicker hardly there
     * @param push judged to be pushing: strength is nothing to train before the lift is learned
     */
    public record Found(boolean flicker, boolean push) {}

    /**
     * Proposes one.
     *
     * @param found what the strongest squeezes were
     * @param holdSeconds time at 75 % of the peak or above in the longest hold asked for; NaN when unknown
     * @param askedSeconds how long that hold was to be
     * @param releaseSeconds median time to let go; NaN when unknown
     * @return the proposal
     */
    public static TemplateAdvice of(Found found, double holdSeconds, double askedSeconds, double releaseSeconds) {
        if (found.push()) {
            return new TemplateAdvice("beginner", "setup.advice.push");
        }
        if (releaseSeconds > SLOW_RELEASE_SECONDS) {
            return new TemplateAdvice("downtrain", "setup.advice.release");
        }
        if (found.flicker() || holdSeconds < Math.min(SHORT_HOLD_SECONDS, 0.7 * askedSeconds)) {
            return new TemplateAdvice("beginner", found.flicker() ? "setup.advice.flicker" : "setup.advice.short");
        }
        if (holdSeconds >= LONG_HOLD_SECONDS) {
            return new TemplateAdvice("long-10-10", "setup.advice.long");
        }
        return new TemplateAdvice("lift-3min", "setup.advice.usual");
    }
}
