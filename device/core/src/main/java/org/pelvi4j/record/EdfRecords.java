package org.pelvi4j.record;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The records of an EDF file on their way to the disk, in the order that keeps the file readable at any moment: records
 * are written, then forced, then counted. Confined to one thread.
 */
final class EdfRecords implements AutoCloseable {
    /** Forced at most this often. Source: DESIGN 4. */
    private static final long FORCE_NANOS = 1_000_000_000L;
    /** Records written at once when nobody ticks, as while a long gap is filled. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private final RecordFile file;
    private final int headerLength;
    private final int recordLength;
    private final ByteBuffer buffer;
    private long written;
    private long forced;
    private long kept;
    private long counted = 1;
    private long forcedNanos;
    private boolean ticked;
    private boolean trusted = true;
    private boolean closed;

    /** Writes the header and a first record with nothing in it, since readers refuse a file without one. */
    EdfRecords(RecordFile file, EdfHeader header, byte[] emptyRecord) throws IOException {
        this.file = file;
        this.headerLength = header.length();
        this.recordLength = header.recordLength();
        this.buffer = ByteBuffer.allocate(Math.max(BUFFER_BYTES, 2 * recordLength));
        ByteBuffer start = ByteBuffer.allocate(headerLength + recordLength);
        start.put(EdfHeaderWriter.bytes(header)).put(emptyRecord).flip();
        file.write(start, 0);
        file.force();
    }

    /** How many records of samples the closed file has. */
    long kept() {
        return kept;
    }

    void add(byte[] record) throws IOException {
        if (buffer.remaining() < record.length) {
            write();
        }
        buffer.put(record);
    }

    void tick(long nowNanos) throws IOException {
        write();
        if (!ticked) {
            ticked = true;
            forcedNanos = nowNanos;
        } else if (nowNanos - forcedNanos >= FORCE_NANOS) {
            forcedNanos = nowNanos;
            count();
        }
    }

    private void write() throws IOException {
        if (buffer.position() == 0) {
            return;
        }
        long records = buffer.position() / recordLength;
        buffer.flip();
        try {
            file.write(buffer, headerLength + written * recordLength);
        } finally {
            buffer.clear();
        }
        written += records;
    }

    private void count() throws IOException {
        if (written == forced) {
            return;
        }
        trusted = false;
        file.force();
        trusted = true;
        forced = written;
        long records = Math.max(1, written);
        if (records != counted) {
            file.write(EdfHeaderWriter.count(records), EdfHeader.COUNT_AT);
            counted = records;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            write();
            count();
            file.force();
            kept = written;
        }
    }

    /** After a fault: keeps the whole records that the disk is known to have, and closes. */
    void abandon() {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            kept = trusted ? written : forced;
            long whole = Math.max(1, kept);
            file.truncate(headerLength + whole * recordLength);
            file.force();
            file.write(EdfHeaderWriter.count(whole), EdfHeader.COUNT_AT);
            file.force();
        } catch (IOException e) {
            // The disk refused before, and the fault was told then; the header still counts only what was forced.
            return;
        }
    }
}
