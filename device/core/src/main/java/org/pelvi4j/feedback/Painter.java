package org.pelvi4j.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.exercise.Course;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Step;
import org.pelvi4j.exercise.Telling;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.signal.Conditioned;

/**
 * Paints the picture of a moment: what every display shows of an exercise, or of a sensor that is only watched. Source
 * of the states: SCREENS 2 and 3. Confined to one thread.
 */
public final class Painter implements EffortSink {
    /** By feel, and without a level, the word changes after this. Source: SCREENS 3. */
    private static final double BLIND_SECONDS = 1;

    /** The scale of every display. Source: SCREENS 2. */
    private static final double LOWEST = -10;

    private static final double HIGHEST = 120;

    private final @Nullable Course course;
    private final Tally tally;
    private final Messages messages;
    private final Horizon horizon;
    private double effort = Double.NaN;
    private long seenNanos;
    private boolean seen;
    private boolean asked;
    private long askedNanos;

    private Painter(@Nullable Programme programme, @Nullable Course course, String title) {
        this.course = course;
        this.tally = new Tally(programme, course, title);
        this.messages = new Messages(course);
        this.horizon = new Horizon(course);
    }

    /**
     * Paints an exercise.
     *
     * @param programme which
     * @param course how the exercise is going
     * @return the painter, to be given every effort that the controller is given
     */
    public static Painter of(Programme programme, Course course) {
        return new Painter(programme, course, programme.title());
    }

    /**
     * Paints the level alone, with no exercise.
     *
     * @param title what to call it
     * @return the painter, to be given every effort
     */
    public static Painter watching(String title) {
        return new Painter(null, null, title);
    }

    /**
     * Tells which group of the day this is.
     *
     * @param group from 1; 0 when nobody counts
     * @param groups how many a day has
     */
    public void group(int group, int groups) {
        tally.group(group, groups);
        messages.group(group, groups);
    }

    /**
     * Tells how the same programme went last time, for the one sentence of the summary.
     *
     * @param last this person's own last result
     */
    public void previous(ExerciseResult last) {
        messages.previous(last);
    }

    /**
     * Tells how the sensor is, for the cause when there is no signal.
     *
     * @param state its state now
     */
    public void sensor(SensorState state) {
        messages.sensor(state);
    }

    /**
     * Something says that the sensor does not sit as it did: the next rests ask whether it is in place.
     *
     * @param atNanos when it was noticed, monotonic
     */
    public void displaced(long atNanos) {
        messages.displaced(atNanos);
    }

    @Override
    public void effort(double newest, Conditioned signal) {
        messages.quality(signal.quality());
        if (signal.quality().valid()) {
            effort = newest;
            seenNanos = signal.atNanos();
            seen = true;
        }
    }

    @Override
    public void scale(Calibration scale, boolean fixed) {}

    /**
     * Paints the present moment.
     *
     * @param nowNanos the monotonic time
     * @return the picture
     */
    public Picture picture(long nowNanos) {
        if (!asked) {
            asked = true;
            askedNanos = nowNanos;
        }
        Course guide = course;
        if (guide == null) {
            return watch(nowNanos);
        }
        return switch (guide.pace()) {
            case WAITING -> waiting(nowNanos);
            case NO_SIGNAL -> plain(nowNanos, State.NO_SIGNAL, Word.NO_SIGNAL, -1);
            case PAUSED -> plain(nowNanos, State.PAUSED, Word.PAUSED, -1);
            case COUNT_IN -> plain(nowNanos, State.READY, Word.READY, whole(guide.secondsLeft(nowNanos)));
            case ENDED -> ended(nowNanos, guide.result());
            case RUNNING -> running(nowNanos, guide);
        };
    }

    private Picture ended(long nowNanos, @Nullable ExerciseResult result) {
        if (result != null && !result.isGroup()) {
            group(0, 0);
        }
        boolean enough = result != null && result.end() == ExerciseResult.End.FATIGUE;
        return plain(nowNanos, State.DONE, enough ? Word.ENOUGH : Word.DONE, -1);
    }

