package org.pelvi4j.session;

import java.io.IOException;
import java.util.function.Consumer;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.time.Clock;

/** Runs one recorder on a thread of its own behind a bounded queue: a slow disk never holds up acquisition. Thread-safe. */
final class RecorderThread implements RecorderPort {
    /** 16 s at 1 kHz: longer than a disk stalls, and 200 kB. */
    private static final int CAPACITY = 16_384;

    /** Seldom enough to cost nothing, often enough for a record of 0.5 s. */
    private static final long POLL_NANOS = 50_000_000L;

    private static final long CLOSE_MILLIS = 3_000;

    private final Recorder recorder;
    private final Clock clock;
    private final Consumer<String> trouble;
    private final RecorderQueue queue;
    private final SideThread thread;

    RecorderThread(Recorder recorder, int channels, Clock clock, Consumer<String> trouble) {
        this.recorder = recorder;
        this.clock = clock;
        this.trouble = trouble;
        queue = new RecorderQueue(CAPACITY, channels);
        thread = new SideThread("pelvi4j-recorder", this::run);
        thread.start();
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        queue.sample(number, atNanos, values, flaws);
    }

    @Override
    public void gap(Gap gap) {
        queue.gap(gap);
    }

    @Override
    public void annotate(Annotation annotation) {
        queue.annotate(annotation);
    }

    private void run() {
        try {
            boolean last = false;
            while (true) {
                int taken = queue.drainTo(recorder);
                recorder.tick(clock.nowNanos());
                if (last && taken == 0) {
                    break;
                }
                last = thread.closing();
                thread.idle(POLL_NANOS);
            }
        } catch (IOException e) {
            trouble.accept("the recording has stopped: " + e.getMessage());
        } finally {
            closeRecorder(recorder, trouble);
        }
    }

    static void closeRecorder(Recorder recorder, Consumer<String> trouble) {
        try {
            recorder.close();
        } catch (IOException e) {
            trouble.accept("the recording could not be closed: " + e.getMessage());
        }
    }

    /** Writes what is queued, closes the recorder and ends the thread. */
    @Override
    public void close() {
        thread.close(CLOSE_MILLIS);
    }
}
