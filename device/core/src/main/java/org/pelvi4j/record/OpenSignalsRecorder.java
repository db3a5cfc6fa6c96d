package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/**
 * Writes OpenSignals text, for programs that read nothing else: counts of 16 bit as a biosignalsplux has them, ± 1500 uV.
 * The format has no place for events and no device's address is told. A missing sample has no line; its number is passed
 * over. Source: DOMAIN 4.5 and 3.5. Confined to one thread.
 */
public final class OpenSignalsRecorder implements Recorder {
    private static final double CODES = 65_536;
    private static final double FULL_SCALE_MICROVOLTS = 3000;

    private final CsvFile file;
    private final int channels;
    private boolean closed;

    private OpenSignalsRecorder(CsvFile file, int channels) {
        this.file = file;
        this.channels = channels;
    }

    /**
     * Begins a new file, readable by its owner only.
     *
     * @param file a new file
     * @param about its header; EMG only, at a whole number of samples per second
     * @return the recorder
     * @throws IOException when the disk refuses, or there is such a file
     */
    public static OpenSignalsRecorder create(Path file, RecordingHeader about) throws IOException {
        SensorInfo sensor = about.sensor();
        if (sensor.channels().stream().anyMatch(channel -> channel.signal() != Signal.EMG)) {
            throw new IllegalArgumentException("sensor: expected EMG only, as OpenSignals text is written, but was "
                    + sensor.channels().get(0).signal());
        }
        if (sensor.rateHz() != Math.rint(sensor.rateHz())) {
            throw new IllegalArgumentException("rateHz: expected a whole number but was " + sensor.rateHz());
        }
        DiskSpace.check(file);
        var recorder =
                new OpenSignalsRecorder(CsvFile.create(file), sensor.channels().size());
        recorder.header(about);
        return recorder;
    }

    private void header(RecordingHeader about) throws IOException {
        String sensors = list("\"EMG\"");
        var label = new StringBuilder();
        for (int i = 1; i <= channels; i++) {
            label.append(i == 1 ? "" : ", ").append("\"CH").append(i).append('"');
        }
        file.text()
                .append("# OpenSignals Text File Format\n# {\"00:00:00:00:00:00\": {\"sensor\": [")
                .append(sensors);
        file.text()
                .append("], \"device name\": \"Pelvi4J\", \"column\": [\"nSeq\", \"DI\", ")
                .append(label);
        file.text().append("], \"sync interval\": 2, \"time\": \"");
        file.text()
                .append(DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).format(about.start()));
        file.text()
                .append("\", \"comments\": \"\", \"device connection\": \"\", \"channels\": [")
                .append(numbers());
        file.text()
                .append("], \"date\": \"")
                .append(about.start().toLocalDate())
                .append("\", \"mode\": 0, ");
        file.text().append("\"digital IO\": [0], \"firmware version\": 0, \"device\": \"biosignalsplux\", ");
        file.text().append("\"position\": 0, \"sampling rate\": ").append((long)
                about.sensor().rateHz());
        file.text()
                .append(", \"label\": [")
                .append(label)
                .append("], \"resolution\": [")
                .append(list("16"));
        file.text().append("], \"special\": [").append(list("{}")).append("]}}\n# EndOfHeader\n");
        file.write();
    }

    private String list(String each) {
        return String.join(", ", Collections.nCopies(channels, each));
    }

    private String numbers() {
        var text = new StringBuilder();
        for (int i = 1; i <= channels; i++) {
            text.append(i == 1 ? "" : ", ").append(i);
        }
        return text.toString();
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        if (closed || Double.isNaN(values[0])) {
            return;
        }
        file.text().append(number).append("\t0\t");
        for (int i = 0; i < channels; i++) {
            double code = Math.rint((values[i] / FULL_SCALE_MICROVOLTS + 0.5) * CODES);
            file.text().append((long) Math.max(0, Math.min(CODES - 1, code))).append('\t');
        }
        file.text().append('\n');
    }

    @Override
    public void gap(Gap gap) {
        // The numbers tell it.
    }

    @Override
    public void annotate(Annotation annotation) {
        // The format has no place for it.
    }

    @Override
    public void tick(long nowNanos) throws IOException {
        if (!closed) {
            file.write();
            file.force(nowNanos);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            file.close();
        }
    }
}
