package org.pelvi4j.calibration;

import java.time.Duration;
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

    /** Source: DOMAIN 1.8. */
    private static final double FLICKER_NOISES = 4;
    /** A reference is measured anew after this long. Source: DOMAIN 1.16. */
    private static final Duration LIFE = Duration.ofDays(14);
    /** Rest may differ from last time by this share of the range. Source: DOMAIN 1.14, drift warning. */
    private static final double SAME_REST = 0.15;

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

    /**
     * Tells whether the strongest contraction is hardly there: less than 4 standard deviations of rest above it. Then any
     * rise of 3 counts as a success. Source: DOMAIN 1.8.
     *
     * @return whether it is a flicker
     */
    public boolean flicker() {
        return reference - rest < FLICKER_NOISES * noise;
    }

    /**
     * The same with today's rest: the reference of EMG, and of its envelope, stays, since an amplitude has a zero and noise
     * adds to it in power; a pressure's moves along, since it has none of its own. Source: DOMAIN 1.8, 1.16.
     *
     * @param level today's level at rest
     * @param spread today's standard deviation at rest
     * @return a calibration; this one when today's rest lies at the reference or above
     */
    public Calibration restedAt(double level, double spread) {
        double top = signal == Signal.PRESSURE ? reference + level - rest : reference;
        return top > level && spread >= 0 ? new Calibration(signal, level, spread, top, how, when, probe) : this;
    }

    /**
     * Tells whether the reference has to be measured anew.
     *
     * @param now the calendar
     * @param probe the probe in use
     * @return true after 14 days or with another probe
     */
    public boolean expired(Instant now, String probe) {
        return !this.probe.equals(probe) || Duration.between(when, now).compareTo(LIFE) >= 0;
    }

    /**
     * Tells whether rest today is not what it was.
     *
     * @param restToday the level at rest today
     * @return true when it differs by more than 15 % of the range
     */
    public boolean differs(double restToday) {
        return !(Math.abs(restToday - rest) <= SAME_REST * (reference - rest));
    }
}
