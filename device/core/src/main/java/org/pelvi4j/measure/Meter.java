package org.pelvi4j.measure;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.measure.Spectrum.Medians;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;

/**
 * Keeps the newest two minutes of the level, and of the EMG itself, and measures any stretch of them when it is asked to:
 * the windows of a programme, whether or not a contraction was found in them. Confined to one thread.
 */
public final class Meter implements EffortSink {
    private static final double STEPS_PER_SECOND = 100;
    /** The longest step of a programme, 60 s of work, and its rest's beginning. Source: DOMAIN 1.3. */
    private static final double LEVEL_SECONDS = 125;

    private static final double RAW_SECONDS = 65;
    /** Less of a window seen, and nothing is said of it. */
    private static final double LEAST_SEEN = 0.9;
    /** The research rule's distance from rest. Source: DOMAIN 1.3, 1.14. */
    private static final double NOISES = 3;
    /** And how long it stays there. Source: DOMAIN 1.14, confirmation of EMG. */
    private static final double STAYS_SECONDS = 0.1;
    /** No noise is taken for less than this share of the range. Source: DOMAIN 1.14. */
    private static final double LEAST_NOISE = 0.01;
    /** A rise from rest to home takes no longer. Source: DOMAIN 2.2, a ramp of 0.25 s. */
    private static final double BEFORE_SECONDS = 0.3;
    /** The rule of clinical units. Source: DOMAIN 1.3 [LEV]. */
    private static final double ONSET_SHARE = 0.75;

    private static final double RELEASE_SHARE = 0.375;

    private final boolean emg;
    private final @Nullable Companion companion;
    private final Track levels;
    private final @Nullable Track raw;
    private final Spectrum spectrum;
    private @Nullable Calibration scale;
    private double previousWork = Double.NaN;

    private Meter(Signal signal, double rateHz, @Nullable Companion companion) {
        emg = signal == Signal.EMG;
        this.companion = companion;
        levels = new Track(rateHz, STEPS_PER_SECOND, LEVEL_SECONDS);
        raw = emg && rateHz >= Spectrum.LEAST_RATE_HZ ? new Track(rateHz, rateHz, RAW_SECONDS) : null;
        spectrum = Spectrum.at(Math.max(100, rateHz));
    }

    /**
     * Makes a meter.
     *
     * @param signal what is measured
     * @param rateHz samples per second
     * @param companion the second channel, where coughs show best; null when there is none
     * @return the meter, which has seen nothing
     */
    public static Meter of(Signal signal, double rateHz, @Nullable Companion companion) {
        return new Meter(signal, rateHz, companion);
    }

    @Override
    public void effort(double effort, Conditioned signal) {
        if (signal.quality().valid()) {
            levels.add(signal.envelope(), signal);
            if (raw != null) {
                raw.add(signal.filtered(), signal);
            }
        }
    }

    @Override
    public void scale(Calibration newest, boolean fixed) {
        scale = newest;
    }

    /**
     * Measures a stretch in which a contraction was asked for; its mean is what the next one's times are measured against.
     *
     * @param fromNanos its beginning
     * @param untilNanos its end
     * @return what it was; {@link WindowMetrics#NONE} when less than nine tenths of it were seen
     */
    public WindowMetrics work(long fromNanos, long untilNanos) {
        Curve curve = seen(fromNanos, untilNanos);
        Calibration known = scale;
        if (curve == null || (!emg && known == null)) {
            return WindowMetrics.NONE;
        }
        double rest = known == null ? Double.NaN : known.rest();
        double snr = 10 * Math.log10(curve.mean() * curve.mean() / (rest * rest) - 1);
        Curve level = emg || known == null ? curve : curve.above(known.rest());
        boolean meaningful = spectrum.meaningful(snr, curve.strayShare());
        WindowMetrics metrics = metrics(level, level.peak(), new long[] {fromNanos, untilNanos}, meaningful);
        previousWork = curve.mean();
        return metrics;
    }

    /**
     * Measures a stretch in which rest was asked for.
     *
     * @param fromNanos its beginning
     * @param untilNanos its end
     * @return what it was; {@link WindowMetrics#NONE} when less than nine tenths of it were seen
     */
    public WindowMetrics rest(long fromNanos, long untilNanos) {
        Curve curve = seen(fromNanos, untilNanos);
        return curve == null
                ? WindowMetrics.NONE
                : metrics(
                        curve,
                        curve.settled().peak(),
                        new long[] {fromNanos, untilNanos},
                        spectrum.steady(curve.strayShare()));
    }

    private @Nullable Curve seen(long fromNanos, long untilNanos) {
        Curve curve = levels.between(fromNanos, untilNanos - 1).known();
        return curve.seconds() >= LEAST_SEEN * (untilNanos - fromNanos) / 1e9 && curve.length() > 1 ? curve : null;
    }

