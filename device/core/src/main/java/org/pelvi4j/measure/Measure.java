package org.pelvi4j.measure;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;

/**
 * The seventh stage: measures each contraction once its edges are placed, and remarks what the level tells beside them.
 * Confined to one thread.
 */
public final class Measure implements EffortSink, PhaseSink {
    /** Metrics are taken from a track this coarse; the envelope is slower. */
    private static final double STEPS_PER_SECOND = 100;
    /** The longest contraction that is measured whole. Source: DOMAIN 1.1, endurance holds of 60 s, doubled. */
    private static final double LONGEST_SECONDS = 120;
    /** The level that counts as held, as a share of the peak. Source: DOMAIN 1.11 [PERI]. */
    private static final double HELD = 0.75;

    /** A person's usual rise is known from so many contractions on. Source: ours; one could be a cough itself. */
    private static final int USUAL_FROM = 3;

    private final MetricsSink out;
    private final boolean pressure;
    private final @Nullable Companion companion;
    private final Track track;
    private final Coughs coughs;
    private final Drift drift;
    private final Slip slip = new Slip();
    private Phase phase = Phase.UNKNOWN;
    private @Nullable Calibration scale;
    private double steepest = Double.NaN;
    private int counted;

    private Measure(Signal signal, double rateHz, @Nullable Companion companion, MetricsSink out) {
        this.out = out;
        this.companion = companion;
        pressure = signal == Signal.PRESSURE;
        track = new Track(rateHz, STEPS_PER_SECOND, LONGEST_SECONDS);
        coughs = new Coughs(rateHz);
        drift = new Drift(signal);
    }

    /**
     * Makes the stage.
     *
     * @param signal what is measured
     * @param rateHz samples per second
     * @param companion the second channel, which tells what a contraction was; null when there is none
     * @param out told the metrics of each contraction
     * @return the stage
     */
    public static Measure of(Signal signal, double rateHz, @Nullable Companion companion, MetricsSink out) {
        return new Measure(signal, rateHz, companion, out);
    }

    @Override
    public void effort(double effort, Conditioned signal) {
        if (!signal.quality().valid()) {
            return;
        }
        track.add(signal.envelope(), signal);
        if (phase == Phase.RELAX) {
            resting(signal.envelope(), signal);
        }
    }

    private void resting(double level, Conditioned signal) {
        long atNanos = signal.atNanos();
        if (pressure && coughs.next(level, signal)) {
            out.remark(new Remark(Remark.Kind.COUGH, coughs.fromNanos(), atNanos));
        }
        if (drift.next(level, atNanos)) {
            out.remark(new Remark(Remark.Kind.DRIFT, atNanos, atNanos));
        }
    }

    /** A contraction is measured on the scale that is known at its end: while it is learned, it moves. */
    @Override
    public void scale(Calibration newest, boolean fixed) {
        scale = newest;
        drift.scale(newest);
        slip.scale(newest);
    }

    @Override
    public void phase(PhaseEvent event) {
        phase = event.phase();
        if (phase == Phase.RELAX) {
            coughs.clear();
            drift.resting(event.decidedAtNanos());
        }
    }

    @Override
    public void contraction(Contraction contraction) {
        Curve curve = efforts(track.between(contraction.onsetNanos(), contraction.offsetNanos()));
        double peak = curve.peak();
        Timing timing = curve.timing();
        Verdict verdict = verdict(contraction, timing.riseRate());
        out.metrics(new ContractionMetrics(
                contraction,
                peak,
                curve.mean(),
                curve.holdSeconds(HELD * peak),
                curve.holdSeconds(0.65 * peak),
                curve.holdSeconds(0.50 * peak),
                curve.area(curve.seconds()),
                curve.variabilityPercent(),
                timing.riseSeconds(curve.mean()),
                timing.fallSeconds(curve.mean()),
                timing.riseRate(),
                curve.sag(),
                curve.peakSeconds(),
                verdict));
        if (verdict != Verdict.COUGH && slip.next(peak, contraction.onsetNanos(), curve.seconds())) {
            out.remark(new Remark(Remark.Kind.SLIP, slip.fromNanos(), contraction.offsetNanos()));
        }
    }

    private Curve efforts(Curve levels) {
        Calibration known = scale;
        return known == null
                ? levels.scaled(Double.NaN)
                : levels.above(known.rest()).scaled(1 / (known.reference() - known.rest()));
    }

    private Verdict verdict(Contraction contraction, double riseRate) {
        double seconds = (contraction.offsetNanos() - contraction.onsetNanos()) / 1e9;
        double usual = counted >= USUAL_FROM ? steepest : Double.NaN;
        // Whether it was asked for is not known here, so that short ones are left to those who know.
        Verdict alone = pressure ? Verdict.alone(riseRate, usual, seconds, true) : Verdict.UNKNOWN;
        Verdict verdict = companion == null || alone == Verdict.COUGH ? alone : companion.of(contraction);
        if (verdict != Verdict.COUGH && riseRate > 0) {
            steepest = counted == 0 ? riseRate : Math.max(steepest, riseRate);
            counted++;
        }
        return verdict;
    }
}
