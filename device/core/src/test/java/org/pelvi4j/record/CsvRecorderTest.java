package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.SensorInfo;

/** Our CSV, line by line and read back. */
class CsvRecorderTest {
    @TempDir
    Path folder;

    @Test
    void theLinesAreThoseOfTheFormat() throws IOException {
        Path file = folder.resolve("a.csv");
        var recorder = CsvRecorder.create(file, Tracks.header(Tracks.both(250)));
        recorder.sample(0, 0, new double[] {98.0665, -12.5}, new int[2]);
        recorder.sample(1, 4_000_000, new double[] {Double.NaN, 1e-7}, new int[] {Flaw.OUT_OF_RANGE, 0});
        recorder.annotate(new Annotation(4_000_000, -1, "NOTE a, \"b\"\n"));
        recorder.close();

        assertThat(file).hasContent("""
                        # format=pelvi4j-csv/1
                        # start=2026-11-22T09:00:01.250Z
                        # zone=Europe/Berlin
                        # rateHz=250
                        # units=uV,Pa,%,s
                        # channels=press_Pa,emg_abdominal_uV
                        # device=both
                        # person=P-017
                        # software=Pelvi4J
                        t_s,emg_uV,press_Pa,level_pct,phase,valid,emg_abdominal_uV
                        0,,98.1,,,1,-12.5
                        0.004,,,,,0,0
                        """);
        assertThat(folder.resolve("a.events.csv"))
                .hasContent("t_s,duration_s,text\n0.004,0.004,FAULT range 1\n0.004,,\"NOTE a, \"\"b\"\" \"\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatWeWroteIsReadBackToTheSample() throws IOException {
        Path file = folder.resolve("a.csv");
        SensorInfo sensor = Tracks.both(1000);
        var recorder = CsvRecorder.create(file, Tracks.header(sensor));
        Tracks.feed(recorder, sensor, 0, 2000);
        recorder.annotate(new Annotation(Tracks.nanos(1234, 1000), 300_000_000, AnnotationText.CONTRACT_ONSET));
        Tracks.feed(recorder, sensor, 2137, 4321);
        recorder.close();

        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            assertThat(recording.start()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 0, 1, 250_000_000));
            assertThat(recording.annotations())
                    .containsExactly(
                            new Annotation(1_234_000_000, 300_000_000, "CONTRACT onset"),
                            new Annotation(2_000_000_000, 137_000_000, "GAP 137"));
            double[] values = new double[2];
            int samples = 0;
            while (recording.next(values)) {
                assertThat(values[0]).isCloseTo(Tracks.value(recording.number(), 0), within(0.051));
                assertThat(values[1]).isCloseTo(Tracks.value(recording.number(), 1), within(0.051));
                samples++;
            }
            assertThat(samples).isEqualTo(4321 - 137);
            assertThat(recording.number()).isEqualTo(4320);
        }
    }
}
