package org.pelvi4j.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads one record after the other, and the events of all. Confined to one thread. */
final class EdfRecordReader implements AutoCloseable {
    /** More events than this are no recording of a person. */
    private static final int MOST_EVENTS = 200_000;
    /** Nor have all their texts together more characters than this. */
    private static final int MOST_TEXT = 8 * 1024 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final EdfHeader header;
    private final ByteBuffer record;
    private final int[] offsets;
    private final long count;
    private final int annotationSignal;
    private long next;
    private long firstOnset;
    private long nextSample;
    private long textLength;

    EdfRecordReader(Path file, FileChannel channel, EdfHeader header) throws IOException {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.count = count();
        this.record = ByteBuffer.allocate(header.recordLength());
        this.offsets = new int[header.signals().size()];
        int found = -1;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = header.offset(i);
            found = found < 0 && header.signals().get(i).annotations() ? i : found;
        }
        this.annotationSignal = found;
        if (found < 0 && header.discontinuous()) {
            throw new RecordingException(file, "signals: expected an annotation signal, as the records lie apart");
        }
        this.firstOnset = found < 0 || !header.plus() ? 0 : onset(0);
    }

    /** Whole records that are there and counted; all that are there when the header does not know. */
    private long count() throws IOException {
        long there = (channel.size() - header.length()) / header.recordLength();
        if (there < 1) {
            throw RecordingException.expected(
                    file,
                    "length",
                    "at least one record of " + header.recordLength() + " bytes after the header",
                    channel.size() - header.length() + " bytes");
        }
        return header.records() < 0 ? there : Math.min(there, header.records());
    }

    EdfHeader header() {
        return header;
    }

    /** Reads the next record; false at the end. */
    boolean read() throws IOException {
        if (next >= count) {
            return false;
        }
        read(record.clear(), header.length() + next * header.recordLength());
        next++;
        return true;
    }

    private void read(ByteBuffer into, long from) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                throw new RecordingException(file, "the file became shorter while it was read");
            }
        }
    }

    int code(int signal, int sample) {
        int at = offsets[signal] + sample * header.bytesPerSample();
        if (header.bdf()) {
            return (record.get(at) & 0xFF) | (record.get(at + 1) & 0xFF) << 8 | record.get(at + 2) << 16;
        }
        return (short) ((record.get(at) & 0xFF) | record.get(at + 1) << 8);
    }

    /** The number of the record's first sample: it follows on, or comes later where records lie apart. */
    long firstSample(int perRecord) throws IOException {
        long first = nextSample;
        if (header.discontinuous()) {
            double place = (onset(next - 1) - firstOnset) / 1e3 * perRecord / header.durationMicros();
            first = Math.round(place);
            if (first < nextSample) {
                throw RecordingException.expected(
                        file, "record " + next, "to begin after the one before it", "sample " + first);
            }
        }
        nextSample = first + perRecord;
        return first;
    }

    private long onset(long index) throws IOException {
        try {
            return TalParser.timeKeeping(annotationBytes(index, annotationSignal));
        } catch (TalParser.MalformedTal e) {
            throw new RecordingException(file, "record " + (index + 1) + ": " + e.getMessage());
        }
    }

    /** Whether a record's time-keeping is there and right; a record of zeros, as after a power cut, has none. */
    boolean beginsInTime(long index) throws IOException {
        if (annotationSignal < 0 || !header.plus()) {
            return true;
        }
        try {
            long nanos = TalParser.timeKeeping(annotationBytes(index, annotationSignal));
            return header.discontinuous()
                    || Math.abs(nanos - firstOnset - index * header.durationMicros() * 1000) < 1000;
        } catch (TalParser.MalformedTal notWritten) {
            return false;
        }
    }

    private byte[] annotationBytes(long index, int signal) throws IOException {
        int length = header.signals().get(signal).samplesPerRecord() * header.bytesPerSample();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        read(bytes, header.length() + index * header.recordLength() + offsets[signal]);
        return bytes.array();
    }

    List<Annotation> annotations() throws IOException {
        var events = new ArrayList<Annotation>();
        textLength = 0;
        for (int signal = 0; header.plus() && signal < offsets.length; signal++) {
            for (long i = 0; header.signals().get(signal).annotations() && i < count; i++) {
                events(signal, i, events);
            }
        }
        var placed = new ArrayList<Annotation>();
        for (Annotation event : events) {
            placed.add(new Annotation(event.atNanos() - firstOnset, event.durationNanos(), event.text()));
        }
        placed.sort(Comparator.comparingLong(Annotation::atNanos));
        return placed;
    }

    private void events(int signal, long index, List<Annotation> events) throws IOException {
        int before = events.size();
        try {
            TalParser.events(annotationBytes(index, signal), events);
        } catch (TalParser.MalformedTal e) {
            throw new RecordingException(file, "record " + (index + 1) + ": " + e.getMessage());
        }
        for (Annotation event : events.subList(before, events.size())) {
            textLength += event.text().length();
        }
        if (events.size() > MOST_EVENTS || textLength > MOST_TEXT) {
            throw RecordingException.expected(
                    file, "events", "at most " + MOST_EVENTS + " with " + MOST_TEXT + " characters", "more");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
