package org.pelvi4j.record;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Gap;

/**
 * A recorder that outlives a disk which refuses: it says so, tries a new file every few seconds, and says what is missing
 * when it goes on. After a failed force the old file is closed for good, since nobody knows what the disk kept of it.
 * Source: RELIABILITY F4, F5. Confined to one thread.
 */
public final class ResumingRecorder implements Recorder {
    /** Opens the files of one recording. */
    public interface Segments {
        /**
         * Opens a new file.
         *
         * @param segment which file of this recording, from 1
         * @return its recorder
         * @throws IOException when the disk refuses
         */
        EdfRecorder open(int segment) throws IOException;
    }

    /** How often a new file is tried. */
    private static final long RETRY_NANOS = 5_000_000_000L;

    private final Segments segments;
    private final Consumer<String> trouble;
    private @Nullable EdfRecorder recorder;
    private int segment = 1;
    private long refusedNanos;
    private long missingFrom = -1;
    private boolean resumed;
    private boolean closed;

    /**
     * Opens the first file.
     *
     * @param segments opens the files
     * @param trouble told in one line when the recording stops and when it goes on
     * @throws IOException when the first file cannot be opened
     */
    public ResumingRecorder(Segments segments, Consumer<String> trouble) throws IOException {
        this.segments = segments;
        this.trouble = trouble;
        this.recorder = segments.open(segment);
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        if (recorder == null) {
            return;
        }
        if (resumed) {
            resumed = false;
            long missing = number - missingFrom;
            recorder.annotate(new Annotation(atNanos, -1, AnnotationText.GAP + missing + " before this file"));
            trouble.accept("the recording goes on in a new file; " + missing + " samples are missing");
        }
        recorder.sample(number, atNanos, values, flaws);
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
    public void tick(long nowNanos) {
        if (closed) {
            return;
        }
        if (recorder != null) {
            write(recorder, nowNanos);
        } else if (nowNanos - refusedNanos >= RETRY_NANOS) {
            resume(nowNanos);
        }
    }

    private void write(EdfRecorder writing, long nowNanos) {
        try {
            writing.tick(nowNanos);
        } catch (IOException e) {
            recorder = null;
            refusedNanos = nowNanos;
            missingFrom = writing.keptUntil();
            trouble.accept(e.getMessage() + "; trying a new file every " + RETRY_NANOS / 1_000_000_000L + " s");
        }
    }

    private void resume(long nowNanos) {
        try {
            recorder = segments.open(segment + 1);
            segment++;
            resumed = true;
        } catch (IOException stillRefused) {
            refusedNanos = nowNanos;
        }
    }

    /**
     * Counts the files.
     *
     * @return how many there are
     */
    public int segments() {
        return segment;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (recorder != null) {
            recorder.close();
        }
    }
}
