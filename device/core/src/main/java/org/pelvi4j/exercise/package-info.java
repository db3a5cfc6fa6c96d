/** Stage 8 of 9: phase events, metrics and time to cues, scores and results. In: {@link org.pelvi4j.phase.PhaseSink}, {@link org.pelvi4j.calibration.EffortSink}, time. Out: {@link ExerciseSink}. Imports: measure, phase, calibration, signal. */
package org.pelvi4j.exercise;