    private WindowMetrics metrics(Curve curve, double peak, long[] window, boolean frequencies) {
        Medians medians = frequencies && raw != null
                ? spectrum.medians(raw.between(window[0], window[1] - 1).known().values())
                : Medians.NONE;
        return new WindowMetrics(
                curve.seconds(),
                curve.mean(),
                curve.standardDeviation(),
                curve.deviation(),
                peak,
                curve.sag(),
                curve.sagPercent(),
                medians.hz(),
                medians.slopeHzPerSecond(),
                medians.slopePercentPerSecond());
    }

    /**
     * How long it took to contract after a prompt. To be asked before {@link #work} of the same prompt.
     *
     * @param promptNanos when it came
     * @param untilNanos how far to look
     * @return by both rules
     */
    public Reach onset(long promptNanos, long untilNanos) {
        Timing timing = levels.between(promptNanos, untilNanos - 1).timing();
        Calibration known = scale;
        double clinical = timing.secondsUntilAtLeast(fromRest(ONSET_SHARE), 0);
        double research = known == null
                ? Double.NaN
                : timing.secondsUntilAtLeast(known.rest() + NOISES * known.noise(), STAYS_SECONDS);
        return reach(clinical, research);
    }

    /**
     * How long it took to let go after a prompt, measured against the last {@link #work}.
     *
     * @param promptNanos when it came
     * @param untilNanos how far to look
     * @return by both rules
     */
    public Reach release(long promptNanos, long untilNanos) {
        Timing timing = levels.between(promptNanos, untilNanos - 1).timing();
        Calibration known = scale;
        double clinical = timing.secondsUntilBelow(fromRest(RELEASE_SHARE));
        double research = known == null ? Double.NaN : timing.secondsUntilBelow(known.rest() + NOISES * known.noise());
        return reach(clinical, research);
    }

    /** What was not reached while it was looked for took longer than that; without a level to reach nobody knows. */
    private Reach reach(double clinical, double research) {
        boolean worked = !Double.isNaN(previousWork);
        boolean scaled = scale != null;
        return new Reach(
                worked && Double.isNaN(clinical) ? Double.POSITIVE_INFINITY : clinical,
                scaled && Double.isNaN(research) ? Double.POSITIVE_INFINITY : research);
    }

    /**
     * How a squeeze lay about the cough that was asked for: the second channel's spike, or the pressure's own, and how long
     * before it the level had left home.
     *
     * @param fromNanos when the squeeze was asked for
     * @param untilNanos how far to look for the cough
     * @return the timing; null where no cough can be seen, as in EMG alone, or no scale is known
     */
    public @Nullable Knack knack(long fromNanos, long untilNanos) {
        Calibration known = scale;
        if (known == null || (emg && companion == null)) {
            return null;
        }
        Curve level = levels.between(fromNanos, untilNanos);
        Curve coughed = companion == null ? level : companion.second(fromNanos, untilNanos);
        Spike spike = Spike.in(coughed);
        if (spike == null || level.length() == 0) {
            return null;
        }
        double coughSeconds = spike.start() * coughed.seconds() / coughed.length();
        double endSeconds = spike.end() * coughed.seconds() / coughed.length();
        double home = known.rest() + known.homeEffort() * (known.reference() - known.rest());
        int at = Math.min(level.length() - 1, level.steps(coughSeconds));
        int onset = foot(level, at, home, known);
        double leadSeconds = (at - onset) * level.seconds() / level.length();
        boolean held = level.at(Math.min(level.length() - 1, level.steps(endSeconds))) > home;
        return new Knack(leadSeconds, held);
    }

    /**
     * What was done in a stretch in which no contraction was found: who pushes instead of lifting moves the second channel
     * only.
     *
     * @param fromNanos when a contraction was asked for
     * @param untilNanos the end of its time
     * @return by the second channel; {@link Verdict#UNKNOWN} without one
     */
    public Verdict verdict(long fromNanos, long untilNanos) {
        return companion == null ? Verdict.UNKNOWN : companion.between(fromNanos, untilNanos);
    }

    /** Where a rise began: back to home, and from there to where it left what was before it. */
    private static int foot(Curve level, int from, double home, Calibration known) {
        int at = from;
        while (at > 0 && level.at(at - 1) > home) {
            at--;
        }
        double before = level.at(at);
        for (int i = Math.max(0, at - level.steps(BEFORE_SECONDS)); i < at; i++) {
            before = Math.min(before, level.at(i));
        }
        double least = Math.max(known.noise(), LEAST_NOISE * (known.reference() - known.rest()));
        while (at > 0 && level.at(at - 1) > before + NOISES * least) {
            at--;
        }
        return at;
    }

    /** A share of the last work's mean; of pressure, of its rise above rest, since it has no zero of its own. */
    private double fromRest(double share) {
        double zero = emg || scale == null ? 0 : scale.rest();
        return zero + share * (previousWork - zero);
    }
}
