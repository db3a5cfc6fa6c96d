package org.pelvi4j.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.EventRecorder;

/** Writes what happens into every recording. Confined to one thread. */
final class Journal implements Follower {
    private final EventRecorder events;

    Journal(@Nullable Programme programme, List<RecorderPort> recorders) {
        this.events = new EventRecorder(programme, event -> recorders.forEach(recorder -> recorder.annotate(event)));
    }

    @Override
    public void scale(Calibration scale, boolean fixed, long atNanos) {
        if (fixed) {
            events.scale(scale, atNanos);
        }
    }

    @Override
    public void cue(Cue cue) {
        events.cue(cue);
    }

    @Override
    public void rep(RepResult result) {
        events.rep(result);
    }

    @Override
    public void done(ExerciseResult result) {
        events.done(result);
    }

    @Override
    public void phase(PhaseEvent event) {
        events.phase(event);
    }

    @Override
    public void metrics(ContractionMetrics metrics) {
        events.metrics(metrics);
    }

    @Override
    public void remark(Remark remark) {
        events.remark(remark);
    }

    @Override
    public void mains(long atNanos) {
        events.mains(atNanos);
    }

    @Override
    public void contraction(Contraction contraction) {
        events.contraction(contraction);
    }
}
