package org.pelvi4j.exercise;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Verdict;
import org.pelvi4j.phase.Contraction;

/** Pairs contractions with prompts by their onsets. Source: DOMAIN 1.14. Confined to one thread. */
final class Pairing {
    /** An onset this long before the prompt or after its end still belongs to it. Source: DOMAIN 1.14. */
    private static final long MARGIN_NANOS = 300_000_000L;

    /** An answer that comes sooner is none. Source: DOMAIN 1.14. */
    private static final double ANTICIPATED_SECONDS = 0.08;

    /** A shorter one that nobody asked for is a cough, as far as one channel can tell. Source: DOMAIN 1.12. */
    private static final long COUGH_NANOS = 600_000_000L;

    private boolean open;
    private long promptNanos;
    private long promptEndNanos;
    private boolean answered;
    private long onsetNanos;
    private int extra;
    private boolean waiting;
    private long waitingNanos;
    private int unprompted;
    private int coughs;
    private @Nullable ContractionMetrics measured;

    /** A prompt begins; an onset just before it is its first answer. */
    void prompt(long startNanos, long endNanos) {
        open = true;
        promptNanos = startNanos;
        promptEndNanos = endNanos;
        answered = false;
        extra = 0;
        measured = null;
        if (waiting && startNanos - waitingNanos <= MARGIN_NANOS) {
            waiting = false;
            answer(waitingNanos);
        }
        settle();
    }

    /** A contraction began. */
    void onset(long atNanos) {
        settle();
        boolean belongs = open && atNanos - promptNanos >= -MARGIN_NANOS && atNanos - promptEndNanos <= MARGIN_NANOS;
        if (belongs) {
            answer(atNanos);
        } else {
            waiting = true;
            waitingNanos = atNanos;
        }
    }

    private void answer(long atNanos) {
        extra += answered ? 1 : 0;
        onsetNanos = answered ? onsetNanos : atNanos;
        answered = true;
    }

    /** Its edges are placed: the onset is known better. */
    void placed(Contraction contraction) {
        boolean brief = contraction.offsetNanos() - contraction.onsetNanos() < COUGH_NANOS;
        if (waiting && contraction.provisionalOnsetNanos() == waitingNanos) {
            waiting = !brief;
        }
        if (answered && contraction.provisionalOnsetNanos() == onsetNanos) {
            onsetNanos = contraction.onsetNanos();
        }
    }

    /** It has been measured. */
    void measured(ContractionMetrics metrics) {
        coughs += metrics.verdict() == Verdict.COUGH ? 1 : 0;
        if (answered && metrics.contraction().onsetNanos() == onsetNanos) {
            measured = metrics;
        }
    }

    /** A cough in rest, which was no contraction. */
    void coughed() {
        coughs++;
    }

    /** The repetition is over, and so is its prompt. */
    void close() {
        open = false;
    }

    private void settle() {
        unprompted += waiting ? 1 : 0;
        waiting = false;
    }

    Response response() {
        double seconds = answered ? (onsetNanos - promptNanos) / 1e9 : Double.NaN;
        double peak = measured == null ? Double.NaN : measured.peakEffort();
        return new Response(seconds, seconds < ANTICIPATED_SECONDS, extra, peak);
    }

    /** How the contraction was that answered first; null until it has been measured. */
    @Nullable
    ContractionMetrics contraction() {
        return measured;
    }

    /** Coughs in rest, and contractions that were coughs, asked for or not. */
    int coughs() {
        return coughs;
    }

    /** Contractions that no prompt asked for, those in a rest. */
    int unprompted() {
        return unprompted + (waiting ? 1 : 0);
    }
}
