package org.pelvi4j.session;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.calibration.EffortStage;
import org.pelvi4j.calibration.Lesson;
import org.pelvi4j.exercise.Controller;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Telling;
import org.pelvi4j.feedback.Painter;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.SoundSink;
import org.pelvi4j.feedback.Sounds;
import org.pelvi4j.measure.Companion;
import org.pelvi4j.measure.Measure;
import org.pelvi4j.measure.Meter;
import org.pelvi4j.measure.MetricsSink;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.phase.Detector;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.signal.SignalStage;

/** The stages behind the sensor, joined. Used by one thread at a time: the session's turn sees to it. */
final class Flow implements SampleSink {
    /** Watching without a programme learns rest from its first seconds. Source: DOMAIN 1.5, preparation. */
    private static final double WATCH_SECONDS = 10;
    /** A shorter preparation shows no rest. Source: DESIGN 4, the quietest 5 s. */
    private static final double LEAST_QUIET_SECONDS = 6;

    private final SampleSink record;
    private final SignalStage signal;
    private final @Nullable SignalStage second;
    private final Detector detector;
    private final @Nullable Controller controller;
    private final @Nullable Sounds sounds;
    private final Painter painter;
    private final List<Follower> followers;
    private long lastNumber = -1;
    private long toldNumber = -1;
    private long lastNanos;
    private boolean hums;

    /**
     * Builds the flow. Data runs from the last line to the first: sensor, signal, calibration, phase, measure, exercise,
     * feedback.
     */
    Flow(SessionSetup setup, SampleSink record, SoundSink heard, List<Follower> followers) {
        SensorInfo sensor = setup.sensor().info();
        Channel channel = sensor.channels().get(0);
        double rateHz = sensor.rateHz();
        Programme programme = setup.programme();
        Calibration known = setup.calibration();

        Companion companion = companion(sensor, setup.abdomen());
        second = companion == null ? null : SignalStage.of(sensor.channels().get(1), rateHz, companion);
        Meter meter = programme == null ? null : Meter.of(channel.signal(), rateHz, companion);
        controller =
                programme == null || meter == null ? null : Controller.of(programme, meter, Fan.exercise(followers));
        sounds = controller == null ? null : Sounds.of(controller.course(), heard);
        painter = programme == null || controller == null
                ? Painter.watching(sensor.name())
                : Painter.of(programme, controller.course());
        var misplaced = new Misplaced();
        var measured = Stream.<MetricsSink>concat(
                Stream.of(misplaced), Stream.concat(Stream.ofNullable(controller), followers.stream()));
        Measure measure = Measure.of(channel.signal(), rateHz, companion, Fan.metrics(measured.toList()));
        List<PhaseSink> hearing = Stream.<PhaseSink>concat(
                        Stream.ofNullable(controller), Stream.concat(Stream.of(misplaced, measure), followers.stream()))
                .toList();
        detector = Detector.of(channel.signal(), rateHz, known, Fan.phase(hearing));
        if (programme != null) {
            detector.holding(programme.longestWork().toMillis() / 1000.0);
        }
        // The controller measures what the meter and the companion have already seen.
        EffortSink[] seeing = Stream.<EffortSink>of(
                        companion, measure, meter, controller, painter, detector, Fan.scale(followers))
                .filter(Objects::nonNull)
                .toArray(EffortSink[]::new);
        EffortSink effort = Fan.effort(seeing);
        EffortStage calibration = known == null
                ? EffortStage.learning(lesson(channel, rateHz, programme), effort)
                : scaled(known, rateHz, programme, effort);
        signal = SignalStage.of(channel, rateHz, calibration);
        this.record = record;
        this.followers = followers;
    }

    /** What is noticed of a sensor that does not sit as it did is for the person too. */
    private final class Misplaced implements Follower {
        @Override
        public void remark(Remark remark) {
            if (remark.kind() == Remark.Kind.SLIP) {
                painter.displaced(remark.untilNanos());
            }
        }

        @Override
        public void phase(PhaseEvent event) {
            if (event.reason().equals(Detector.REST_SHIFT)) {
                painter.displaced(event.decidedAtNanos());
            }
        }
    }

