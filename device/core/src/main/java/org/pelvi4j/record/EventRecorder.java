package org.pelvi4j.record;

import java.util.Locale;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.ExerciseSink;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;

/**
 * Puts what the detector and the exercise say into a recording, in the words of {@link AnnotationText}. Confined to one
 * thread.
 */
public final class EventRecorder implements PhaseSink, ExerciseSink {
    private final Recorder out;
    private final int sets;
    private int set;
    private long workNanos;
    private long restNanos;
    private long restEndNanos;
    private boolean unknown;
    private String unknownReason = "";
    private long unknownNanos;

    /**
     * Creates it.
     *
     * @param out the recording
     * @param sets how many sets the programme has
     */
    public EventRecorder(Recorder out, int sets) {
        this.out = out;
        this.sets = sets;
    }

    @Override
    public void phase(PhaseEvent event) {
        if (unknown) {
            endUnknown(event.atNanos());
        }
        if (event.phase() == Phase.UNKNOWN) {
            unknown = true;
            unknownReason = event.reason();
            unknownNanos = event.atNanos();
        }
    }

    private void endUnknown(long atNanos) {
        unknown = false;
        String code = unknownReason.isEmpty() ? "unknown" : unknownReason.toLowerCase(Locale.ROOT);
        out.annotate(new Annotation(
                unknownNanos, Math.max(0, atNanos - unknownNanos), AnnotationText.FAULT + code.replace('_', '-')));
    }

    @Override
    public void contraction(Contraction contraction) {
        long lasted = contraction.offsetNanos() - contraction.onsetNanos();
        out.annotate(new Annotation(contraction.onsetNanos(), lasted, AnnotationText.CONTRACT_ONSET));
        out.annotate(new Annotation(contraction.offsetNanos(), -1, AnnotationText.CONTRACT_END));
    }

    @Override
    public void cue(Cue cue) {
        long planned = cue.endNanos() - cue.startNanos();
        if (cue.kind() == Cue.Kind.WORK) {
            if (cue.set() != set) {
                set = cue.set();
                out.annotate(new Annotation(cue.startNanos(), -1, AnnotationText.promptSet(set, sets)));
            }
            workNanos = cue.startNanos();
            out.annotate(new Annotation(cue.startNanos(), planned, AnnotationText.PROMPT_WORK));
        } else if (cue.kind() == Cue.Kind.REST) {
            restNanos = cue.startNanos();
            restEndNanos = cue.endNanos();
            out.annotate(new Annotation(cue.startNanos(), planned, AnnotationText.PROMPT_REST));
        }
    }

    @Override
    public void rep(RepResult result) {
        if (result.releaseSeconds() >= 0) {
            long release = Math.round(result.releaseSeconds() * 1e9);
            out.annotate(new Annotation(restNanos, release, AnnotationText.RELAX_COMPLETE));
        }
        out.annotate(new Annotation(
                workNanos,
                Math.max(0, restEndNanos - workNanos),
                AnnotationText.rep(result.rep(), result.judged() ? result.score() : Double.NaN)));
    }

    @Override
    public void done(ExerciseResult result) {
        if (unknown) {
            endUnknown(unknownNanos);
        }
        if (result.end() == ExerciseResult.End.FATIGUE) {
            out.annotate(new Annotation(restEndNanos, -1, AnnotationText.STOP_FATIGUE));
        }
    }
}
