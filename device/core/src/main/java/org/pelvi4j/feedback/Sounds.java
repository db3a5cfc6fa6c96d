package org.pelvi4j.feedback;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Course;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.Pace;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Step;

/** Says which sound is due, from how the exercise stands. Source: SCREENS 5. Confined to one thread. */
public final class Sounds {
    /** A sound that is later than this is not made: it would name a moment that has passed. Source: SCREENS 6. */
    private static final long LATEST_NANOS = 300_000_000L;

    private static final int TICKS = 3;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** So long after home is reached. Source: SCREENS 5. */
    private static final double AFTER_HOME_SECONDS = 0.3;

    /** When the alarm of no signal sounds again; then it is silent. Source: SCREENS 5. */
    private static final long[] ALARM_NANOS = {0, 10 * SECOND_NANOS, 20 * SECOND_NANOS};

    private final Course course;
    private final SoundSink out;
    private Pace pace = Pace.WAITING;
    private @Nullable Cue cue;
    private int ticksLeft;
    private boolean earned;
    private long sinceNanos;
    private int alarms;

    private Sounds(Course course, SoundSink out) {
        this.course = course;
        this.out = out;
    }

    /**
     * Follows an exercise.
     *
     * @param course how the exercise is going
     * @param out told of each sound once
     * @return to be ticked after the controller
     */
    public static Sounds of(Course course, SoundSink out) {
        return new Sounds(course, out);
    }

    /**
     * Makes what is due.
     *
     * @param nowNanos the monotonic time
     */
    public void tick(long nowNanos) {
        Pace newest = course.pace();
        if (newest != pace) {
            changed(newest, nowNanos);
        }
        Cue asked = course.cue();
        if (newest == Pace.RUNNING && asked != null && !asked.equals(cue)) {
            cue = asked;
            ticksLeft = TICKS;
            earned = false;
            start(asked, nowNanos);
        }
        switch (newest) {
            case RUNNING -> running(nowNanos);
            case COUNT_IN -> countDown(nowNanos);
            case NO_SIGNAL -> alarm(nowNanos);
            case WAITING, PAUSED, ENDED -> {}
        }
    }

    /** Silences the alarm of no signal, as a press of the button does. Source: SCREENS 13. */
    public void silence() {
        alarms = ALARM_NANOS.length;
    }

    /**
     * A button was pressed: it was heard.
     *
     * @param nowNanos the monotonic time
     */
    public void button(long nowNanos) {
        make(Sound.BUTTON, nowNanos, nowNanos);
    }

    private void changed(Pace newest, long nowNanos) {
        Pace old = pace;
        pace = newest;
        sinceNanos = nowNanos;
        ticksLeft = TICKS;
        alarms = 0;
        if (newest == Pace.PAUSED) {
            make(Sound.PAUSE, nowNanos, nowNanos);
        } else if (newest == Pace.ENDED) {
            make(Sound.DONE, nowNanos, nowNanos);
        } else if (newest == Pace.COUNT_IN && old == Pace.NO_SIGNAL) {
            make(Sound.BACK, nowNanos, nowNanos);
        }
    }

    private void start(Cue asked, long nowNanos) {
        boolean quick = quick(course.step());
        switch (asked.kind()) {
            case WORK -> make(quick ? Sound.SHORT_SQUEEZE : Sound.SQUEEZE, asked.startNanos(), nowNanos);
            case REST -> make(quick ? Sound.SHORT_LET_GO : Sound.LET_GO, asked.startNanos(), nowNanos);
            case READY, SET_REST, DONE -> {}
        }
    }

    private static boolean quick(@Nullable Step step) {
        return step != null && step.block().flick();
    }

    private void running(long nowNanos) {
        Step step = course.step();
        if (step == null) {
            return;
        }
        boolean beforeWork = course.ahead().size() > 1 && course.ahead().get(1).kind() == Cue.Kind.WORK;
        if (beforeWork && !(quick(step) && step.kind() == Cue.Kind.REST)) {
            countDown(nowNanos);
        }
        if (!earned && !step.byFeel() && course.kept()) {
            earn(step, nowNanos);
        }
    }

    /** Kept for most of the work; or home in time, and for a moment since. */
    private void earn(Step step, long nowNanos) {
        RepResult rep = course.soFar();
        Cue asked = cue;
        long dueNanos = nowNanos;
        if (step.kind() == Cue.Kind.REST && rep != null && asked != null) {
            dueNanos = asked.startNanos() + Math.round((rep.releaseSeconds() + AFTER_HOME_SECONDS) * SECOND_NANOS);
        }
        if (nowNanos - dueNanos >= 0) {
            earned = true;
            make(Sound.EARNED, dueNanos, nowNanos);
        }
    }

    private void countDown(long nowNanos) {
        long endNanos = course.endNanos();
        while (ticksLeft > 0 && nowNanos - (endNanos - ticksLeft * SECOND_NANOS) >= 0) {
            make(Sound.TICK, endNanos - ticksLeft * SECOND_NANOS, nowNanos);
            ticksLeft--;
        }
    }

    private void alarm(long nowNanos) {
        while (alarms < ALARM_NANOS.length && nowNanos - sinceNanos >= ALARM_NANOS[alarms]) {
            alarms++;
            make(Sound.NO_SIGNAL, nowNanos, nowNanos);
        }
    }

    private void make(Sound sound, long dueNanos, long nowNanos) {
        if (nowNanos - dueNanos <= LATEST_NANOS) {
            out.sound(sound, dueNanos);
        }
    }
}
