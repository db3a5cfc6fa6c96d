package org.pelvi4j.measure;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalSink;

/**
 * The second channel beside the first: tells after each contraction what it was. It sees the second channel's signal as
 * a {@link SignalSink} and the first one's as an {@link EffortSink}. Confined to one thread.
 */
public final class Companion implements SignalSink, EffortSink, PhaseSink {
    private static final double STEPS_PER_SECOND = 50;
    private static final double LONGEST_SECONDS = 120;
    /** The base of a rise is what was from 1 to 0.2 s before it. */
    private static final long BASE_FROM_NANOS = 1_000_000_000L;

    private static final long BASE_UNTIL_NANOS = 200_000_000L;
    /** Least rise of the middle zone: 2 cmH2O. Source: DOMAIN 1.14. */
    private static final double LEAST_PASCAL = 196;

    private final @Nullable Calibration abdomen;
    private final Consumer<Verdict> out;
    private final Track efforts;
    private final Track first;
    private final Track second;
    private double threshold = LEAST_PASCAL;

    private Companion(double rateHz, @Nullable Calibration abdomen, Consumer<Verdict> out) {
        this.abdomen = abdomen;
        this.out = out;
        efforts = new Track(rateHz, STEPS_PER_SECOND, LONGEST_SECONDS);
        first = new Track(rateHz, STEPS_PER_SECOND, LONGEST_SECONDS);
        second = new Track(rateHz, STEPS_PER_SECOND, LONGEST_SECONDS);
    }

    /**
     * Abdominal EMG beside the pelvic floor's.
     *
     * @param rateHz samples per second
     * @param abdomen the abdomen's own rest and maximum
     * @param out told one verdict per contraction
     * @return the companion
     */
    public static Companion abdominal(double rateHz, Calibration abdomen, Consumer<Verdict> out) {
        return new Companion(rateHz, abdomen, out);
    }

    /**
     * The deep pressure zone beside the middle one.
     *
     * @param rateHz samples per second
     * @param out told one verdict per contraction
     * @return the companion
     */
    public static Companion deep(double rateHz, Consumer<Verdict> out) {
        return new Companion(rateHz, null, out);
    }

    @Override
    public void signal(Conditioned now) {
        second.add(now.quality().valid() ? now.envelope() : Double.NaN, now.atNanos());
    }

    @Override
    public void effort(double effort, Conditioned signal) {
        efforts.add(effort, signal.atNanos());
        first.add(signal.quality().valid() ? signal.envelope() : Double.NaN, signal.atNanos());
    }

    @Override
    public void scale(Calibration scale, boolean fixed) {
        threshold = Math.max(LEAST_PASCAL, scale.onEffort() * (scale.reference() - scale.rest()));
    }

    @Override
    public void phase(PhaseEvent event) {
        // The verdict is about whole contractions.
    }

    @Override
    public void contraction(Contraction contraction) {
        double seconds = (contraction.offsetNanos() - contraction.onsetNanos()) / 1e9;
        if (abdomen == null) {
            out.accept(Verdict.byZones(rise(first, contraction), rise(second, contraction), threshold, seconds));
            return;
        }
        double pelvic = within(efforts, contraction).mean();
        double abdominal = abdomen.effort(within(second, contraction).mean());
        out.accept(Verdict.byAbdomen(pelvic, abdominal, seconds));
    }

    private static Curve within(Track track, Contraction contraction) {
        return track.between(contraction.onsetNanos(), contraction.offsetNanos());
    }

    private static double rise(Track track, Contraction contraction) {
        long onset = contraction.onsetNanos();
        double base =
                track.between(onset - BASE_FROM_NANOS, onset - BASE_UNTIL_NANOS).mean();
        return within(track, contraction).mean() - base;
    }
}
