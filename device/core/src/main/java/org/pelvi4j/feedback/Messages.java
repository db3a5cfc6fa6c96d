package org.pelvi4j.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Controller;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Step;
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

    private final @Nullable Controller controller;
    private SensorState sensor = SensorState.OK;
    private Quality quality = Quality.SETTLING;

    Messages(@Nullable Programme programme, @Nullable Controller controller) {
        this.controller = controller;
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

    boolean starting() {
        return sensor.kind() == SensorState.Kind.STARTING;
    }

    Message of(State state, int secondsLeft) {
        return switch (state) {
            case NO_SIGNAL -> cause();
            case PAUSED -> PAUSE;
            case READY -> ready();
            case SQUEEZE, LET_GO, REST, SET_REST, WATCH -> quality == Quality.WEAK ? WEAK : Message.NONE;
            case HOLD -> quality == Quality.WEAK ? WEAK : breathe();
            case IDLE, CHECK, UNSEEN, RESULT, DONE -> Message.NONE;
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
        Controller guide = controller;
        Cue cue = guide == null ? null : guide.cue();
        if (guide == null || cue == null || cue.kind() == Cue.Kind.READY) {
            return SAFETY;
        }
        return guide.startsAgain() ? new Message("rep.again", List.of(String.valueOf(cue.rep()))) : Message.NONE;
    }

    private Message breathe() {
        Step step = controller == null ? null : controller.step();
        return step != null && step.length().toSeconds() > 2 ? BREATHE : Message.NONE;
    }
}
