package org.pelvi4j.exercise;

import org.pelvi4j.signal.Quality;

/**
 * Judges one repetition, contraction and release alike, from the efforts at their own times. Source of the rules:
 * DOMAIN 1.15. Confined to one thread.
 */
final class RepJudge {
    /** The first second of work and of rest is not scored: reaction, delay and rise. Source: DOMAIN 1.15. */
    private static final long GRACE_NANOS = 1_000_000_000L;

    /** The share of the scored work time in the goal that makes it held. Source: DOMAIN 1.15. */
    static final double HELD_SHARE = 0.8;

    /** Home is reached before this share of the rest is over, or it is not in time. Source: DOMAIN 1.15. */
    static final double IN_TIME_SHARE = 0.5;

    /** Less of the scored work seen well, and it is not judged. Source: ours. */
    private static final double SEEN_SHARE = 0.9;

    /** A longer hole before home is reached hides the release. Source: SCREENS 3, the time until UNSEEN. */
    private static final long HOLE_NANOS = 300_000_000L;

    /** A sample stands for at most this time before it. Source: DESIGN 4, T_stale of a fast sensor. */
    private static final long LONGEST_STEP_NANOS = 200_000_000L;

    private final Step step;
    private final Block block;
    private final long startNanos;
    private final long restNanos;
    private final long inTimeNanos;
    private final long endNanos;
    private final Share whole;
    private final Share work;
    private final Share rest;
    private final Release release;
    private final Knack knack;
    private Target target;
    /** Judged by its peak: a flick, or somebody whose strongest is hardly there. */
    private boolean momentary;

    private long lastNanos;
    private long hiddenNanos;
    private boolean fixed = true;
    private boolean contracted;
    private double peakEffort = Double.NaN;
    private double peakCounted = Double.NaN;
    private boolean railed;
    private long overNanos;
    private double workEffortSum;
    private int workSamples;
    private Guess guess = Guess.NONE;
    private long guessedNanos;

    RepJudge(Step step, long startNanos) {
        this.step = step;
        this.block = step.block();
        this.target = block.target();
        this.momentary = block.flick();
        this.startNanos = startNanos;
        this.restNanos = startNanos + block.work().toNanos();
        this.inTimeNanos = restNanos + (long) (block.rest().toNanos() * IN_TIME_SHARE);
        this.endNanos = restNanos + block.rest().toNanos();
        this.whole = new Share(startNanos, restNanos);
        this.work = new Share(startNanos + (block.flick() ? 0 : GRACE_NANOS), restNanos);
        this.rest = new Share(restNanos + GRACE_NANOS, endNanos);
        this.release = new Release(restNanos);
        this.knack = new Knack(block, startNanos);
        this.lastNanos = startNanos;
    }

    /** One sample; {@code effort} is NaN while the scale is unknown. */
    void sample(long atNanos, double effort, Quality quality, Scale scale) {
        long sinceNanos = atNanos - lastNanos;
        if (sinceNanos <= 0 || atNanos - endNanos >= 0) {
            return;
        }
        long fromNanos = atNanos - Math.min(sinceNanos, LONGEST_STEP_NANOS);
        lastNanos = atNanos;
        railed |= quality == Quality.SATURATED && atNanos - restNanos < 0;
        if (quality != Quality.GOOD || Double.isNaN(effort)) {
            hiddenNanos += release.reached() ? 0 : sinceNanos;
            return;
        }
        hiddenNanos += release.reached() ? 0 : sinceNanos - (atNanos - fromNanos);
        fixed &= scale.fixed();
        target = scale.target(block);
        momentary = block.flick() || scale.flicker();
        double counted = scale.counted(effort);
        boolean inGoal = target.holds(counted);
        whole.seen(fromNanos, atNanos, inGoal);
        work.seen(fromNanos, atNanos, inGoal);
        boolean home = effort <= scale.home(block);
        rest.seen(fromNanos, atNanos, home);
        release.sample(atNanos, home);
        knack.sample(atNanos, effort, scale.home(block));
        overNanos += counted > target.highEffort() ? atNanos - fromNanos : 0;
        strength(atNanos, effort, counted);
    }

    private void strength(long atNanos, double effort, double counted) {
        if (atNanos - inTimeNanos <= 0 && !(effort <= peakEffort)) {
            peakEffort = effort;
            peakCounted = counted;
        }
        if (atNanos - restNanos <= 0 && atNanos - startNanos >= GRACE_NANOS) {
            workEffortSum += effort;
            workSamples++;
        }
    }