    private Picture watch(long nowNanos) {
        if (!sawWithin(nowNanos, Picture.NO_SIGNAL_AFTER_NANOS)) {
            return waiting(nowNanos);
        }
        boolean live = sawWithin(nowNanos, Picture.UNSEEN_AFTER_NANOS);
        State state = live ? State.WATCH : State.UNSEEN;
        return new Picture(
                nowNanos,
                state,
                Word.NONE,
                false,
                false,
                -1,
                live ? level() : Double.NaN,
                null,
                Double.NaN,
                tally.progress(false),
                messages.of(state, nowNanos),
                List.of());
    }

    private Picture waiting(long nowNanos) {
        boolean young = nowNanos - askedNanos < Picture.NO_SIGNAL_AFTER_NANOS;
        boolean checking = !seen && (young || messages.starting());
        return checking
                ? plain(nowNanos, State.CHECK, Word.CHECK, -1)
                : plain(nowNanos, State.NO_SIGNAL, Word.NO_SIGNAL, -1);
    }

    private Picture plain(long nowNanos, State state, Word word, int secondsLeft) {
        return new Picture(
                nowNanos,
                state,
                word,
                false,
                false,
                secondsLeft,
                Double.NaN,
                null,
                Double.NaN,
                tally.progress(false),
                messages.of(state, nowNanos),
                List.of());
    }

    private Picture running(long nowNanos, Course guide) {
        Step step = guide.step();
        Cue cue = guide.cue();
        if (step == null || cue == null) {
            return plain(nowNanos, State.DONE, Word.DONE, -1);
        }
        double secondsIn = (nowNanos - cue.startNanos()) / 1e9;
        Telling telling = guide.telling(nowNanos);
        State state = telling == Telling.NOTHING ? state(guide, step, secondsIn) : State.RESULT;
        int left = whole(guide.secondsLeft(nowNanos));
        if (step.kind() == Cue.Kind.READY || step.kind() == Cue.Kind.SET_REST) {
            return idle(nowNanos, state, left);
        }
        boolean live = sawWithin(nowNanos, Picture.UNSEEN_AFTER_NANOS);
        boolean open = live && !step.byFeel();
        return new Picture(
                nowNanos,
                live ? state : State.UNSEEN,
                word(state),
                open && guide.inGoal(),
                step.byFeel(),
                left,
                live ? level() : Double.NaN,
                live ? Horizon.goal(step, guide) : null,
                open ? guide.earned() : Double.NaN,
                tally.progress(telling == Telling.TOLD),
                messages.of(live ? state : State.UNSEEN, nowNanos),
                live ? horizon.ahead(nowNanos) : List.of());
    }

    /** Ready, or between sets: the level is seen, and nothing is asked. */
    private Picture idle(long nowNanos, State state, int left) {
        boolean live = sawWithin(nowNanos, Picture.UNSEEN_AFTER_NANOS);
        return new Picture(
                nowNanos,
                live || state == State.READY ? state : State.UNSEEN,
                word(state),
                false,
                false,
                left,
                live ? level() : Double.NaN,
                null,
                Double.NaN,
                tally.progress(false),
                messages.of(state, nowNanos),
                horizon.ahead(nowNanos));
    }

    private State state(Course guide, Step step, double secondsIn) {
        boolean blind = step.byFeel() || !step.block().target().isSet() || Double.isNaN(effort);
        boolean there = blind ? secondsIn >= BLIND_SECONDS : guide.reached();
        return switch (step.kind()) {
            case READY -> State.READY;
            case SET_REST -> State.SET_REST;
            case WORK -> there ? State.HOLD : State.SQUEEZE;
            case REST -> there ? State.REST : State.LET_GO;
            case DONE -> State.DONE;
        };
    }

    private static Word word(State state) {
        return switch (state) {
            case READY -> Word.READY;
            case SQUEEZE -> Word.SQUEEZE;
            case HOLD -> Word.HOLD;
            case LET_GO -> Word.LET_GO;
            case REST, SET_REST, RESULT -> Word.REST;
            default -> Word.NONE;
        };
    }

    private boolean sawWithin(long nowNanos, long spanNanos) {
        return seen && nowNanos - seenNanos <= spanNanos;
    }

    private double level() {
        return Math.max(LOWEST, Math.min(HIGHEST, effort * 100));
    }

    private static int whole(double seconds) {
        return (int) Math.ceil(seconds);
    }
}
