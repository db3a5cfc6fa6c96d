/** Stage 3 of 9: frames or chip to samples and gaps, in physical units, on a uniform timeline. In: {@link org.pelvi4j.frame.FrameSink} or a bus. Out: {@link SampleSink}. Imports: time, bus, link, frame. */
package org.pelvi4j.sensor;
