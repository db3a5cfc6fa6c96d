package org.pelvi4j.record;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Gap;

/**
 * A recorder that outlives a disk which refuses, from the beginning or later: it says so, tries a new file every few
 * seconds, and says what is missing when it goes on. After a failed force the old file is closed for good, since nobody
 * knows what the disk kept of it. The seconds are those of the samples, so that a session in virtual time does the same.
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
    private int segment;
    private long lastNanos;
    private long refusedNanos;
    private long missingFrom = -1;
    private boolean resumed;
    private boolean closed;

    /**
     * Opens the first file, or tells why it cannot be opened yet.
     *
     * @param segments opens the files
     * @param trouble told in one line when the recording stops and when it goes on
     */
    public ResumingRecorder(Segments segments, Consumer<String> trouble) {
        this.segments = segments;
        this.trouble = trouble;
        try {
            this.recorder = segments.open(1);
            this.segment = 1;
        } catch (IOException e) {
            refused(e);
        }
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        lastNanos = atNanos;
        if (recorder == null) {
            if (missingFrom < 0) {
                missingFrom = number;
                refusedNanos = atNanos;
            }
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
        } else if (missingFrom >= 0 && lastNanos - refusedNanos >= RETRY_NANOS) {
            resume();
        }
    }

    private void write(EdfRecorder writing, long nowNanos) {
        try {
            writing.tick(nowNanos);
        } catch (IOException e) {
            recorder = null;
            refusedNanos = lastNanos;
            missingFrom = writing.keptUntil();
            refused(e);
        }
    }

    private void refused(IOException why) {
        trouble.accept(why.getMessage() + "; trying a new file every " + RETRY_NANOS / 1_000_000_000L + " s");
    }

    private void resume() {
        try {
            recorder = segments.open(segment + 1);
            segment++;
            resumed = true;
        } catch (IOException stillRefused) {
            refusedNanos = lastNanos;
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
