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
    private static final double STEPS_PER_SECOND = 50;
    /** The longest contraction that is measured whole. Source: DOMAIN 1.1, endurance holds of 60 s, doubled. */
    private static final int LONGEST_STEPS = (int) (120 * STEPS_PER_SECOND);

    private final MetricsSink out;
    private final Track track;

    private Measure(double rateHz, MetricsSink out) {
        this.out = out;
        track = new Track(rateHz, STEPS_PER_SECOND, LONGEST_STEPS);
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
        track.select(contraction.onsetNanos(), contraction.offsetNanos());
        double peak = track.peak(0.2);
        out.metrics(new ContractionMetrics(contraction, peak, track.mean(1), track.atLeast(0.75 * peak), track.area()));
    }
}
