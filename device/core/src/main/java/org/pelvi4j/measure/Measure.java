package org.pelvi4j.measure;

import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.signal.Conditioned;

/** The seventh stage: measures each contraction once its edges are placed. Confined to one thread. */
public final class Measure implements EffortSink, PhaseSink {
    /** Metrics are taken from a track this coarse; the envelope is slower. */
    private static final double STEPS_PER_SECOND = 100;
    /** The longest contraction that is measured whole. Source: DOMAIN 1.1, endurance holds of 60 s, doubled. */
    private static final double LONGEST_SECONDS = 120;
    /** The level that counts as held, as a share of the peak. Source: DOMAIN 1.11 [PERI]. */
    private static final double HELD = 0.75;

    private final MetricsSink out;
    private final Track track;

    private Measure(double rateHz, MetricsSink out) {
        this.out = out;
        track = new Track(rateHz, STEPS_PER_SECOND, LONGEST_SECONDS);
    }

    /**
     * Makes the stage.
     *
     * @param rateHz samples per second
     * @param out told the metrics of each contraction
     * @return the stage
     */
    public static Measure of(double rateHz, MetricsSink out) {
        return new Measure(rateHz, out);
    }

    @Override
    public void effort(double effort, Conditioned signal) {
        track.add(effort, signal.atNanos());
    }

    @Override
    public void scale(Calibration scale, boolean fixed) {
        // Efforts are measured on the scale they were told on.
    }

    @Override
    public void phase(PhaseEvent event) {
        // Only whole contractions are measured.
    }

    @Override
    public void contraction(Contraction contraction) {
        Curve curve = track.between(contraction.onsetNanos(), contraction.offsetNanos());
        double peak = curve.peak();
        out.metrics(new ContractionMetrics(
                contraction,
                peak,
                curve.mean(),
                curve.holdSeconds(HELD * peak),
                curve.area(curve.seconds()),
                curve.variabilityPercent(),
                curve.riseSeconds(),
                curve.fallSeconds(),
                curve.riseRate(),
                curve.sag()));
    }
}
