/** Stage 6 of 9: effort to phase events. In: {@link org.pelvi4j.calibration.EffortSink}. Out: {@link PhaseSink}. Imports: calibration, signal. */
package org.pelvi4j.phase;
