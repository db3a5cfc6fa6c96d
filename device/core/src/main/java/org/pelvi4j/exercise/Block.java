package org.pelvi4j.exercise;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Repetitions of one kind: contract for so long, let go for so long. A block without work is one long rest, a block
 * without rest one long contraction; assessments have both. Immutable.
 *
 * @param segment what an assessment calls it, such as {@code tonic}; empty in an exercise
 * @param work how long to contract; zero for a rest alone
 * @param rest how long to let go; zero for a contraction alone
 * @param reps how often
 * @param target where the effort should be meanwhile
 * @param restBand the effort up to which a rest is kept; NaN for the detector's own off threshold
 * @param coughAt when to cough, from the start of the work; null for no cough
 */
public record Block(
        String segment,
        Duration work,
        Duration rest,
        int reps,
        Target target,
        double restBand,
        @Nullable Duration coughAt) {
    /** Work up to this long is a flick: scored by its peak and the return to rest. Source: DOMAIN 1.15. */
    static final Duration LONGEST_FLICK = Duration.ofSeconds(2);

    /** Checks what no single field can tell. */
    public Block {
        if (work.isNegative() || rest.isNegative() || work.plus(rest).isZero()) {
            throw new IllegalArgumentException("work: expected work or rest but had neither");
        }
        if (reps < 1) {
            throw new IllegalArgumentException("reps: expected 1 or more but was " + reps);
        }
        if (coughAt != null && (coughAt.isNegative() || coughAt.compareTo(work) >= 0)) {
            throw new IllegalArgumentException(
                    "cough at: expected less than the work of " + Spans.text(work) + " but was " + Spans.text(coughAt));
        }
    }

    /**
     * Tells how long all its repetitions take.
     *
     * @return the time from its first work to its last rest's end
     */
    public Duration length() {
        return work.plus(rest).multipliedBy(reps);
    }

    /**
     * Tells whether the work is a flick, 2 s or less: scored by its peak and the return to rest.
     *
     * @return whether it is
     */
    public boolean flick() {
        return !work.isZero() && work.compareTo(LONGEST_FLICK) <= 0;
    }

    Block withReps(int number) {
        return new Block(segment, work, rest, number, target, restBand, coughAt);
    }

    Block withTimes(Duration working, Duration resting) {
        return new Block(segment, working, resting, reps, target, restBand, coughAt);
    }
}
