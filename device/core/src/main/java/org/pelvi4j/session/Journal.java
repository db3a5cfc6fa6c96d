package org.pelvi4j.session;

import java.util.List;
import java.util.Locale;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.Annotation;

/** Writes what happens into the record, in the words of DOMAIN 4.2. Confined to one thread. */
final class Journal implements Follower {
    private final List<RecorderPort> recorders;
    private Cue cue = new Cue(Cue.Kind.READY, 0, 1, 0, 0, 0, 1, false);
    private long unknownSince;
    private String unknown = "";
    private long repStart;

    Journal(List<RecorderPort> recorders) {
        this.recorders = recorders;
    }

    @Override
    public void cue(Cue next) {
        long planned = next.endNanos() - next.startNanos();
        switch (next.kind()) {
            case WORK -> {
                repStart = next.startNanos();
                write(next.startNanos(), planned, "PROMPT work");
            }
            case REST -> write(next.startNanos(), planned, "PROMPT rest");
            case SET_REST -> write(next.startNanos(), planned, "PROMPT set " + next.set());
            case READY, DONE -> {}
        }
        cue = next;
    }

    @Override
    public void rep(RepResult result) {
        String score =
                Double.isNaN(result.score()) ? "score=-" : String.format(Locale.ROOT, "score=%.2f", result.score());
        write(repStart, cue.endNanos() - repStart, "REP " + result.rep() + " " + score);
    }

    @Override
    public void done(ExerciseResult result) {
        if (result.end() == ExerciseResult.End.FATIGUE) {
            write(cue.endNanos(), -1, "STOP fatigue");
        }
    }

    @Override
    public void phase(PhaseEvent event) {
        if (!unknown.isEmpty() && event.atNanos() - unknownSince > 0) {
            write(unknownSince, event.atNanos() - unknownSince, "FAULT " + unknown);
        }
        unknown = event.phase() == Phase.UNKNOWN ? event.reason() : "";
        unknownSince = event.atNanos();
    }

    @Override
    public void contraction(Contraction contraction) {
        long length = contraction.offsetNanos() - contraction.onsetNanos();
        write(contraction.onsetNanos(), length, "CONTRACT onset");
        write(contraction.offsetNanos(), -1, "CONTRACT end");
    }

    private void write(long atNanos, long durationNanos, String text) {
        for (RecorderPort recorder : recorders) {
            recorder.annotate(new Annotation(atNanos, durationNanos, text));
        }
    }
}
