package org.pelvi4j.session;

import org.pelvi4j.calibration.Calibration;
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
import org.pelvi4j.sensor.SensorState;

/**
 * Follows what a session finds and says, each thing once, in order, on the acquisition thread: what it does must be
 * quick. Override what is wanted. What it throws in live time is counted and logged, and the session goes on; in virtual time
 * it ends the session.
 */
public interface Follower extends ExerciseSink, PhaseSink, MetricsSink {
    /**
     * Samples have come, up to this one; told after each reading of the sensor.
     *
     * @param number the newest sample's number
     * @param atNanos when it was taken, monotonic
     */
    default void reached(long number, long atNanos) {}

    /**
     * The scale is known, or has changed.
     *
     * @param scale rest and reference from now on
     * @param fixed true when it stays for the set
     * @param atNanos from when on
     */
    default void scale(Calibration scale, boolean fixed, long atNanos) {}

    /**
     * The sensor is in another state than before.
     *
     * @param state how it is, with what mends it
     */
    default void sensor(SensorState state) {}

    @Override
    default void cue(Cue cue) {}

    @Override
    default void rep(RepResult result) {}

    @Override
    default void done(ExerciseResult result) {}

    @Override
    default void phase(PhaseEvent event) {}

    @Override
    default void contraction(Contraction contraction) {}

    @Override
    default void metrics(ContractionMetrics metrics) {}

    @Override
    default void remark(Remark remark) {}

    /**
     * Mains hum is stronger than with good contact; told once.
     *
     * @param atNanos when the newest sample was taken, monotonic
     */
    default void mains(long atNanos) {}

    /**
     * Something went wrong beside the exercise, which goes on: a display is gone, a disk is full.
     *
     * @param message one line for people
     */
    default void trouble(String message) {}
}
