package org.pelvi4j.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an exercise stands at this moment: what is asked, how far it is kept, what comes next, what was done. It tells and
 * changes nothing; a {@link Controller} drives it. Confined to one thread.
 */
public final class Course {
    private final Score score;
    private final Pacer pacer;
    private final Afterwards afterwards = new Afterwards();

    Course(Score score, Pacer pacer) {
        this.score = score;
        this.pacer = pacer;
    }

    /**
     * Tells whether it is over.
     *
     * @return true once the result has been told
     */
    public boolean finished() {
        return pacer.pace() == Pace.ENDED;
    }

    /**
     * Tells how it stands.
     *
     * @return the pace
     */
    public Pace pace() {
        return pacer.pace();
    }

    /**
     * The step it is in, or that it stands in.
     *
     * @return the step; null before the first good sample and after the end
     */
    public @Nullable Step step() {
        return pacer.step();
    }

    /**
     * The steps from the present one on.
     *
     * @return empty unless it runs
     */
    public List<Step> ahead() {
        return pacer.stepsFromNow();
    }

    /**
     * What was asked last.
     *
     * @return the cue; null before the first
     */
    public @Nullable Cue cue() {
        return score.cue();
    }

    /**
     * How long the present step or count-in still takes.
     *
     * @param nowNanos the monotonic time
     * @return seconds, 0 or more
     */
    public double secondsLeft(long nowNanos) {
        return Math.max(0, (pacer.endNanos() - nowNanos) / 1e9);
    }

    /**
     * When the present step or count-in ends.
     *
     * @return monotonic nanoseconds; meaningless unless it runs or counts in
     */
    public long endNanos() {
        return pacer.endNanos();
    }

    /**
     * Whether the level is in the goal: entered at once, left after 300 ms outside. Source: SCREENS 2.
     *
     * @return whether it is
     */
    public boolean inGoal() {
        return pacer.pace() == Pace.RUNNING && score.inGoal().now();
    }

    /**
     * Whether the goal of this step has been reached.
     *
     * @return whether it has, at any time in this step
     */
    public boolean reached() {
        return score.inGoal().reached();
    }

    /**
     * The share of this step's scored time that was spent in the goal.
     *
     * @return 0 to 1, only growing; NaN where nothing is scored
     */
    public double earned() {
        RepJudge judge = score.judge();
        Step step = pacer.step();
        return judge == null || step == null ? Double.NaN : judge.earned(step.kind() == Cue.Kind.WORK);
    }

    /**
     * Whether the goal of this half of the repetition has been kept by now: 80 % of the scored work time, or home in
     * time. Levels on a scale that is still being learned keep nothing.
     *
     * @return whether it has
     */
    public boolean kept() {
        RepJudge judge = score.judge();
        Step step = pacer.step();
        return judge != null && step != null && judge.kept(step.kind() == Cue.Kind.WORK);
    }

    /**
     * The present repetition so far.
     *
     * @return how it would be if it ended now; null between repetitions
     */
    public @Nullable RepResult soFar() {
        RepJudge judge = score.judge();
        return judge == null ? null : judge.result(Response.NONE);
    }

    /**
     * What is told of a repetition by feel now.
     *
     * @param nowNanos the monotonic time
     * @return how it went, or first the question whether it was got
     */
    public Telling telling(long nowNanos) {
        RepJudge judge = score.judge();
        Step step = pacer.pace() == Pace.RUNNING ? pacer.step() : null;
        boolean resting = step != null && step.byFeel() && step.kind() == Cue.Kind.REST;
        return judge == null || !resting ? Telling.NOTHING : afterwards.at(nowNanos, judge);
    }

    void ask() {
        afterwards.ask();
    }

    /**
     * Where the effort should be in a step's work: the programme's target, for a flicker any clear rise.
     *
     * @param step which
     * @return the target
     */
    public Target target(Step step) {
        return score.target(step);
    }

    /**
     * Up to where the muscle counts as home in a step's rest.
     *
     * @param step which
     * @return effort
     */
    public double home(Step step) {
        return score.home(step);
    }

    /**
     * Whether the repetition that was cut starts again when the exercise goes on.
     *
     * @return whether it does; meaningless unless the exercise stands or counts in
     */
    public boolean startsAgain() {
        return pacer.step() != null && pacer.startsAgain();
    }

    /**
     * Whether no valid sample has come for 300 ms. Source: SCREENS 3.
     *
     * @param nowNanos the monotonic time
     * @return whether the level must not be shown
     */
    public boolean unseen(long nowNanos) {
        return pacer.unseen(nowNanos);
    }

    /**
     * The repetitions done.
     *
     * @return a view, in order
     */
    public List<RepResult> results() {
        return score.results();
    }

    /**
     * How it went.
     *
     * @return the result; null until it is over
     */
    public @Nullable ExerciseResult result() {
        return score.result();
    }

    /**
     * Counts contractions that no prompt asked for.
     *
     * @return how many
     */
    public int unprompted() {
        return score.unprompted();
    }
}
