package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.sensor.SensorInfo;

/** A recording written again in another format is the same recording. */
class RecordingCopyTest {
    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void aRecording() throws IOException {
        original = folder.resolve("a.edf");
        SensorInfo sensor = Tracks.emg(250);
        var recorder = EdfRecorder.create(original, Tracks.header(sensor));
        Tracks.feed(recorder, sensor, 0, 500);
        recorder.annotate(new Annotation(Tracks.nanos(123, 250), 1_500_000_000, "CONTRACT onset"));
        Tracks.feed(recorder, sensor, 530, 1013);
        recorder.close();
    }

    private Recording open(Path file) throws IOException {
        return Recordings.open(file, null, ReadOptions.NONE);
    }

    private static SortedMap<Long, Double> samples(Recording recording) throws IOException {
        var samples = new TreeMap<Long, Double>();
        double[] values = new double[recording.channels().size()];
        while (recording.next(values)) {
            samples.put(recording.number(), values[0]);
        }
        return samples;
    }

    private void same(Path copy, double tolerance) throws IOException {
        try (Recording one = open(original);
                Recording other = open(copy)) {
            var expected = samples(one);
            var found = samples(other);
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            expected.forEach((number, value) -> assertThat(found.get(number)).isCloseTo(value, within(tolerance)));
        }
    }

    private RecordingHeader header(Path file) throws IOException {
        try (Recording from = open(file)) {
            return RecordingCopy.header(from, "copy", ZoneId.of("Europe/Berlin"), LocalDateTime.of(2000, 1, 1, 0, 0));
        }
    }

    @Test
    void asCsvAndBackAsBdf() throws IOException {
        Path csv = folder.resolve("b.csv");
        try (Recording from = open(original);
                Recorder to = CsvRecorder.create(csv, header(original))) {
            RecordingCopy.copy(from, to);
        }
        same(csv, 0.005);
        Path bdf = folder.resolve("c.bdf");
        try (Recording from = open(csv);
                Recorder to = EdfRecorder.create(bdf, header(csv))) {
            RecordingCopy.copy(from, to);
        }
        same(bdf, 0.006);
        try (Recording recording = open(bdf)) {
            assertThat(recording.annotations())
                    .extracting(Annotation::text)
                    .containsExactly("CONTRACT onset", "GAP 30", "PAD 112");
            assertThat(recording.annotations().get(0))
                    .isEqualTo(new Annotation(492_000_000, 1_500_000_000, "CONTRACT onset"));
            assertThat(recording.start()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 0, 1));
        }
    }

    @Test
    void asOpenSignalsTextWhichKeepsTheNumbersAndNoAddress() throws IOException {
        Path text = folder.resolve("b.txt");
        try (Recording from = open(original);
                Recorder to = OpenSignalsRecorder.create(text, header(original))) {
            RecordingCopy.copy(from, to);
        }
        same(text, 0.03);
        assertThat(text).content().contains("\"00:00:00:00:00:00\"").contains("\"sampling rate\": 250");
    }

    @Test
    void pressureIsRefusedByOpenSignalsText() {
        assertThatThrownBy(() -> OpenSignalsRecorder.create(folder.resolve("x.txt"), Tracks.header(Tracks.both(250))))
                .hasMessageStartingWith("sensor: expected EMG only");
    }
}
