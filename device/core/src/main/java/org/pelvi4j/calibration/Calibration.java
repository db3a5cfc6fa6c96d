package org.pelvi4j.calibration;

import java.time.Instant;
import org.pelvi4j.sensor.Signal;

/**
 * What one person's rest and maximum are with one probe. Levels are relative to it; no absolute value is good or bad.
 * Immutable.
 *
 * @param signal what was measured, and so the unit of the three levels
 * @param rest the envelope's level at rest
 * @param noise the envelope's standard deviation at rest
 * @param reference the envelope's level that counts as 100 %
 * @param how how the reference was found
 * @param when when it was measured, a label
 * @param probe which probe, free text, possibly empty
 */
public record Calibration(
        Signal signal, double rest, double noise, double reference, How how, Instant when, String probe) {
    /** How a reference was found. */
    public enum How {
        /** The mean of the best 3 s of the best two of three maximal contractions. Source: DOMAIN 1.8. */
        MAXIMAL,
        /** A comfortable contraction that counts as 50 %. Source: DOMAIN 1.8. */
        SUBMAXIMAL,
        /** From the first repetitions of a practice without a calibration. */
        LEARNED
    }

    /** Checks the levels. */
    public Calibration {
        if (!(noise >= 0) || !Double.isFinite(rest)) {
            throw new IllegalArgumentException("noise: expected 0 or more but was " + noise + " at rest " + rest);
        }
        if (!(reference > rest) || Double.isInfinite(reference)) {
            throw new IllegalArgumentException("reference: expected more than rest " + rest + " but was " + reference);
        }
    }

    /**
     * Scales a level.
     *
     * @param envelope in the signal's unit
     * @return 0 at rest, 1 at the reference
     */
    public double effort(double envelope) {
        return (envelope - rest) / (reference - rest);
    }

    /**
     * The effort above which a contraction has begun: the larger of 3 noises and 20 % (EMG) or 15 % (pressure). Source:
     * DOMAIN 1.14; its floors in absolute units are the detector's business.
     *
     * @return effort, more than {@link #homeEffort()}
     */
    public double onEffort() {
        return Math.max(3 * noise / (reference - rest), signal == Signal.EMG ? 0.20 : 0.15);
    }

    /**
     * The effort up to which the muscle is at home, which is the off threshold: the larger of 2 noises and 12 % (EMG) or
     * 10 % (pressure). Source: DOMAIN 1.14.
     *
     * @return effort
     */
    public double homeEffort() {
        return Math.max(2 * noise / (reference - rest), signal == Signal.EMG ? 0.12 : 0.10);
    }
}
