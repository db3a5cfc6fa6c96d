package org.pelvi4j.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalSink;

/**
 * The measuring part of a calibration: somebody says when rest and each trial begin and end, and it says what they were.
 * Source: DOMAIN 1.7, 1.8, 1.16. Confined to one thread.
 */
public final class Measuring implements SignalSink {
    /** The best two trials may differ by this share of the larger. Source: DOMAIN 1.16. */
    private static final double ALIKE = 0.20;
    /** A reference must lie so many standard deviations of rest above it, or it is a flicker. Source: DOMAIN 1.8. */
    private static final double NOISES = 4;
    /** And so many steps of the converter. Source: DOMAIN 1.8. */
    private static final double RESOLUTIONS = 3;
    /** Less of a rise or a fall is rest's own wandering. Source: DOMAIN 1.8, a rise of 3 SD is a flicker's success. */
    private static final double CLEAR_NOISES = 3;
    /** A rise must last so long; a flicker does not last the best stretch. Source: DOMAIN 1.14, least contraction. */
    private static final double LEAST_SECONDS = 0.3;
    /** A comfortable contraction rated 5 of 10. Source: DOMAIN 1.8. */
    private static final double SUBMAXIMAL = 0.5;
    /** What pressure may fall in a second by warmth and posture, in pascal: 0.5 cmH2O in 20 s. Source: DOMAIN 1.16, step 4. */
    private static final double DRIFT_PASCAL = 49 / 20.0;

    /** What counts as before a trial: longer than a breath. Source: DOMAIN 2.7, 0.2 to 0.3 Hz. */
    private static final double BEFORE_SECONDS = 5;

    private enum Part {
        NONE,
        REST,
        TRIAL
    }

    private final Signal signal;
    private final double resolution;
    private final Pace pace;
    private final List<Trial> trials = new ArrayList<>();
    private final Take take;
    private final LatestLevels before;
    private BetweenTrials between;
    private long restNanos;
    private RestLevel rest = RestLevel.UNKNOWN;
    private boolean restTorn;
    private boolean trialTorn;
    private Part part = Part.NONE;

    private Measuring(Signal signal, double rateHz, double resolution) {
        this.signal = signal;
        this.resolution = resolution;
        pace = new Pace(rateHz);
        take = new Take(rateHz);
        before = new LatestLevels(pace.steps(BEFORE_SECONDS), pace.steps(LEAST_SECONDS));
        between = nothingBetween();
    }

    /**
     * Makes a measurement of one person with one probe.
     *
     * @param signal what is measured
     * @param rateHz samples per second
     * @param resolution one step of the converter, in the signal's unit
     * @return the measurement, with nothing in it
     */
    public static Measuring of(Signal signal, double rateHz, double resolution) {
        if (!(rateHz > 0) || !(resolution >= 0)) {
            throw new IllegalArgumentException(
                    "rateHz: expected a positive number but was " + rateHz + " at a resolution of " + resolution);
        }
        return new Measuring(signal, rateHz, resolution);
    }

    private BetweenTrials nothingBetween() {
        return new BetweenTrials(pace.steps(LEAST_SECONDS), pace.perSecond());
    }

    /** Rest begins now. */
    public void beginRest() {
        begin(Part.REST);
    }

    /** A trial begins now: the person contracts. */
    public void beginTrial() {
        begin(Part.TRIAL);
    }

    private void begin(Part next) {
        end();
        part = next;
        take.begin();
    }

    /** What was going on ends now. */
    public void end() {
        if (part == Part.REST) {
            rest = RestLevel.of(take.levels(), pace.perSecond());
            restTorn = take.torn();
        } else if (part == Part.TRIAL) {
            trials.add(new Trial(take.levels(), pace.perSecond(), before()));
            trialTorn |= take.torn();
        }
        if (part != Part.NONE) {
            before.clear();
        }
        part = Part.NONE;
        between.interrupt();
    }

    /**
     * The middle of what was just before the trial, since pressure drifts; rest itself of a signal that has a zero of its
     * own, and where there was nothing between.
     */
    private double before() {
        return signal == Signal.PRESSURE ? before.middle(rest.level()) : rest.level();
    }

    @Override
    public void signal(Conditioned now) {
        boolean usable = now.quality().valid() && Double.isFinite(now.envelope());
        take.sees(now, usable);
        restNanos = part == Part.REST ? now.atNanos() : restNanos;
        if (!pace.due()) {
            return;
        }
        if (part == Part.NONE) {
            between(usable, now);
        } else if (usable) {
            take.add(now.envelope());
        }
    }

    /** What may have drifted since rest was measured. */
    private double drift(long atNanos) {
        return signal == Signal.PRESSURE ? DRIFT_PASCAL * (atNanos - restNanos) / 1e9 : 0;
    }

    private void between(boolean usable, Conditioned now) {
        if (usable) {
            before.add(now.envelope());
        }
        if (usable && !trials.isEmpty()) {
            between.add(now.envelope() + drift(now.atNanos()));
        } else {
            between.interrupt();
        }
    }

