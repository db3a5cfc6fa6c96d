package org.pelvi4j.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A text file that grows: collected, written, forced at most once a second. Confined to one thread. */
final class CsvFile implements AutoCloseable {
    /** Forced at most this often. Source: DESIGN 4. */
    private static final long FORCE_NANOS = 1_000_000_000L;

    private static final int FULL_CHARACTERS = 64 * 1024;

    private final RecordFile file;
    private final StringBuilder text = new StringBuilder();
    private long length;
    private long forcedLength;
    private long forcedNanos;
    private boolean ticked;

    CsvFile(RecordFile file) {
        this.file = file;
    }

    static CsvFile create(Path path) throws IOException {
        return new CsvFile(RecordFile.create(path));
    }

    /** What is written next. */
    StringBuilder text() {
        return text;
    }

    boolean full() {
        return text.length() > FULL_CHARACTERS;
    }

    void write() throws IOException {
        if (text.length() == 0) {
            return;
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        file.write(ByteBuffer.wrap(bytes), length);
        length += bytes.length;
    }

    void force(long nowNanos) throws IOException {
        if (!ticked) {
            ticked = true;
            forcedNanos = nowNanos;
        } else if (nowNanos - forcedNanos >= FORCE_NANOS && length > forcedLength) {
            forcedNanos = nowNanos;
            file.force();
            forcedLength = length;
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            write();
            file.force();
        }
    }
}
