package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;

/**
 * A balloon between muscle and sensor: it warms, leaks, slips, and feels where the body's waves are. Source: DOMAIN 2.6,
 * 2.7. Confined to one thread.
 */
final class Probe {
    private static final double MMHG_PASCAL = 133.322;
    /** A posture is taken within this time. Source: DOMAIN 2.7. */
    private static final double POSTURE_MS = 3000;

    private final ProbeTraits traits;
    private final double deepShare;
    private final Waves slow;
    private final Waves ultraSlow;
    private final double slowPascal;
    private double warming;
    private double warmKeep;
    private double warmed;
    private double air = 1;
    private double airKeep;
    private double position = 1;
    private double positionStep;
    private double positionGoal = 1;
    private double posture;
    private double postureStep;
    private int postureLeft;
    private double waves;
    private double pull;
    private long pullFromMs;
    private double pullMs = 1;
    private double pullPascal;

    Probe(ProbeTraits traits, Draws draws) {
        this.traits = traits;
        deepShare = draws.uniform(0.1, 0.2);
        double tau = draws.uniform(30, 90);
        double insertedSeconds = draws.uniform(60, 180);
        warming = draws.uniform(4, 14) * Body.PASCAL_PER_CMH2O * StrictMath.exp(-insertedSeconds / tau);
        warmKeep = StrictMath.exp(-0.001 / tau);
        leak(20 * StrictMath.exp(draws.uniform() * StrictMath.log(10)));
        slow = new Waves(draws, 6 / 60.0, 20 / 60.0);
        ultraSlow = new Waves(draws, 0.5 / 60, 2 / 60.0);
        slowPascal = draws.uniform(6, 24) * MMHG_PASCAL / 4;
    }

    void leak(double minutes) {
        airKeep = StrictMath.exp(-0.001 / (60 * minutes));
    }

    void warm(double cmH2o) {
        warming += cmH2o * Body.PASCAL_PER_CMH2O;
        warmKeep = StrictMath.exp(-0.001 / 60);
    }

    /** Out altogether ends with a short pull. */
    void slip(double share, long nowMs, Draws draws) {
        if (share == 0) {
            pullFromMs = nowMs;
            pullMs = 300;
            pullPascal = -10 * Body.PASCAL_PER_CMH2O;
        }
        positionGoal = share;
        positionStep = (share - position) / (1000 * draws.uniform(0.2, 1));
    }

    void move(long nowMs, double seconds, Draws draws) {
        pullFromMs = nowMs;
        pullMs = 1000 * seconds;
        double pascal = draws.uniform(2, 15) * Body.PASCAL_PER_CMH2O;
        pullPascal = draws.uniform() < 0.5 ? -pascal : pascal;
    }

    void posture(double cmH2o) {
        postureLeft = (int) POSTURE_MS;
        postureStep = (cmH2o * Body.PASCAL_PER_CMH2O - posture) / POSTURE_MS;
    }

    void step(long nowMs) {
        warmed += warming * (1 - warmKeep);
        warming *= warmKeep;
        air *= airKeep;
        if (position != positionGoal) {
            boolean there = StrictMath.abs(positionGoal - position) <= StrictMath.abs(positionStep);
            position = there ? positionGoal : position + positionStep;
        }
        if (postureLeft > 0) {
            postureLeft--;
            posture += postureStep;
        }
        pull = nowMs - pullFromMs < pullMs ? pull((nowMs - pullFromMs) / pullMs) : 0;
        waves = traits.anal() ? slowPascal * (slow.step() + ultraSlow.step()) : 0;
    }

    private double pull(double x) {
        double window = 4 * x * (1 - x);
        return pullPascal * window * window;
    }

    /** The zone of the muscle. */
    double mid(double force, double abdomenPascal) {
        double squeeze = traits.squeezePascal() * force * position;
        return base() + squeeze + felt() * traits.abdominalShare() * abdomenPascal;
    }

    /** The zone above it. */
    double deep(double force, double abdomenPascal) {
        double squeeze = deepShare * traits.squeezePascal() * force * position;
        return base() + squeeze + felt() * abdomenPascal;
    }

    private double base() {
        return felt() * (traits.restPascal() * air + warmed + posture + waves) + pull;
    }

    /** Fully out, the balloon feels nothing of the body. */
    double felt() {
        return StrictMath.min(1, 20 * position);
    }
}
