/** Stage 5 of 9: envelope to effort, 0 at rest and 1 at the person's own maximum. In: {@link org.pelvi4j.signal.SignalSink}. Out: {@link EffortSink}. Imports: signal. */
package org.pelvi4j.calibration;
