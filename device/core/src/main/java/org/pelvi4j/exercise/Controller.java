package org.pelvi4j.exercise;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Meter;
import org.pelvi4j.measure.MetricsSink;
import org.pelvi4j.measure.Remark;
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
    private final Course course;

    private Controller(Programme programme, @Nullable Meter meter, ExerciseSink out) {
        this.score = new Score(programme, meter, out);
        this.pacer = new Pacer(programme, score);
        this.course = new Course(score, pacer);
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
        score.contracting(event.phase() == Phase.CONTRACT);
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

    @Override
    public void remark(Remark remark) {
        if (remark.kind() == Remark.Kind.COUGH) {
            score.coughed();
        }
    }

    /** From now on asks after each repetition by feel whether it was got, before its result is told. */
    public void ask() {
        course.ask();
    }

    /**
     * Takes the person's answer to whether a repetition by feel was got; when nothing is asked, nothing is taken.
     *
     * @param guess what they say
     * @param nowNanos the monotonic time
     */
    public void guessed(Guess guess, long nowNanos) {
        RepJudge judge = score.judge();
        if (judge != null && course.telling(nowNanos) == Telling.ASKED) {
            judge.guessed(guess, nowNanos);
        }
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
     * How it stands, for those who show it.
     *
     * @return a view that stays, always of the present
     */
    public Course course() {
        return course;
    }
}
