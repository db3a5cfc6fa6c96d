package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;

/**
 * Writes EDF+ (16 bit) or BDF+ (24 bit). The file can be read at any moment, also after a crash: records are written as
 * they fill, forced at most once a second, and only then counted in the header. Missing samples are the digital minimum
 * and lie in one {@code GAP}, many short gaps of one second together; the file stays continuous. A sample's time in the file is its number over the nominal
 * rate; an event's is found through the numbers and times of the samples around it. The header tells the start to the
 * second and no fraction follows in the first record: biosig would add it to every event. Source: DOMAIN 4.1, DESIGN 4.
 * Confined to one thread.
 */
public final class EdfRecorder implements Recorder {
    /** A longer gap is refused: the recording ends, and a new file begins after it. */
    private static final double LONGEST_GAP_SECONDS = 24 * 3600;

    private final EdfHeader header;
    private final EdfRecords records;
    private final EdfRecord record;
    private final FlawRuns flaws;
    private final GapRuns gaps;
    private final EventTimes events;
    private long firstNumber = -1;
    private long nextNumber;
    private @Nullable IOException fault;
    private boolean told;
    private boolean closed;

    private EdfRecorder(RecordFile file, EdfHeader header, RecordingHeader about) throws IOException {
        this.header = header;
        this.record = new EdfRecord(header);
        this.records = new EdfRecords(file, header, record.empty());
        this.events = new EventTimes(about.sensor().rateHz(), record::event);
        this.gaps = new GapRuns(about.sensor().rateHz(), this::flawed);
        this.flaws =
                new FlawRuns(about.sensor().channels().size(), about.sensor().rateHz(), this::flawed);
    }

    /**
     * Begins a file, readable by its owner only; from here on it can be read at any moment.
     *
     * @param file a new file ending in {@code .edf} (16 bit) or {@code .bdf} (24 bit), see {@link #ending(SensorInfo)}
     * @param about what stands in its header
     * @return the recorder
     * @throws IOException when the disk refuses, has less than 50 MB free, or there is such a file
     */
    public static EdfRecorder create(Path file, RecordingHeader about) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".edf") && !name.endsWith(".bdf")) {
            throw new IllegalArgumentException("file: expected a name ending in .edf or .bdf but was " + file);
        }
        EdfHeader header = EdfLayout.header(name.endsWith(".bdf"), about);
        DiskSpace.check(file);
        return on(RecordFile.create(file), header, about);
    }

    /** On a file of the caller's; closes it when its beginning cannot be written. */
    static EdfRecorder on(RecordFile file, EdfHeader header, RecordingHeader about) throws IOException {
        try {
            return new EdfRecorder(file, header, about);
        } catch (IOException e) {
            try (file) {
                throw e;
            }
        }
    }

    /**
     * Tells which kind of file keeps all that a sensor's converter can tell.
     *
     * @param sensor the sensor
     * @return {@code .edf}, or {@code .bdf} when 16 bits are too few
     */
    public static String ending(SensorInfo sensor) {
        return EdfLayout.needs24Bits(sensor) ? ".bdf" : ".edf";
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flags) {
        if (firstNumber < 0) {
            firstNumber = number;
            nextNumber = number;
            record.begin(number);
        }
        if (number < nextNumber || stopped()) {
            return;
        }
        if (number > nextNumber) {
            missing(nextNumber, number - nextNumber);
        }
        nextNumber = number + 1;
        gaps.sample(number);
        events.seen(number, atNanos);
        for (int channel = 0; channel < values.length; channel++) {
            int own = record.put(channel, values[channel]);
            flaws.sample(number, channel, flags[channel] | own);
        }
        endOfSample();
    }

    @Override
    public void gap(Gap gap) {
        if (firstNumber < 0 || stopped()) {
            return;
        }
        long until = gap.firstNumber() + gap.count();
        if (until > nextNumber) {
            missing(nextNumber, until - nextNumber);
            nextNumber = until;
        }
    }

    private void missing(long number, long count) {
        if (count > LONGEST_GAP_SECONDS * header.signals().get(0).samplesPerRecord() * 1e6 / header.durationMicros()) {
            fault = new IOException("recording: expected gaps of at most 24 h but was one of " + count + " samples");
            return;
        }
        if (gaps.gap(number, count)) {
            flaws.finish();
        }
        for (long i = 0; i < count && fault == null; i++) {
            record.putMissing();
            endOfSample();
        }
    }

    private void endOfSample() {
        if (!record.endSample()) {
            return;
        }
        events.place();
        try {
            records.add(record.next());
        } catch (IOException e) {
            fault = e;
        }
    }

    private void flawed(long number, long count, String text) {
        record.event(number, count, text);
    }

    @Override
    public void annotate(Annotation annotation) {
        if (!stopped()) {
            events.add(annotation);
        }
    }

    @Override
    public void tick(long nowNanos) throws IOException {
        if (closed) {
            return;
        }
        if (fault == null) {
            try {
                records.tick(nowNanos);
                return;
            } catch (IOException e) {
                fault = e;
            }
        }
        records.abandon();
        told = true;
        throw stoppedBecause(fault);
    }

    /** The first sample number that is not in the file, once the recording has stopped. */
    long keptUntil() {
        long perRecord = header.signals().get(0).samplesPerRecord();
        return Math.max(0, firstNumber) + Math.min(records.kept() * perRecord, nextNumber - Math.max(0, firstNumber));
    }

    private static IOException stoppedBecause(IOException fault) {
        return new IOException("recording stopped: " + fault.getMessage(), fault);
    }

    private boolean stopped() {
        return closed || fault != null;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (fault != null) {
            records.abandon();
            if (!told) {
                throw stoppedBecause(fault);
            }
            return;
        }
        try {
            finish();
            records.close();
        } catch (IOException e) {
            records.abandon();
            throw e;
        }
    }

    private void finish() throws IOException {
        gaps.finish();
        flaws.finish();
        events.finish();
        while (record.unfinished()) {
            records.add(record.pad());
        }
    }
}
