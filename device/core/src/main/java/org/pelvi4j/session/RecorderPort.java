package org.pelvi4j.session;

import org.pelvi4j.record.Annotation;
import org.pelvi4j.sensor.SampleSink;

/** What the acquisition thread sees of a recorder: a queue in live time, the recorder itself in virtual time. */
interface RecorderPort extends SampleSink, AutoCloseable {
    void annotate(Annotation annotation);

    @Override
    void close();
}
