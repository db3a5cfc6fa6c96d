package org.pelvi4j.calibration;

import org.jspecify.annotations.Nullable;

/**
 * What came of measuring: a calibration, or the reason why there is none; then the old one stays. Immutable.
 *
 * @param calibration the new one; null when it was refused
 * @param refusal why it was refused; null when it was not
 * @param flicker whether it is so weak that any rise of 3 standard deviations counts as a success
 * @param advice one line for the therapist, or empty
 */
public record Measured(
        @Nullable Calibration calibration, @Nullable Refusal refusal, boolean flicker, String advice) {
    /** Why there is no calibration. */
    public enum Refusal {
        /** Rest was shorter than 15 s, or a trial shorter than 3 s. */
        TOO_SHORT,
        /** The signal was gone or bad for a part of it. */
        SIGNAL_LOST,
        /** Nothing rose in any trial. */
        NEVER_CONTRACTED,
        /** Between the trials the level was far below what was called rest. */
        NEVER_RESTED,
        /** The level falls when it should rise: the sign is turned. */
        SIGN_FLIPPED,
        /** The best two trials differ by more than a fifth: a fourth is needed. */
        ONE_MORE_TRIAL
    }

    static Measured refused(Refusal why, String advice) {
        return new Measured(null, why, false, advice);
    }
}
