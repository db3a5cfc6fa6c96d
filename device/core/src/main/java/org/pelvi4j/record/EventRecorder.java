package org.pelvi4j.record;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.EventTexts;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.ExerciseSink;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.MetricsSink;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.measure.Verdict;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Detector;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;

/**
 * Puts what the detector and the exercise say into a recording, in the words of {@link AnnotationText} and
 * {@link EventTexts}. Confined to one thread.
 */
public final class EventRecorder implements PhaseSink, MetricsSink, ExerciseSink {
    private final Consumer<Annotation> out;
    private final @Nullable EventTexts texts;
    private long workNanos;
    private long restNanos;
    private long restEndNanos;
    private boolean unknown;
    private String unknownReason = "";
    private long unknownNanos;
    private long riseNanos;

    /**
     * Creates it.
     *
     * @param programme the exercise; null when there is none
     * @param out the recording
     */
    public EventRecorder(@Nullable Programme programme, Consumer<Annotation> out) {
        this.texts = programme == null ? null : EventTexts.of(programme);
        this.out = out;
    }

    /**
     * The scale that stays, so that whoever has only the recording can compute every level again.
     *
     * @param scale rest and reference
     * @param atNanos from when on
     */
    public void scale(Calibration scale, long atNanos) {
        out.accept(new Annotation(atNanos, -1, AnnotationText.calibrationScale(scale)));
    }

    /**
     * Mains hum is strong.
     *
     * @param atNanos when that was found
     */
    public void mains(long atNanos) {
        out.accept(new Annotation(atNanos, -1, AnnotationText.WARN_MAINS));
    }

    @Override
    public void phase(PhaseEvent event) {
        if (unknown) {
            endUnknown(event.atNanos());
        }
        if (event.phase() == Phase.CONTRACT) {
            riseNanos = event.atNanos();
        } else if (event.reason().equals(Detector.REST_SHIFT)) {
            // Told at once, and as long as what looked like a contraction and was none.
            out.accept(new Annotation(riseNanos, Math.max(0, event.atNanos() - riseNanos), AnnotationText.REST_SHIFT));
        } else if (event.phase() == Phase.UNKNOWN) {
            unknown = true;
            unknownReason = event.reason();
            unknownNanos = event.atNanos();
        }
    }

    private void endUnknown(long atNanos) {
        unknown = false;
        String code = unknownReason.isEmpty() ? "unknown" : unknownReason.toLowerCase(Locale.ROOT);
        out.accept(new Annotation(
                unknownNanos, Math.max(0, atNanos - unknownNanos), AnnotationText.FAULT + code.replace('_', '-')));
    }

    @Override
    public void contraction(Contraction contraction) {
        long lasted = contraction.offsetNanos() - contraction.onsetNanos();
        out.accept(new Annotation(contraction.onsetNanos(), lasted, AnnotationText.CONTRACT_ONSET));
        out.accept(new Annotation(contraction.offsetNanos(), -1, AnnotationText.CONTRACT_END));
    }

    @Override
    public void metrics(ContractionMetrics metrics) {
        verdict(metrics.verdict(), metrics.contraction().onsetNanos());
    }

    private void verdict(Verdict verdict, long atNanos) {
        String text = switch (verdict) {
            case COUGH -> AnnotationText.COUGH;
            case PUSH -> AnnotationText.PUSH;
            case CO_CONTRACTION -> AnnotationText.COCONTRACT;
            case LIFT, MIXED, UNKNOWN -> "";
        };
        if (!text.isEmpty()) {
            out.accept(new Annotation(atNanos, -1, text));
        }
    }

    @Override
    public void remark(Remark remark) {
        long lasted = remark.untilNanos() - remark.fromNanos();
        out.accept(
                switch (remark.kind()) {
                    case COUGH -> new Annotation(remark.fromNanos(), lasted, AnnotationText.COUGH);
                    case DRIFT -> new Annotation(remark.fromNanos(), -1, AnnotationText.WARN_DRIFT);
                    case SLIP -> new Annotation(remark.fromNanos(), lasted, AnnotationText.artefact("slip"));
                });
    }

    @Override
    public void cue(Cue cue) {
        if (cue.kind() == Cue.Kind.WORK) {
            workNanos = cue.startNanos();
        } else if (cue.kind() == Cue.Kind.REST) {
            restNanos = cue.startNanos();
            restEndNanos = cue.endNanos();
        }
        String text = texts == null ? "" : texts.cue(cue);
        if (!text.isEmpty()) {
            out.accept(new Annotation(cue.startNanos(), cue.endNanos() - cue.startNanos(), text));
        }
    }

    @Override
    public void rep(RepResult result) {
        if (result.measures().contraction() == null) {
            verdict(result.measures().verdict(), workNanos);
        }
        if (result.releaseSeconds() >= 0) {
            long release = Math.round(result.releaseSeconds() * 1e9);
            out.accept(new Annotation(restNanos, release, AnnotationText.RELAX_COMPLETE));
        }
        out.accept(new Annotation(workNanos, Math.max(0, restEndNanos - workNanos), EventTexts.rep(result)));
        if (result.judged()) {
            out.accept(new Annotation(workNanos, -1, EventTexts.verdict(result)));
        }
        if (!EventTexts.guess(result).isEmpty()) {
            out.accept(new Annotation(workNanos, -1, EventTexts.guess(result)));
        }
    }

    @Override
    public void done(ExerciseResult result) {
        if (unknown) {
            endUnknown(unknownNanos);
        }
        if (!EventTexts.end(result).isEmpty()) {
            out.accept(new Annotation(restEndNanos, -1, EventTexts.end(result)));
        }
    }
}
