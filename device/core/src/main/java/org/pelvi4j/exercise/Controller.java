package org.pelvi4j.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Meter;
import org.pelvi4j.measure.MetricsSink;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Detector;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.signal.Conditioned;

/**
 * Guides through an exercise: says what to do when, by monotonic deadlines that no signal can move, and scores
 * contraction and release alike. Results go by the time at which the muscle moved, cues by the time at which that is
 * known. No step outlasts its deadline, no exercise its cap. Confined to one thread.
 */
public final class Controller implements EffortSink, PhaseSink, MetricsSink {
    private final Score score;
    private final Pacer pacer;

    private Controller(Programme programme, @Nullable Meter meter, ExerciseSink out) {
        this.score = new Score(programme, meter, out);
        this.pacer = new Pacer(programme, score);
    }

    /**
     * Creates a controller that waits to be started.
     *
     * @param programme what to guide through
     * @param out told of cues and results, in order
     * @return the controller
     */
    public static Controller of(Programme programme, ExerciseSink out) {
        return new Controller(programme, null, out);
    }

    /**
     * Creates a controller that has each repetition measured.
     *
     * @param programme what to guide through
     * @param meter has seen each sample before the controller does
     * @param out told of cues and results, in order
     * @return the controller
     */
    public static Controller of(Programme programme, Meter meter, ExerciseSink out) {
        return new Controller(programme, meter, out);
    }

    /**
     * Starts; the first good sample begins the preparation.
     *
     * @param nowNanos the monotonic time
     */
    public void start(long nowNanos) {
        pacer.start(nowNanos);
    }

    /**
     * Does what is due; to be called at least each 100 ms, samples or not.
     *
     * @param nowNanos the monotonic time
     */
    public void tick(long nowNanos) {
        pacer.advance(nowNanos);
    }

    @Override
    public void effort(double effort, Conditioned signal) {
        pacer.sample(signal.atNanos(), signal.quality());
        if (pacer.pace() == Pace.RUNNING) {
            score.sample(signal.atNanos(), effort, signal.quality());
        }
    }

    @Override
    public void scale(Calibration scale, boolean fixed) {
        score.scale().set(scale, fixed);
    }

    @Override
    public void phase(PhaseEvent event) {
        if (event.phase() == Phase.CONTRACT) {
            score.onset(event.atNanos());
        } else if (event.reason().equals(Detector.REST_SHIFT)) {
            score.scale().shifted();
        }
    }

    @Override
    public void contraction(Contraction contraction) {
        score.placed(contraction);
    }

    @Override
    public void metrics(ContractionMetrics metrics) {
        score.measured(metrics);
    }

    /**
     * Pauses at once; a pause of five minutes ends the exercise.
     *
     * @param nowNanos the monotonic time
     */
    public void pause(long nowNanos) {
        pacer.pause(nowNanos);
    }

    /**
     * Goes on after a pause, with a count-in.
     *
     * @param nowNanos the monotonic time
     */
    public void resume(long nowNanos) {
        pacer.resume(nowNanos);
    }

    /**
     * Stops at once, whatever it is doing; what was done is kept.
     *
     * @param nowNanos the monotonic time
     */
    public void stop(long nowNanos) {
        pacer.advance(nowNanos);
        pacer.end(nowNanos, ExerciseResult.End.STOPPED);
    }

    /**
     * There will be no more samples: it ends at once.
     *
     * @param nowNanos the monotonic time
     */
    public void signalEnded(long nowNanos) {
        pacer.advance(nowNanos);
        pacer.end(nowNanos, ExerciseResult.End.SIGNAL_ENDED);
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
