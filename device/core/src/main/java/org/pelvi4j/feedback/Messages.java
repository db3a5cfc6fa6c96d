package org.pelvi4j.feedback;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Course;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Step;
import org.pelvi4j.exercise.Telling;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.signal.Quality;

/** The one line for the person, or none. Source of the keys: SCREENS 4. */
final class Messages {
    private static final Message SAFETY = key("safety.stop");
    private static final Message PAUSE = key("pause.help");
    private static final Message WEAK = key("hint.weak");
    private static final Message BREATHE = key("hint.breathe");
    private static final Message PLUG = key("hint.plug");
    private static final Message PLACE = key("hint.place");
    private static final Message COUGH = key("cue.cough");

    /** A hold longer than a flick is where people stop breathing. Source: SCREENS 9. */
    private static final int BREATHE_FROM_SECONDS = 3;

    /** Who is to look whether it is in place has the rests of this time to read it. (P) */
    private static final long PLACE_NANOS = 20_000_000_000L;

    private final @Nullable Course course;
    private @Nullable ExerciseResult previous;
    private int group;
    private int groups;
    private SensorState sensor = SensorState.OK;
    private Quality quality = Quality.SETTLING;
    private boolean displaced;
    private long displacedNanos;

    Messages(@Nullable Course course) {
        this.course = course;
    }

    private static Message key(String key) {
        return new Message(key, List.of());
    }

    void sensor(SensorState state) {
        sensor = state;
    }

    void quality(Quality newest) {
        quality = newest;
    }

    void displaced(long atNanos) {
        displaced = true;
        displacedNanos = atNanos;
    }

    void previous(ExerciseResult last) {
        previous = last;
    }

    void group(int which, int of) {
        group = which;
        groups = of;
    }

    boolean starting() {
        return sensor.kind() == SensorState.Kind.STARTING;
    }

    Message of(State state, long nowNanos) {
        return switch (state) {
            case NO_SIGNAL -> cause();
            case PAUSED -> PAUSE;
            case READY -> ready();
            case SQUEEZE, HOLD -> cough(nowNanos) ? COUGH : weakOr(state == State.HOLD ? breathe() : Message.NONE);
            case LET_GO, REST, SET_REST, WATCH -> weakOr(place(nowNanos));
            case DONE -> sentence();
            case RESULT -> result(nowNanos);
            case IDLE, CHECK, UNSEEN, SETUP -> Message.NONE;
        };
    }

    /** Cause and remedy: a wire that is gone, a sensor out of place, or what the sensor itself says. */
    private Message cause() {
        return switch (sensor.kind()) {
            case BUSY, NO_PERMISSION, WRONG_DEVICE -> new Message("hint.sensor", List.of(sensor.text()));
            case ABSENT, SILENT, ENDED -> PLUG;
            case OK, STARTING ->
                switch (quality) {
                    case LEAD_OFF, SATURATED, GARBAGE, STUCK -> PLACE;
                    default -> PLUG;
                };
        };
    }

    private Message ready() {
        Course guide = course;
        Cue cue = guide == null ? null : guide.cue();
        if (guide == null || cue == null || cue.kind() == Cue.Kind.READY) {
            return SAFETY;
        }
        return guide.startsAgain() ? new Message("rep.again", List.of(String.valueOf(cue.rep()))) : Message.NONE;
    }

    private Message place(long nowNanos) {
        displaced &= nowNanos - displacedNanos < PLACE_NANOS;
        return displaced ? PLACE : Message.NONE;
    }

    private Message weakOr(Message other) {
        return quality == Quality.WEAK ? WEAK : other;
    }

    private Message breathe() {
        Step step = course == null ? null : course.step();
        return step != null && step.length().toSeconds() >= BREATHE_FROM_SECONDS ? BREATHE : Message.NONE;
    }

    private boolean cough(long nowNanos) {
        Step step = course == null ? null : course.step();
        Cue cue = course == null ? null : course.cue();
        Duration at = step == null || step.kind() != Cue.Kind.WORK
                ? null
                : step.block().coughAt();
        return at != null && cue != null && nowNanos - cue.startNanos() >= at.toNanos();
    }

    /** What a repetition by feel was like, or first whether it was got. */
    private Message result(long nowNanos) {
        if (course != null && course.telling(nowNanos) == Telling.ASKED) {
            return Message.ASKED;
        }
        RepResult rep = course == null ? null : course.soFar();
        if (rep == null) {
            return Message.NONE;
        }
        String letGo = Double.isNaN(rep.releaseSeconds()) ? "-" : text("%.1f", rep.releaseSeconds());
        return new Message(
                "result.line", List.of(text("%.0f", rep.heldSeconds()), text("%.0f", rep.workSeconds()), letGo));
    }

    private Message sentence() {
        ExerciseResult now = course == null ? null : course.result();
        return now == null ? Message.NONE : Sentence.of(now, previous, group, groups);
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
