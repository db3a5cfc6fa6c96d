package org.pelvi4j.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.ExerciseSink;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.MetricsSink;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.signal.Conditioned;

/** Hands what one stage says to several that listen, in a fixed order. Confined to one thread. */
final class Fan {
    private Fan() {}

    static EffortSink effort(EffortSink... sinks) {
        return new EffortSink() {
            @Override
            public void effort(double effort, Conditioned signal) {
                for (EffortSink sink : sinks) {
                    sink.effort(effort, signal);
                }
            }

            @Override
            public void scale(Calibration scale, boolean fixed) {
                for (EffortSink sink : sinks) {
                    sink.scale(scale, fixed);
                }
            }
        };
    }

    /** Tells the scale with the time of the first sample on it. */
    static EffortSink scale(List<? extends Follower> followers) {
        return new EffortSink() {
            private @Nullable Calibration untold;
            private boolean fixed;

            @Override
            public void effort(double effort, Conditioned signal) {
                Calibration scale = untold;
                if (scale != null) {
                    untold = null;
                    followers.forEach(follower -> follower.scale(scale, fixed, signal.atNanos()));
                }
            }

            @Override
            public void scale(Calibration scale, boolean stays) {
                untold = scale;
                fixed = stays;
            }
        };
    }

    static PhaseSink phase(List<? extends PhaseSink> sinks) {
        return new PhaseSink() {
            @Override
            public void phase(PhaseEvent event) {
                sinks.forEach(sink -> sink.phase(event));
            }

            @Override
            public void contraction(Contraction contraction) {
                sinks.forEach(sink -> sink.contraction(contraction));
            }
        };
    }

    static MetricsSink metrics(List<? extends MetricsSink> sinks) {
        return new MetricsSink() {
            @Override
            public void metrics(ContractionMetrics metrics) {
                sinks.forEach(sink -> sink.metrics(metrics));
            }

            @Override
            public void remark(Remark remark) {
                sinks.forEach(sink -> sink.remark(remark));
            }
        };
    }

    static ExerciseSink exercise(List<? extends ExerciseSink> sinks) {
        return new ExerciseSink() {
            @Override
            public void cue(Cue cue) {
                sinks.forEach(sink -> sink.cue(cue));
            }

            @Override
            public void rep(RepResult result) {
                sinks.forEach(sink -> sink.rep(result));
            }

            @Override
            public void done(ExerciseResult result) {
                sinks.forEach(sink -> sink.done(result));
            }
        };
    }
}
