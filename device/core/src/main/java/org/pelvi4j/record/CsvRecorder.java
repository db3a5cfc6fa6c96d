package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/**
 * Writes CSV: one line per sample, and beside it {@code NAME.events.csv} with what happened. A missing sample has no line
 * and lies in one {@code GAP}. Source: DOMAIN 4.6. Confined to one thread.
 */
public final class CsvRecorder implements Recorder {
    /** How the name of an envelope's column begins. */
    static final String ENVELOPE = "env_";

    private static final String FIXED = "t_s,emg_uV,press_Pa,level_pct,phase,valid";

    private final CsvFile samples;
    private final CsvFile happened;
    private final EventTimes times;
    private final FlawRuns flaws;
    private final GapRuns gaps;
    private final double rateHz;
    private final int emg;
    private final int pressure;
    private final int[] more;
    private final double[] scales;
    private long firstNumber = -1;
    private long nextNumber;
    private @Nullable IOException fault;
    private boolean closed;

    private CsvRecorder(CsvFile samples, CsvFile happened, SensorInfo sensor) {
        this.samples = samples;
        this.happened = happened;
        this.rateHz = sensor.rateHz();
        this.times = new EventTimes(rateHz, this::event);
        FlawRuns.Out out = (first, count, text) -> event((double) first, (double) count, text);
        this.flaws = new FlawRuns(sensor.channels().size(), rateHz, out);
        this.gaps = new GapRuns(rateHz, out);
        this.emg = fixed(sensor.channels(), Signal.EMG);
        this.pressure = fixed(sensor.channels(), Signal.PRESSURE);
        this.more = IntStream.range(0, sensor.channels().size())
                .filter(i -> i != emg && i != pressure)
                .toArray();
        this.scales = sensor.channels().stream().mapToDouble(CsvRecorder::scale).toArray();
    }

    /**
     * Begins two new files, readable by their owner only.
     *
     * @param file a new file ending in {@code .csv}
     * @param about what stands in its header
     * @return the recorder
     * @throws IOException when the disk refuses, has less than 50 MB free, or there is such a file
     */
    public static CsvRecorder create(Path file, RecordingHeader about) throws IOException {
        if (!file.toString().endsWith(".csv")) {
            throw new IllegalArgumentException("file: expected a name ending in .csv but was " + file);
        }
        DiskSpace.check(file);
        CsvFile samples = CsvFile.create(file);
        try {
            CsvFile happened = CsvFile.create(CsvEvents.pathBeside(file));
            var recorder = new CsvRecorder(samples, happened, about.sensor());
            recorder.header(about);
            return recorder;
        } catch (IOException e) {
            try (samples) {
                throw e;
            }
        }
    }

