package org.pelvi4j.record;

import java.io.IOException;
import org.pelvi4j.sensor.SampleSink;

/**
 * Keeps samples, gaps and what happened. Every sample number is kept once or lies in one marked gap. Confined to one
 * thread.
 */
public interface Recorder extends SampleSink, AutoCloseable {
    /**
     * Keeps an event; events may come a few seconds late and out of order.
     *
     * @param annotation which
     */
    void annotate(Annotation annotation);

    /**
     * Writes out what is due, and forces it to the disk at most once a second.
     *
     * @param nowNanos the monotonic time
     * @throws IOException when the disk refuses; what was written before stays readable
     */
    void tick(long nowNanos) throws IOException;

    /**
     * Writes the rest, sets the count in the header and closes the file; may be called twice.
     *
     * @throws IOException when the disk refuses
     */
    @Override
    void close() throws IOException;
}
