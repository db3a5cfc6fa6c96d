/** Stage 7 of 9: phase events, envelope and effort to metrics per contraction. In: {@link org.pelvi4j.phase.PhaseSink}, {@link org.pelvi4j.calibration.EffortSink}. Out: {@link ContractionMetrics}. Imports: phase, calibration, signal, filter. */
package org.pelvi4j.measure;
