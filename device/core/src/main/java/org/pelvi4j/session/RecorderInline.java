package org.pelvi4j.session;

import java.io.IOException;
import java.util.function.Consumer;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.time.Clock;

/** A recorder in virtual time: called in line, drops nothing. Its disk is forced by the real clock. Confined to one thread. */
final class RecorderInline implements RecorderPort {
    private final Recorder recorder;
    private final Clock realTime;
    private final Consumer<String> trouble;
    private boolean failed;
    private long sinceTick;

    RecorderInline(Recorder recorder, Clock realTime, Consumer<String> trouble) {
        this.recorder = recorder;
        this.realTime = realTime;
        this.trouble = trouble;
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        if (failed) {
            return;
        }
        recorder.sample(number, atNanos, values, flaws);
        sinceTick++;
        if (sinceTick >= 100) {
            sinceTick = 0;
            try {
                recorder.tick(realTime.nowNanos());
            } catch (IOException e) {
                failed = true;
                trouble.accept("the recording has stopped: " + e.getMessage());
            }
        }
    }

    @Override
    public void gap(Gap gap) {
        if (!failed) {
            recorder.gap(gap);
        }
    }

    @Override
    public void annotate(Annotation annotation) {
        if (!failed) {
            recorder.annotate(annotation);
        }
    }

    @Override
    public void close() {
        RecorderThread.closeRecorder(recorder, trouble);
    }
}