    /**
     * Tells what rest was.
     *
     * @return the level; NaN where rest was shorter than 15 s
     */
    public RestLevel rest() {
        return rest;
    }

    /**
     * The trials so far.
     *
     * @return the mean of the best 3 s of each, in order, in the signal's unit
     */
    public List<Double> bests() {
        return trials.stream().map(Trial::best).toList();
    }

    /**
     * How far the best two trials differ.
     *
     * @return a share of the larger's rise; NaN with fewer than two
     */
    public double differing() {
        List<Double> bests = bests().stream().sorted(Comparator.reverseOrder()).toList();
        double level = rest().level();
        return bests.size() < 2 ? Double.NaN : (bests.get(0) - bests.get(1)) / (bests.get(0) - level);
    }

    /** The trials are to be made anew; rest stays. */
    public void forgetTrials() {
        end();
        trials.clear();
        between = nothingBetween();
        trialTorn = false;
    }

    /**
     * Makes the calibration of maximal trials: the reference is the mean of the best two.
     *
     * @param when a label
     * @param probe which probe
     * @return the calibration or why there is none
     */
    public Measured maximal(Instant when, String probe) {
        end();
        Measured refused = unusable(trials.size() < 2);
        if (refused != null) {
            return refused;
        }
        List<Double> bests = bests().stream().sorted(Comparator.reverseOrder()).toList();
        double level = rest().level();
        double first = bests.get(0) - level;
        double second = bests.get(1) - level;
        Measured judged = judged(level + (first + second) / 2, Calibration.How.MAXIMAL, when, probe);
        boolean unlike = first - second > ALIKE * first && trials.size() < 4;
        if (judged.refusal() != null || judged.flicker() || !unlike) {
            return judged;
        }
        double percent = 100 * (first - second) / first;
        return Measured.refused(
                Measured.Refusal.ONE_MORE_TRIAL, String.format(Locale.ROOT, "the best two differ by %.0f %%", percent));
    }

    /**
     * Makes the calibration of a comfortable contraction that counts as 50 %.
     *
     * @param when a label
     * @param probe which probe
     * @return the calibration or why there is none
     */
    public Measured submaximal(Instant when, String probe) {
        end();
        Measured refused = unusable(trials.isEmpty());
        if (refused != null) {
            return refused;
        }
        double level = rest().level();
        double rise = trials.stream().mapToDouble(Trial::best).max().orElse(level) - level;
        return judged(level + rise / SUBMAXIMAL, Calibration.How.SUBMAXIMAL, when, probe);
    }

    private @Nullable Measured unusable(boolean few) {
        if (restTorn || trialTorn) {
            return Measured.refused(Measured.Refusal.SIGNAL_LOST, "the signal was gone for a part of it");
        }
        if (few || trials.stream().anyMatch(Trial::tooShort) || Double.isNaN(rest().level())) {
            return Measured.refused(Measured.Refusal.TOO_SHORT, "15 s of rest and 3 s of each trial are needed");
        }
        return null;
    }

    private Measured judged(double best, Calibration.How how, Instant when, String probe) {
        RestLevel at = rest();
        double clear = Math.max(CLEAR_NOISES * at.noise(), resolution);
        double rise = best - at.level();
        double fallen = trials.stream().mapToDouble(Trial::fall).max().orElse(0);
        double risen = trials.stream().mapToDouble(Trial::rise).max().orElse(0);
        // A turned sensor falls in the trials and comes back between them; whoever held on while resting is low in
        // both.
        if (at.level() - between.usual() > Math.max(clear, rise)) {
            return neverRested();
        }
        if (signal == Signal.PRESSURE && fallen > Math.max(clear, 2 * risen)) {
            return Measured.refused(Measured.Refusal.SIGN_FLIPPED, "the pressure falls when it should rise");
        }
        if (at.level() - between.lowest() > Math.max(clear, rise)) {
            return neverRested();
        }
        if (!(clearest() > clear)) {
            return Measured.refused(Measured.Refusal.NEVER_CONTRACTED, "nothing rose above rest in any trial");
        }
        boolean flicker = rise < Math.max(NOISES * at.noise(), RESOLUTIONS * resolution);
        // Who lets go before 3 s are over has a mean of mostly rest: the reference is then what counts as a success.
        double reference = at.level() + Math.max(rise, clear);
        Calibration calibration = new Calibration(signal, at.level(), at.noise(), reference, how, when, probe);
        return new Measured(calibration, null, flicker, flicker ? "any rise counts as a success" : "");
    }

    private static Measured neverRested() {
        return Measured.refused(Measured.Refusal.NEVER_RESTED, "the level fell below rest between the trials");
    }

    /** The rise of the shortest contraction that counts, in the second best trial, since one may be a cough. */
    private double clearest() {
        return trials.stream()
                .map(trial -> trial.rise(LEAST_SECONDS))
                .sorted(Comparator.reverseOrder())
                .skip(trials.size() > 1 ? 1 : 0)
                .findFirst()
                .orElse(Double.NaN);
    }
}
