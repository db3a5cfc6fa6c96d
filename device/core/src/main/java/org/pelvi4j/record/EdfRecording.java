package org.pelvi4j.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;

/** EDF, EDF+, BDF or BDF+. Records that lie apart in time are honoured. Confined to one thread. */
final class EdfRecording implements Recording {
    private final EdfRecordReader records;
    private final EdfHeader header;
    private final int[] indices;
    private final EdfSignal[] signals;
    private final Unit[] units;
    private final ReadOptions options;
    private final int perRecord;
    private final boolean ours;
    private long recordNumber;
    private int sample;
    private long number;

    private EdfRecording(EdfRecordReader records, List<Integer> chosen, List<Unit> units, ReadOptions options) {
        this.options = options;
        this.records = records;
        this.header = records.header();
        this.indices = chosen.stream().mapToInt(Integer::intValue).toArray();
        this.signals = chosen.stream().map(header.signals()::get).toArray(EdfSignal[]::new);
        this.units = units.toArray(Unit[]::new);
        this.perRecord = signals[0].samplesPerRecord();
        this.sample = perRecord;
        this.ours = header.recording().contains(" Pelvi4J");
    }

    static EdfRecording open(Path file, ReadOptions options) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            var records = new EdfRecordReader(file, channel, EdfHeaderParser.read(file, channel));
            var chosen = new ArrayList<Integer>();
            var units = new ArrayList<Unit>();
            new EdfChannels(file, records.header(), options).choose(chosen, units);
            return new EdfRecording(records, chosen, units, options);
        } catch (IOException e) {
            try (channel) {
                throw e;
            }
        }
    }

    @Override
    public double rateHz() {
        return perRecord * 1e6 / header.durationMicros();
    }

    @Override
    public List<RecordedChannel> channels() {
        var channels = new ArrayList<RecordedChannel>();
        for (int i = 0; i < signals.length; i++) {
            double one = units[i].toInternal(signals[i].physicalMinimum());
            double other = units[i].toInternal(signals[i].physicalMaximum());
            channels.add(new RecordedChannel(
                    indices[i],
                    signals[i].label(),
                    signals[i].transducer().equals(EdfLayout.ENVELOPE) ? Signal.ENVELOPE : options.signalIn(units[i]),
                    Math.min(one, other),
                    Math.max(one, other),
                    Math.abs(units[i].toInternal(signals[i].step()))));
        }
        return channels;
    }

    @Override
    public @Nullable LocalDateTime start() {
        return EdfDates.start(header);
    }

    @Override
    public String person() {
        int end = header.patient().indexOf(' ');
        String code = end < 0 ? header.patient() : header.patient().substring(0, end);
        return code.equals("X") ? "" : code;
    }

    @Override
    public boolean next(double[] values) throws IOException {
        while (true) {
            if (sample == perRecord && !nextRecord()) {
                return false;
            }
            boolean some = false;
            for (int i = 0; i < signals.length; i++) {
                int code = records.code(indices[i], sample);
                boolean missing = ours && code == signals[i].digitalMinimum();
                values[i] = missing ? Double.NaN : units[i].toInternal(signals[i].physical(code));
                some |= !missing;
            }
            number = recordNumber + sample++;
            if (some) {
                return true;
            }
        }
    }

    private boolean nextRecord() throws IOException {
        if (!records.read()) {
            return false;
        }
        recordNumber = records.firstSample(perRecord);
        sample = 0;
        return true;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<Annotation> annotations() throws IOException {
        return records.annotations();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