    /** A channel has a column of its own when it is the first of its kind and not a second zone. */
    private static int fixed(List<Channel> channels, Signal signal) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).signal() == signal && (i == 0 || channels.get(i).role() == Role.PFM)) {
                return i;
            }
        }
        return -1;
    }

    /** A tenth of the converter's step is kept; the rest of a double's digits would say nothing. */
    private static double scale(Channel channel) {
        return Math.pow(10, Math.max(0, Math.min(9, Math.ceil(1 - Math.log10(channel.resolution())))));
    }

    private void header(RecordingHeader about) throws IOException {
        var names = new ArrayList<String>();
        var columns = new StringBuilder(FIXED);
        List<Channel> channels = about.sensor().channels();
        for (int i = 0; i < channels.size(); i++) {
            String name = i == emg ? "emg_uV" : i == pressure ? "press_Pa" : name(channels.get(i));
            names.add(name);
            columns.append(i == emg || i == pressure ? "" : "," + name);
        }
        samples.text().append("# format=").append(CsvRecording.OURS);
        samples.text().append("\n# start=").append(about.start().toInstant());
        samples.text().append("\n# zone=").append(about.start().getZone());
        samples.text().append("\n# rateHz=").append(number(rateHz));
        samples.text().append("\n# units=uV,Pa,%,s");
        samples.text().append("\n# channels=").append(String.join(",", names));
        samples.text().append("\n# device=").append(EdfText.part(about.sensor().name(), 80));
        samples.text().append("\n# person=").append(EdfText.part(about.code(), 60));
        samples.text().append("\n# software=Pelvi4J\n").append(columns).append('\n');
        happened.text().append(CsvEvents.HEADER).append('\n');
        samples.write();
        happened.write();
    }

    private static String name(Channel channel) {
        String kind = switch (channel.signal()) {
            case EMG -> "emg_";
            case ENVELOPE -> ENVELOPE;
            case PRESSURE -> "press_";
        };
        return kind + channel.role().name().toLowerCase(Locale.ROOT) + "_"
                + channel.signal().unit();
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flags) {
        if (firstNumber < 0) {
            firstNumber = number;
            nextNumber = number;
        }
        if (number < nextNumber || closed || fault != null) {
            return;
        }
        if (number > nextNumber) {
            missing(number - nextNumber);
        }
        nextNumber = number + 1;
        gaps.sample(number);
        times.seen(number, atNanos);
        for (int channel = 0; channel < values.length; channel++) {
            int own = Double.isNaN(values[channel]) ? Flaw.OUT_OF_RANGE : 0;
            flaws.sample(number, channel, flags[channel] | own);
        }
        line(number, values, flags);
    }

    private void line(long number, double[] values, int[] flags) {
        StringBuilder text = samples.text();
        text.append(seconds((double) number - firstNumber)).append(',');
        value(text, values, emg);
        text.append(',');
        value(text, values, pressure);
        text.append(",,,").append(flags[0] == 0 ? '1' : '0');
        for (int channel : more) {
            text.append(',');
            value(text, values, channel);
        }
        text.append('\n');
        if (samples.full()) {
            try {
                write();
            } catch (IOException e) {
                fault = e;
            }
        }
    }

    private void value(StringBuilder text, double[] values, int channel) {
        if (channel >= 0 && Double.isFinite(values[channel])) {
            text.append(number(Math.rint(values[channel] * scales[channel]) / scales[channel]));
        }
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private String seconds(double samplesFromStart) {
        return number(Math.rint(samplesFromStart / rateHz * 1e6) / 1e6);
    }

    @Override
    public void gap(Gap gap) {
        long until = gap.firstNumber() + gap.count();
        if (firstNumber >= 0 && until > nextNumber && !closed && fault == null) {
            missing(until - nextNumber);
            nextNumber = until;
        }
    }

    private void missing(long count) {
        if (gaps.gap(nextNumber, count)) {
            flaws.finish();
        }
    }

    private void event(double number, double count, String text) {
        double from = Math.max(0, number - firstNumber);
        happened.text().append(seconds(from)).append(',');
        happened.text().append(count < 0 ? "" : seconds(Math.max(0, number - firstNumber + count - from)));
        happened.text().append(',').append(CsvEvents.quoted(text)).append('\n');
    }

    @Override
    public void annotate(Annotation annotation) {
        if (!closed && fault == null) {
            times.add(annotation);
        }
    }

    @Override
    public void tick(long nowNanos) throws IOException {
        if (closed) {
            return;
        }
        if (fault == null) {
            try {
                write();
                samples.force(nowNanos);
                happened.force(nowNanos);
                return;
            } catch (IOException e) {
                fault = e;
            }
        }
        throw new IOException("recording stopped: " + fault.getMessage(), fault);
    }

    private void write() throws IOException {
        times.place();
        samples.write();
        happened.write();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (samples;
                happened) {
            if (fault == null) {
                firstNumber = Math.max(0, firstNumber);
                gaps.finish();
                flaws.finish();
                times.finish();
                write();
            }
        }
    }
}
