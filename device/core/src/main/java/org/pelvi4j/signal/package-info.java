/** Stage 4 of 9: samples to a conditioned signal, its envelope and its quality. In: {@link org.pelvi4j.sensor.SampleSink}. Out: {@link SignalSink}. Imports: filter, sensor. */
package org.pelvi4j.signal;
