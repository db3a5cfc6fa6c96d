package org.pelvi4j.calibration;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalSink;

/** The fifth stage: scales the envelope to the person's own rest and maximum. Confined to one thread. */
public final class EffortStage implements SignalSink {
    private final EffortSink out;
    private final @Nullable Learner learner;
    private @Nullable Calibration scale;
    private boolean told;

    private EffortStage(@Nullable Calibration scale, @Nullable Learner learner, EffortSink out) {
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
        return new EffortStage(scale, null, out);
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
        return new EffortStage(null, new Learner(lesson), out);
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