    /** The second channel beside the first, where there is one that can tell. */
    private static @Nullable Companion companion(SensorInfo sensor, @Nullable Calibration abdomen) {
        if (sensor.channels().size() < 2) {
            return null;
        }
        return switch (sensor.channels().get(1).role()) {
            case ABDOMINAL -> Companion.abdominal(sensor.rateHz(), abdomen);
            case DEEP -> Companion.deep(sensor.rateHz());
            case PFM -> null;
        };
    }

    /** Each session has its own rest, where there is time to find it. */
    private static EffortStage scaled(
            Calibration known, double rateHz, @Nullable Programme programme, EffortSink effort) {
        double quietSeconds = programme == null ? 0 : programme.quiet().toMillis() / 1000.0;
        return quietSeconds >= LEAST_QUIET_SECONDS
                ? EffortStage.rested(known, rateHz, quietSeconds, effort)
                : EffortStage.of(known, effort);
    }

    private static Lesson lesson(Channel channel, double rateHz, @Nullable Programme programme) {
        double quietSeconds =
                programme == null ? WATCH_SECONDS : programme.quiet().toMillis() / 1000.0;
        return new Lesson(channel.signal(), rateHz, Math.max(1, quietSeconds), programme == null ? 1 : programme.aim());
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        lastNumber = number;
        lastNanos = atNanos;
        record.sample(number, atNanos, values, flaws);
        if (second != null) {
            second.sample(number, atNanos, values[1], flaws[1]);
        }
        signal.sample(number, atNanos, values[0], flaws[0]);
    }

    @Override
    public void gap(Gap gap) {
        record.gap(gap);
        if (second != null) {
            second.gap(gap);
        }
        signal.gap(gap);
    }

    /** Lets time pass: what is due happens, samples or none. */
    void tick(long nowNanos) {
        if (lastNumber != toldNumber) {
            toldNumber = lastNumber;
            followers.forEach(follower -> follower.reached(lastNumber, lastNanos));
        }
        if (!hums && signal.hums()) {
            hums = true;
            painter.displaced(lastNanos);
            followers.forEach(follower -> follower.mains(lastNanos));
        }
        if (second != null) {
            second.tick(nowNanos);
        }
        signal.tick(nowNanos);
        detector.tick(nowNanos);
        if (controller != null) {
            controller.tick(nowNanos);
        }
        if (sounds != null) {
            sounds.tick(nowNanos);
        }
    }

    void start(long nowNanos) {
        if (controller != null) {
            controller.start(nowNanos);
        }
    }

    /** Asks after each repetition by feel whether it was got. */
    void ask() {
        if (controller != null) {
            controller.ask();
        }
    }

    /** Does what somebody asked for from outside. */
    void obey(Requests.Request request, long nowNanos) {
        if (controller == null || sounds == null) {
            return;
        }
        switch (request) {
            case PRESS -> press(controller, sounds, nowNanos);
            case PAUSE -> controller.pause(nowNanos);
            case RESUME -> controller.resume(nowNanos);
            case GOT_IT -> controller.guessed(Guess.YES, nowNanos);
            case MISSED_IT -> controller.guessed(Guess.NO, nowNanos);
            case STOP -> controller.stop(nowNanos);
        }
    }

    /** The one button: pauses, goes on, silences the alarm of no signal, and says yes where it is asked. Source: SCREENS 13, 3. */
    private static void press(Controller controller, Sounds sounds, long nowNanos) {
        boolean asked = controller.course().telling(nowNanos) == Telling.ASKED;
        switch (controller.course().pace()) {
            case NO_SIGNAL -> sounds.silence();
            case PAUSED -> controller.resume(nowNanos);
            case RUNNING, COUNT_IN -> {
                if (asked) {
                    controller.guessed(Guess.YES, nowNanos);
                } else {
                    controller.pause(nowNanos);
                }
            }
            case WAITING, ENDED -> {}
        }
        sounds.button(nowNanos);
    }

    /** No sample will ever come: what is open closes at the last one. */
    void end(long nowNanos) {
        detector.finish(nowNanos);
        if (controller != null) {
            controller.signalEnded(nowNanos);
        }
    }

    boolean finished() {
        return controller != null && controller.course().finished();
    }

    Picture picture(long nowNanos, SensorState state) {
        painter.sensor(state);
        return painter.picture(nowNanos);
    }

    /** Tells which group of the day this is; 0 when nobody counts. */
    void group(int group, int groups) {
        painter.group(group, groups);
    }
}
