package org.pelvi4j.session;

import java.util.function.Consumer;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.sensor.SensorState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A follower whose failures cost nobody a sample: they are counted and logged, a line a second at most, and the first of
 * them is told. Source: RELIABILITY A10. Confined to one thread.
 */
final class GuardedFollower implements Follower {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedFollower.class);
    private static final long LINE_NANOS = 1_000_000_000L;

    private final Follower follower;
    private final Consumer<String> trouble;
    private long failures;
    private long newestNanos;
    private long loggedNanos;

    GuardedFollower(Follower follower, Consumer<String> trouble) {
        this.follower = follower;
        this.trouble = trouble;
    }

    @Override
    public void reached(long number, long atNanos) {
        newestNanos = atNanos;
        // Told with each reading: no object is made for it.
        try {
            follower.reached(number, atNanos);
        } catch (RuntimeException | Error broken) {
            failed(broken);
        }
    }

    @Override
    public void scale(Calibration scale, boolean fixed, long atNanos) {
        guard(() -> follower.scale(scale, fixed, atNanos));
    }

    @Override
    public void sensor(SensorState state) {
        guard(() -> follower.sensor(state));
    }

    @Override
    public void cue(Cue cue) {
        guard(() -> follower.cue(cue));
    }

    @Override
    public void rep(RepResult result) {
        guard(() -> follower.rep(result));
    }

    @Override
    public void done(ExerciseResult result) {
        guard(() -> follower.done(result));
    }

    @Override
    public void phase(PhaseEvent event) {
        guard(() -> follower.phase(event));
    }

    @Override
    public void contraction(Contraction contraction) {
        guard(() -> follower.contraction(contraction));
    }

    @Override
    public void metrics(ContractionMetrics metrics) {
        guard(() -> follower.metrics(metrics));
    }

    @Override
    public void remark(Remark remark) {
        guard(() -> follower.remark(remark));
    }

    @Override
    public void mains(long atNanos) {
        guard(() -> follower.mains(atNanos));
    }

    @Override
    public void trouble(String message) {
        guard(() -> follower.trouble(message));
    }

    private void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error broken) {
            failed(broken);
        }
    }

    private void failed(Throwable broken) {
        failures++;
        if (failures > 1 && newestNanos - loggedNanos < LINE_NANOS) {
            return;
        }
        loggedNanos = newestNanos;
        LOG.warn("a follower failed, {} times so far: {}", failures, broken.toString(), broken);
        if (failures == 1) {
            trouble.accept("something that follows the practice has failed, and the practice goes on: " + broken);
        }
    }
}
