package org.pelvi4j.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final double STEPS_PER_SECOND = 20;
    /** Left out at the beginning of rest. Source: DOMAIN 1.7. */
    private static final double DROPPED_SECONDS = 5;
    /** The quietest stretch of rest. Source: DOMAIN 1.7, 10 to 20 s. */
    private static final double QUIET_SECONDS = 10;
    /** The best stretch of a trial. Source: DOMAIN 1.8. */
    private static final double BEST_SECONDS = 3;
    /** The best two trials may differ by this share of the larger. Source: DOMAIN 1.16. */
    private static final double ALIKE = 0.20;
    /** A reference must lie so many standard deviations of rest above it, or it is a flicker. Source: DOMAIN 1.8. */
    private static final double NOISES = 4;
    /** And so many steps of the converter. Source: DOMAIN 1.8. */
    private static final double RESOLUTIONS = 3;
    /**
     * Less than a flicker is nothing: the mean of 3 s wanders by a third of the envelope's own deviation, and rest is the
     * quietest of a minute. Source: ours; DOMAIN 1.8 asks for 3 SD of a moment, not of a mean.
     */
    private static final double FLICKER_NOISES = 2;
    /** A level below rest, or a fall, by so many is none of its wandering. Source: DOMAIN 1.14, 3 SD. */
    private static final double OFF_NOISES = 3;
    /** A comfortable contraction rated 5 of 10. Source: DOMAIN 1.8. */
    private static final double SUBMAXIMAL = 0.5;
    /** Bad signal up to this share of a measurement is left out. */
    private static final double MOST_LOST = 0.05;

    private enum Part {
        NONE,
        REST,
        TRIAL
    }

    private final Signal signal;
    private final double resolution;
    private final int every;
    private final List<double[]> trials = new ArrayList<>();
    private double[] values = new double[4096];
    private double[] rest = {};
    private double lowestAfter = Double.POSITIVE_INFINITY;
    private int filled;
    private int lost;
    private boolean cut;
    private int phase;
    private Part part = Part.NONE;

    private Measuring(Signal signal, double rateHz, double resolution) {
        this.signal = signal;
        this.resolution = resolution;
        every = (int) Math.max(1, Math.round(rateHz / STEPS_PER_SECOND));
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

    /** Rest begins now. */
    public void beginRest() {
        begin(Part.REST);
        cut = false;
    }

    /** A trial begins now: the person contracts. */
    public void beginTrial() {
        begin(Part.TRIAL);
    }

    private void begin(Part next) {
        end();
        part = next;
        filled = 0;
        lost = 0;
    }

    /** What was going on ends now. */
    public void end() {
        cut |= part != Part.NONE && lost > MOST_LOST * (filled + lost);
        double[] done = Arrays.copyOf(values, filled);
        if (part == Part.REST) {
            rest = done;
        } else if (part == Part.TRIAL) {
            trials.add(done);
        }
        part = Part.NONE;
    }

    @Override
    public void signal(Conditioned now) {
        phase++;
        if (phase < every) {
            return;
        }
        phase = 0;
        boolean good = now.quality().valid() && Double.isFinite(now.envelope());
        if (part == Part.NONE) {
            lowestAfter = good && !trials.isEmpty() ? Math.min(lowestAfter, now.envelope()) : lowestAfter;
        } else if (good) {
            add(now.envelope());
        } else {
            lost++;
        }
    }

    private void add(double value) {
        if (filled == values.length) {
            values = Arrays.copyOf(values, 2 * filled);
        }
        values[filled] = value;
        filled++;
    }

    private static int steps(double seconds) {
        return (int) Math.round(seconds * STEPS_PER_SECOND);
    }

    /**
     * Tells what rest was.
     *
     * @return the level; NaN where rest was shorter than 15 s
     */
    public RestLevel rest() {
        int from = steps(DROPPED_SECONDS);
        int window = steps(QUIET_SECONDS);
        if (rest.length < from + window) {
            return new RestLevel(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        int quietest = from;
        for (int i = from; i + window <= rest.length; i++) {
            quietest = mean(rest, i, i + window) < mean(rest, quietest, quietest + window) ? i : quietest;
        }
        double[] quiet = Arrays.copyOfRange(rest, quietest, quietest + window);
        double[] all = Arrays.copyOfRange(rest, from, rest.length);
        Arrays.sort(all);
        double noise = deviation(quiet);
        Arrays.sort(quiet);
        double swing = quiet[(int) (0.95 * (window - 1))] - quiet[(int) (0.05 * (window - 1))];
        return new RestLevel(
                quiet[window / 2],
                noise,
                all[(int) (0.05 * (all.length - 1))],
                all[(int) (0.95 * (all.length - 1))],
                swing);
    }

    /**
     * The trials so far.
     *
     * @return the mean of the best 3 s of each, in order, in the signal's unit
     */
    public List<Double> bests() {
        return trials.stream().map(Measuring::best).toList();
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
        lowestAfter = Double.POSITIVE_INFINITY;
        cut = false;
    }

    private static double mean(double[] of, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += of[i];
        }
        return sum / (to - from);
    }

    private static double deviation(double[] of) {
        double mean = mean(of, 0, of.length);
        double squares = 0;
        for (double value : of) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / of.length);
    }

    private static double[] negative(double[] of) {
        return Arrays.stream(of).map(v -> -v).toArray();
    }

    /** The mean of the best 3 s of a trial. */
    private static double best(double[] trial) {
        int window = Math.min(trial.length, steps(BEST_SECONDS));
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i + window <= trial.length; i++) {
            best = Math.max(best, mean(trial, i, i + window));
        }
        return best;
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
        List<Double> bests = trials.stream()
                .map(Measuring::best)
                .sorted(Comparator.reverseOrder())
                .toList();
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
        double rise = trials.stream().mapToDouble(Measuring::best).max().orElse(level) - level;
        return judged(level + rise / SUBMAXIMAL, Calibration.How.SUBMAXIMAL, when, probe);
    }

    private @Nullable Measured unusable(boolean few) {
        if (cut) {
            return Measured.refused(Measured.Refusal.SIGNAL_LOST, "the signal was gone for a part of it");
        }
        boolean shortTrial = trials.stream().anyMatch(t -> t.length < steps(BEST_SECONDS));
        if (few || shortTrial || Double.isNaN(rest().level())) {
            return Measured.refused(Measured.Refusal.TOO_SHORT, "15 s of rest and 3 s of each trial are needed");
        }
        return null;
    }

    private Measured judged(double reference, Calibration.How how, Instant when, String probe) {
        RestLevel at = rest();
        double rise = reference - at.level();
        double deepest = trials.stream()
                .mapToDouble(t -> at.level() + best(negative(t)))
                .max()
                .orElse(0);
        double least = Math.max(OFF_NOISES * at.noise(), resolution);
        if (signal == Signal.PRESSURE && deepest > Math.max(least, 2 * rise)) {
            return Measured.refused(Measured.Refusal.SIGN_FLIPPED, "the pressure falls when it should rise");
        }
        if (at.level() - lowestAfter > Math.max(least, rise)) {
            return Measured.refused(Measured.Refusal.NEVER_RESTED, "the level fell below rest between the trials");
        }
        if (!(rise > Math.max(FLICKER_NOISES * at.noise(), resolution))) {
            return Measured.refused(Measured.Refusal.NEVER_CONTRACTED, "nothing rose above rest in any trial");
        }
        boolean flicker = rise < Math.max(NOISES * at.noise(), RESOLUTIONS * resolution);
        Calibration calibration = new Calibration(signal, at.level(), at.noise(), reference, how, when, probe);
        return new Measured(calibration, null, flicker, flicker ? "any rise counts as a success" : "");
    }
}
