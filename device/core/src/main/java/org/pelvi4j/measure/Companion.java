package org.pelvi4j.measure;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalSink;

/**
 * The second channel beside the first: tells of each contraction what it was. It sees the second channel's signal as
 * a {@link SignalSink} and the first one's as an {@link EffortSink}. Confined to one thread.
 */
public final class Companion implements SignalSink, EffortSink {
    private static final double STEPS_PER_SECOND = 50;
    private static final double LONGEST_SECONDS = 120;
    /** The base of a rise is what was from 1 to 0.2 s before it. */
    private static final long BASE_FROM_NANOS = 1_000_000_000L;

    private static final long BASE_UNTIL_NANOS = 200_000_000L;
    /** Least rise of the middle zone: 2 cmH2O. Source: DOMAIN 1.14. */
    private static final double LEAST_PASCAL = 196;

    private final @Nullable Calibration abdomen;
    private final boolean zones;
    private final Track first;
    private final Track second;
    private double threshold = LEAST_PASCAL;
    private @Nullable Calibration scale;

    private Companion(double rateHz, @Nullable Calibration abdomen, boolean zones) {
        this.abdomen = abdomen;
        this.zones = zones;
        first = new Track(rateHz, STEPS_PER_SECOND, LONGEST_SECONDS);
        second = new Track(rateHz, STEPS_PER_SECOND, LONGEST_SECONDS);
    }

    /**
     * Abdominal EMG beside the pelvic floor's.
     *
     * @param rateHz samples per second
     * @param abdomen the abdomen's own rest and maximum; null when they are not known: then it tells nothing
     * @return the companion
     */
    public static Companion abdominal(double rateHz, @Nullable Calibration abdomen) {
        return new Companion(rateHz, abdomen, false);
    }

    /**
     * The deep pressure zone beside the middle one.
     *
     * @param rateHz samples per second
     * @return the companion
     */
    public static Companion deep(double rateHz) {
        return new Companion(rateHz, null, true);
    }

    @Override
    public void signal(Conditioned now) {
        if (now.quality().valid()) {
            second.add(now.envelope(), now);
        }
    }

    @Override
    public void effort(double effort, Conditioned signal) {
        if (signal.quality().valid()) {
            first.add(signal.envelope(), signal);
        }
    }

    @Override
    public void scale(Calibration newest, boolean fixed) {
        scale = newest;
        threshold = Math.max(LEAST_PASCAL, newest.onEffort() * (newest.reference() - newest.rest()));
    }

    /**
     * Tells what a contraction was.
     *
     * @param contraction one whose edges are placed
     * @return the verdict; {@link Verdict#UNKNOWN} where the channels cannot tell
     */
    public Verdict of(Contraction contraction) {
        return between(contraction.onsetNanos(), contraction.offsetNanos());
    }

    /** The same of any stretch of time: who strains instead may contract nothing that is found. */
    Verdict between(long fromNanos, long untilNanos) {
        double seconds = (untilNanos - fromNanos) / 1e9;
        if (zones) {
            return Verdict.byZones(
                    rise(first, fromNanos, untilNanos), rise(second, fromNanos, untilNanos), threshold, seconds);
        }
        if (abdomen == null) {
            return Verdict.UNKNOWN;
        }
        Calibration known = scale;
        double pelvic = known == null
                ? Double.NaN
                : known.effort(first.between(fromNanos, untilNanos).mean());
        double abdominal = abdomen.effort(second.between(fromNanos, untilNanos).mean());
        return Verdict.byAbdomen(pelvic, abdominal, seconds);
    }

    /** The second channel in a stretch of time: where a cough shows best. */
    Curve second(long fromNanos, long untilNanos) {
        return second.between(fromNanos, untilNanos);
    }

    private static double rise(Track track, long fromNanos, long untilNanos) {
        double base = track.between(fromNanos - BASE_FROM_NANOS, fromNanos - BASE_UNTIL_NANOS)
                .mean();
        return track.between(fromNanos, untilNanos).mean() - base;
    }
}
