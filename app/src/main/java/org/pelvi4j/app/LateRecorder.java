package org.pelvi4j.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;

/** A recorder that is opened by its first sample, so that a sensor that never gives one leaves no file. Confined to one thread. */
final class LateRecorder implements Recorder {
    /** Opens the recorder. */
    interface Opening {
        /** Opens it for a first sample taken at this time. */
        Recorder open(long atNanos) throws IOException;
    }

    private final Opening opening;
    private final WallWatch wall;
    private @Nullable Recorder recorder;
    private @Nullable IOException fault;
    private long lastNanos;

    LateRecorder(Opening opening, WallWatch wall) {
        this.opening = opening;
        this.wall = wall;
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        if (recorder == null && fault == null) {
            try {
                recorder = opening.open(atNanos);
                wall.begin();
            } catch (IOException e) {
                fault = e;
            }
        }
        lastNanos = atNanos;
        if (recorder != null) {
            recorder.sample(number, atNanos, values, flaws);
        }
    }

    @Override
    public void gap(Gap gap) {
        if (recorder != null) {
            recorder.gap(gap);
        }
    }

    @Override
    public void annotate(Annotation annotation) {
        if (recorder != null) {
            recorder.annotate(annotation);
        }
    }

    @Override
    public void tick(long nowNanos) throws IOException {
        if (fault != null) {
            throw fault;
        }
        if (recorder != null) {
            if (wall.moved()) {
                recorder.annotate(new Annotation(lastNanos, -1, AnnotationText.WARN_CLOCK));
            }
            recorder.tick(nowNanos);
        }
    }

    @Override
    public void close() throws IOException {
        if (recorder != null) {
            recorder.close();
        }
    }
}
