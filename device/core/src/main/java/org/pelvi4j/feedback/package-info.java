/** Stage 9 of 9: cues, effort and quality to the picture of this moment. In: {@link org.pelvi4j.exercise.ExerciseSink}, {@link org.pelvi4j.calibration.EffortSink}. Out: {@link Picture}. Imports: exercise, phase, calibration, signal. */
package org.pelvi4j.feedback;
