package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.RecordedChannel;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/** Files of ours in the readers that others wrote: every sample to half a step, every event to the microsecond. */
class EdfReadersTest {
    private static final long BEGIN_NANOS = 5_000_000_000L;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path scripts;

    private static @Nullable Process readers;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringBuilder truth = new StringBuilder();
    private final StringBuilder events = new StringBuilder();

    private Path record(String name, double rateHz, boolean interrupted) throws IOException {
        var sensor = new SensorInfo(
                "Prüfgerät 1",
                rateHz,
                List.of(
                        new Channel(Role.PFM, Signal.EMG, -1635, 1635, 3.19),
                        new Channel(Role.DEEP, Signal.PRESSURE, -5000, 50_000, 1)));
        var start = ZonedDateTime.of(2026, 11, 22, 23, 59, 58, 750_000_000, ZoneId.of("Asia/Kathmandu"));
        Path file = folder.resolve(name);
        EdfRecorder recorder =
                EdfRecorder.create(file, RecordingHeader.of(sensor, start).withCode("P-017"));
        double[] values = new double[2];
        for (long n = 0; n < 20 * rateHz; n++) {
            long at = at(n, rateHz);
            if (n == 4 * rateHz) {
                long next = n + 37;
                recorder.gap(new Gap(n, 37, at, at(next, rateHz), Gap.Cause.LOST));
                event(n / rateHz, 37 / rateHz, "GAP 37");
                truth.append(",\n".repeat(37));
                n = next;
                at = at(n, rateHz);
            }
            values[0] = 400 * Math.sin(n * 0.037);
            values[1] = -4000 + (n * 13) % 50_000;
            truth.append(values[0]).append(',').append(values[1]).append('\n');
            recorder.sample(n, at, values, new int[2]);
            annotate(recorder, n, rateHz);
            recorder.tick(at);
        }
        if (!interrupted) {
            recorder.close();
        }
        return file;
    }

    private static long at(long number, double rateHz) {
        return BEGIN_NANOS + Math.round(number * 1e9 / rateHz);
    }

    /** A contraction of the past every two seconds, and a note beyond ASCII. */
    private void annotate(EdfRecorder recorder, long n, double rateHz) {
        long onset = n - (long) (3 * rateHz) + 7;
        if (n % (long) (2 * rateHz) == 0 && onset > 0) {
            recorder.annotate(new Annotation(at(onset, rateHz), 1_500_000_000, "CONTRACT onset"));
            if (n < 18 * rateHz) {
                event(onset / rateHz, 1.5, "CONTRACT onset");
            }
        }
        if (n == 100) {
            recorder.annotate(new Annotation(at(55, rateHz), 0, "NOTE grüße, µV ≥ 5"));
            event(55 / rateHz, 0, "NOTE grüße, µV ≥ 5");
        }
    }

    private void event(double onset, double duration, String text) {
        events.append(onset)
                .append('\t')
                .append(duration)
                .append('\t')
                .append(text)
                .append('\n');
    }

    /** One process for all of the class: importing its libraries takes longer than reading all the files. */
    private static Process reader() throws IOException {
        Process running = readers;
        if (running == null) {
            Path script = scripts.resolve("read_edf.py");
            try (InputStream in = Objects.requireNonNull(EdfReadersTest.class.getResourceAsStream("/read_edf.py"))) {
                Files.write(script, in.readAllBytes());
            }
            running = new ProcessBuilder("/usr/bin/python3", script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            readers = running;
        }
        return running;
    }

    @AfterAll
    static void endReader() {
        if (readers != null) {
            readers.destroy();
            readers = null;
        }
    }

    private String readBy(String reader, Path file, double rateHz) throws IOException {
        Files.writeString(folder.resolve("truth.csv"), truth);
        Files.writeString(folder.resolve("events.txt"), events);
        String steps;
        try (var recording = Recordings.open(file, null, ReadOptions.NONE)) {
            steps = recording.channels().stream()
                    .map(RecordedChannel::resolution)
                    .map(String::valueOf)
                    .reduce((a, b) -> a + "," + b)
                    .orElseThrow();
        }
        String asked = String.join(
                "\t",
                file.toString(),
                reader,
                folder.resolve("truth.csv").toString(),
                folder.resolve("events.txt").toString(),
                Double.toString(rateHz),
                steps);
        reader().outputWriter(StandardCharsets.UTF_8).append(asked).append('\n').flush();
        return String.valueOf(reader().inputReader(StandardCharsets.UTF_8).readLine());
    }

    @ParameterizedTest
    @CsvSource({"a.edf, 1000", "a.bdf, 1000", "b.edf, 250", "b.bdf, 125", "c.edf, 10"})
    void mneReadsWhatWeWrote(String name, double rateHz) throws IOException, InterruptedException {
        Needs.command("/usr/bin/python3", "-c", "import mne");
        assertThat(readBy("mne", record(name, rateHz, false), rateHz)).isEqualTo("same");
    }

    @ParameterizedTest
    @CsvSource({"a.edf, 1000", "a.bdf, 1000", "b.edf, 250", "b.bdf, 125"})
    void biosigReadsWhatWeWrote(String name, double rateHz) throws IOException, InterruptedException {
        Needs.command("/usr/bin/python3", "-c", "import biosig, json");
        assertThat(readBy("biosig", record(name, rateHz, false), rateHz)).isEqualTo("same");
    }

    @Test
    void bothReadAFileThatNobodyClosed() throws IOException, InterruptedException {
        Needs.command("/usr/bin/python3", "-c", "import mne, biosig");
        Path file = record("open.edf", 250, true);
        String counted = truth.toString().lines().limit(18 * 250).collect(Collectors.joining("\n"));
        truth.setLength(0);
        truth.append(counted);
        events.setLength(events.indexOf("\n", events.length() / 2) + 1);

        assertThat(readBy("mne", file, 250)).isEqualTo("same");
        assertThat(readBy("biosig", file, 250)).isEqualTo("same");
    }
}
