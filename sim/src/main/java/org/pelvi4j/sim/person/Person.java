package org.pelvi4j.sim.person;

import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.draw.Rotation;
import org.pelvi4j.sim.draw.SlowNoise;

/**
 * A person who is asked to contract and to let go, in steps of 1 ms. Source: DOMAIN 2.2. Confined to one thread.
 */
public final class Person {
    /** Aimed at above a goal that is open upward, so that an error of the effort stays inside. (P) */
    private static final double ABOVE = 0.2;

    private static final double TRACKING_HZ = 3;
    private static final long NEVER = -1;

    private final Habits habits;
    private final Draws draws;
    private final Effort effort;
    private final SlowNoise tracking;
    private final SlowNoise tremorSize;
    private final Rotation tremor;
    private Plan plan;
    private boolean asked;
    private boolean early;
    private double learned;
    private long tick;
    private long startAt = NEVER;
    private long releaseAt = NEVER;
    private double target;
    private double meant;

    /**
     * Makes a person at rest.
     *
     * @param habits how this person follows prompts
     * @param draws the stream of the drive
     */
    public Person(Habits habits, Draws draws) {
        this.habits = habits;
        this.draws = draws.split();
        this.effort = new Effort(habits);
        this.tracking = SlowNoise.below(draws.split(), TRACKING_HZ);
        this.tremorSize = SlowNoise.below(draws.split(), 1);
        this.tremor = new Rotation(draws.uniform(8, 12) / 1000, 0);
        this.plan = Plan.draw(habits, this.draws);
    }

    /**
     * Asks for a contraction, from now on; asking again changes nothing.
     *
     * @param low the goal's lower edge, 0 to 1
     * @param high its upper edge; NaN when it is open
     */
    public void squeeze(double low, double high) {
        if (asked) {
            return;
        }
        asked = true;
        if (!early && !plan.lapse()) {
            aim(low, high);
            startAt = tick + millis(plan.reactionSeconds());
        }
        early = false;
    }

    /** Asks for rest, from now on; asking again changes nothing. */
    public void rest() {
        if (asked) {
            asked = false;
            releaseAt = tick + millis(plan.releaseReactionSeconds());
            plan = Plan.draw(habits, draws);
        }
    }

    /**
     * Tells what is to come; some begin before they are asked.
     *
     * @param inSeconds until the next contraction will be asked for
     * @param low its goal
     * @param high its goal's upper edge; NaN when it is open
     */
    public void expect(double inSeconds, double low, double high) {
        if (!asked && !early && inSeconds <= plan.earlySeconds() && !plan.lapse()) {
            early = true;
            aim(low, high);
            startAt = tick + 1;
        }
    }

    /**
     * Corrects the effort by what is seen, now and from now on.
     *
     * @param by how much more, 0 to 1
     */
    public void correct(double by) {
        if (effort.holding()) {
            effort.adjust(by);
            learned = StrictMath.max(-0.4, StrictMath.min(0.4, learned + by));
        }
    }

    private void aim(double low, double high) {
        double aim = (Double.isNaN(high) ? StrictMath.min(1, low + ABOVE) : (low + high) / 2) + learned;
        double deviation = StrictMath.max(0.04, StrictMath.min(0.13, 0.10 - (aim - 0.4) * (0.04 / 0.3)));
        target = StrictMath.max(0.05, StrictMath.min(1.05, aim * (1 + deviation * plan.error())));
    }

    /**
     * Goes on by 1 ms.
     *
     * @param fatigue how tired the muscle is; tremor grows with it
     * @return the drive now, 0 to 1.1
     */
    public double step(double fatigue) {
        tick++;
        if (tick == startAt) {
            effort.contract(target);
        }
        if (tick == releaseAt) {
            effort.release();
        }
        meant = effort.step();
        double wander = habits.trackingShare() * tracking.step();
        double shake = habits.tremorShare() * 1.4142 * (1 + fatigue) * tremor.step() * tremorSize.step();
        double unsteady = meant * habits.pelvicShare() * (1 + wander + shake);
        return StrictMath.max(0, StrictMath.min(1.1, unsteady));
    }

    /**
     * What goes to the abdominal muscles by will.
     *
     * @return drive, 0 to 0.9
     */
    public double abdominals() {
        return StrictMath.min(0.9, meant * habits.abdominalShare());
    }

    /**
     * The drive of the pelvic floor that is meant, without wander and tremor.
     *
     * @return 0 at rest, 1 at the strongest
     */
    public double effort() {
        return meant * habits.pelvicShare();
    }

    /**
     * Tells whether the person means to contract.
     *
     * @return true from the start of the ramp to the start of the release
     */
    public boolean contracting() {
        return effort.contracting();
    }

    /**
     * Contracts at once, without a cue.
     *
     * @param low the goal's lower edge, 0 to 1
     * @param high its upper edge; NaN when it is open
     */
    public void squeezeNow(double low, double high) {
        asked = true;
        early = false;
        aim(low, high);
        startAt = tick + 1;
    }

    private static long millis(double seconds) {
        return StrictMath.round(seconds * 1000);
    }
}
