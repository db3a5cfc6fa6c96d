package org.pelvi4j.sim.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.session.Follower;
import org.pelvi4j.time.Clock;

/** Sits where follower, recorder and display sit, and keeps what comes. Confined to one thread. */
final class Hearing implements Follower, Recorder, Display {
    private static final double REFRESH_HZ = 100;

    private final List<Cue> cues = new ArrayList<>();
    private final List<Contraction> contractions = new ArrayList<>();
    private final List<PhaseEvent> phases = new ArrayList<>();
    private final List<Outcome.Told> events = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final Tape tape;
    private final Measured measured;
    private final Clock clock;

    Hearing(Tape tape, Measured measured, Clock clock) {
        this.clock = clock;
        this.tape = tape;
        this.measured = measured;
    }

    Outcome.Said said() {
        return new Outcome.Said(cues, contractions, phases, events, troubles);
    }

    @Override
    public void cue(Cue cue) {
        cues.add(cue);
    }

    @Override
    public void contraction(Contraction contraction) {
        contractions.add(contraction);
    }

    @Override
    public void phase(PhaseEvent event) {
        phases.add(event);
    }

    @Override
    public void trouble(String message) {
        troubles.add(message);
    }

    @Override
    public void annotate(Annotation annotation) {
        events.add(new Outcome.Told(clock.nowNanos(), annotation));
    }

    @Override
    public void show(Picture picture, long nowNanos) {
        tape.saw(picture, measured.activation());
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {}

    @Override
    public void gap(Gap gap) {}

    @Override
    public void tick(long nowNanos) {}

    @Override
    public double refreshHz() {
        return REFRESH_HZ;
    }

    @Override
    public void close() {}
}
