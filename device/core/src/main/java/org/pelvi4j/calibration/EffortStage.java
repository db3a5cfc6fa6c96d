package org.pelvi4j.calibration;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalSink;

/** The fifth stage: scales the envelope to the person's own rest and maximum. Confined to one thread. */
public final class EffortStage implements SignalSink {
    private final EffortSink out;
    private final @Nullable Learner learner;
    private final @Nullable Resting resting;
    private @Nullable Calibration scale;
    private boolean told;

    private EffortStage(
            @Nullable Calibration scale, @Nullable Learner learner, @Nullable Resting resting, EffortSink out) {
        this.resting = resting;
        this.scale = scale;
        this.learner = learner;
        this.out = out;
    }

    /**
     * A stage with a known scale, which stays.
     *
     * @param scale rest and reference
     * @param out told the scale once, then the effort
     * @return the stage
     */
    public static EffortStage of(Calibration scale, EffortSink out) {
        return new EffortStage(scale, null, null, out);
    }

    /**
     * A stage with a known reference that takes rest anew from the preparation, as each session does. Source: DOMAIN 1.16,
     * step 10.
     *
     * @param known rest and reference as they were calibrated
     * @param rateHz samples per second
     * @param quietSeconds how long the person is asked to rest at first, 5 or more
     * @param out told the known scale, then the one with today's rest, and the effort
     * @return the stage
     */
    public static EffortStage rested(Calibration known, double rateHz, double quietSeconds, EffortSink out) {
        return new EffortStage(known, null, new Resting(known, rateHz, quietSeconds), out);
    }

    /**
     * A stage that learns its scale: rest from the quietest 5 s of the preparation, the reference from the first two
     * contractions after it, and then it stays. Source: DESIGN 4.
     *
     * @param lesson what is known of the practice
     * @param out told the scale whenever it changes, and the effort
     * @return the stage
     */
    public static EffortStage learning(Lesson lesson, EffortSink out) {
        return new EffortStage(null, new Learner(lesson), null, out);
    }

    /**
     * A stage that learns its scale from contractions as strong as the person likes.
     *
     * @param signal what is measured
     * @param rateHz samples per second
     * @param quietSeconds how long the person is asked to rest at first
     * @param out told the scale whenever it changes, and the effort
     * @return the stage
     */
    public static EffortStage learning(Signal signal, double rateHz, double quietSeconds, EffortSink out) {
        return learning(new Lesson(signal, rateHz, quietSeconds, 1), out);
    }

    @Override
    public void signal(Conditioned now) {
        if (learner != null) {
            learn(learner, now);
        } else if (!told && scale != null) {
            told = true;
            out.scale(scale, true);
        }
        Calibration today = resting == null ? null : resting.next(now);
        if (today != null) {
            scale = today;
            out.scale(today, true);
        }
        boolean known = scale != null && now.quality().valid();
        out.effort(known && scale != null ? scale.effort(now.envelope()) : Double.NaN, now);
    }

    private void learn(Learner from, Conditioned now) {
        if (!told && from.next(now)) {
            scale = from.scale();
            told = from.fixed();
            if (scale != null) {
                out.scale(scale, told);
            }
        }
    }
}