    /** A contraction was found, or nobody looks for any. */
    void contracted(long atNanos) {
        contracted |= atNanos - restNanos < 0;
    }

    /** How it went, seen from now on nothing more. */
    RepResult result(Response response) {
        boolean held = judged() && held();
        // A level in its goal without any contraction is a rest that has moved: neither held nor missed.
        boolean judged = judged() && (!held || contracted || momentary);
        held &= judged;
        double workShare = workShare();
        boolean letGo = judged && letGo();
        double restShare = rest.share();
        double score = Double.isNaN(restShare) ? workShare : (workShare + restShare) / 2;
        return new RepResult(
                        step.rep(),
                        step.set(),
                        judged,
                        held,
                        letGo,
                        whole.insideSeconds(),
                        block.work().toMillis() / 1e3,
                        release.seconds(),
                        judged ? score : Double.NaN,
                        peak(response))
                .guessed(guess);
    }

    /** A repetition cut in its rest: never a miss. */
    RepResult unjudged(Response response) {
        return new RepResult(
                        step.rep(),
                        step.set(),
                        false,
                        false,
                        false,
                        whole.insideSeconds(),
                        block.work().toMillis() / 1e3,
                        release.seconds(),
                        Double.NaN,
                        peak(response))
                .guessed(guess);
    }

    /** A peak above the converter's rail is not known, whatever was seen below it. */
    private Response peak(Response response) {
        return railed ? response.withoutPeak() : response.withPeak(peakEffort);
    }

    private boolean judged() {
        return target.isSet()
                && !block.work().isZero()
                && fixed
                && work.coverage() >= SEEN_SHARE
                && hiddenNanos
                        <= HOLE_NANOS + (long) ((1 - SEEN_SHARE) * block.work().toNanos());
    }

    private boolean held() {
        if (block.coughAt() != null) {
            return knack.kept();
        }
        return momentary ? flicked() : work.share() >= HELD_SHARE;
    }

    /** By the peak; an upper edge may be passed for a moment, since the peak of a noisy level lies above the level. */
    private boolean flicked() {
        double over = overNanos / (double) block.work().toNanos();
        return peakCounted >= target.lowEffort() && over <= 1 - HELD_SHARE;
    }

    private double workShare() {
        if (block.coughAt() != null) {
            return knack.kept() ? 1 : 0;
        }
        if (!momentary) {
            return work.share();
        }
        double reached = Math.max(0, Math.min(1, peakCounted / target.lowEffort()));
        return flicked() ? 1 : reached < 1 ? reached : 0;
    }

    private boolean letGo() {
        double limitSeconds = block.rest().toNanos() * IN_TIME_SHARE / 1e9;
        return release.reached() && release.seconds() < limitSeconds;
    }

    /** Mean effort of the scored work, of a flick the peak: what fatigue is seen by; NaN when it cannot be known. */
    double strength() {
        double mean = workSamples == 0 ? Double.NaN : workEffortSum / workSamples;
        return judged() ? momentary ? peakEffort : mean : Double.NaN;
    }

    /** The share earned so far in the present half, 0 to 1; NaN where nothing is scored. */
    double earned(boolean working) {
        if (!target.isSet()) {
            return Double.NaN;
        }
        if (!working) {
            return rest.earned();
        }
        return momentary ? (flicked() ? 1 : 0) : work.earned();
    }

    /** Whether the goal of this half has been kept by now. */
    boolean kept(boolean working) {
        return fixed && (working ? earned(true) >= HELD_SHARE : judged() && letGo());
    }

    /** A cough was seen in the contraction: its own time counts, not the cue's. */
    void coughed(boolean inTime) {
        knack.seen(inTime);
    }

    /** What the person says of it. */
    void guessed(Guess answer, long atNanos) {
        guess = answer;
        guessedNanos = atNanos;
    }

    Guess guess() {
        return guess;
    }

    long guessedNanos() {
        return guessedNanos;
    }

    /** From the rest's cue until the release was known; -1 while it is not. */
    long releasedSince() {
        return release.knownNanos();
    }

    long startNanos() {
        return startNanos;
    }

    long restNanos() {
        return restNanos;
    }

    long endNanos() {
        return endNanos;
    }

    double releaseSeconds() {
        return release.seconds();
    }

    Step step() {
        return step;
    }
}
