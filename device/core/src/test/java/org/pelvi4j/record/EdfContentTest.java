package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;

/** Recordings that are long, empty, from years that two digits cannot tell, or of people with any name. Source: RELIABILITY F10. */
class EdfContentTest {
    private final MemoryFile disk = new MemoryFile().withoutStates();

    @TempDir
    Path folder;

    private static String header(byte[] file) {
        return new String(file, 0, 256, StandardCharsets.ISO_8859_1);
    }

    private byte[] begunAt(ZonedDateTime start, String code) throws IOException {
        SensorInfo sensor = Tracks.emg(250);
        var about = RecordingHeader.of(sensor, start).withCode(code);
        var recorder = EdfRecorder.on(disk, EdfLayout.header(false, about), about);
        Tracks.feed(recorder, sensor, 0, 250);
        recorder.close();
        return disk.bytes();
    }

    /** Samples as they would come, with the disk forced once in ten minutes: a real one would be forced 86,400 times. */
    private static void feed(Recorder recorder, long from, long to) throws IOException {
        double[] values = new double[1];
        int[] flaws = new int[1];
        for (long n = from; n < to; n++) {
            values[0] = Tracks.value(n, 0);
            recorder.sample(n, Tracks.nanos(n, 10), values, flaws);
            if (n % 6000 == 5999) {
                recorder.tick(Tracks.nanos(n, 10));
            }
        }
    }

    /** A day at 10 samples a second, with a gap of one hour in it. */
    @Test
    void aDayIsOneFileWhoseLastSampleIsWhereItBelongs() throws IOException {
        SensorInfo sensor = Tracks.emg(10);
        Path file = folder.resolve("day.edf");
        var recorder = EdfRecorder.create(file, RecordingHeader.of(sensor, Tracks.START));
        long hour = 3600 * 10;
        feed(recorder, 0, 12 * hour);
        recorder.gap(
                new Gap(12 * hour, hour, Tracks.nanos(12 * hour, 10), Tracks.nanos(13 * hour, 10), Gap.Cause.LOST));
        feed(recorder, 13 * hour, 24 * hour);
        recorder.close();

        StrictEdf strict = StrictEdf.read(Files.readAllBytes(file));
        assertThat(strict.count).isEqualTo(2 * 24 * 3600);
        assertThat(strict.events).extracting(StrictEdf.Event::text).containsExactly("GAP " + hour);
        try (Recording read = Recordings.open(file, Format.EDF, ReadOptions.NONE)) {
            double[] values = new double[1];
            long samples = 0;
            double worst = 0;
            while (read.next(values)) {
                samples++;
                worst = Math.max(worst, Math.abs(values[0] - Tracks.value(read.number(), 0)));
            }
            assertThat(samples).isEqualTo(23 * hour);
            assertThat(read.number()).isEqualTo(24 * hour - 1);
            assertThat(worst).isLessThanOrEqualTo(0.5000001 * strict.step(0));
        }
    }

    @Test
    void aRecordingWithoutASampleIsAFileWithOneEmptyRecord() throws IOException {
        SensorInfo sensor = Tracks.emg(250);
        Tracks.recorder(disk, false, sensor).close();

        StrictEdf strict = StrictEdf.read(disk.bytes());
        assertThat(strict.count).isEqualTo(1);
        assertThat(strict.codes(0)).containsOnly(-32_768);
        Path file = Files.write(folder.resolve("empty.edf"), disk.bytes());
        try (Recording read = Recordings.open(file, Format.EDF, ReadOptions.NONE)) {
            assertThat(read.next(new double[1])).isFalse();
        }
    }

    /** Two digits tell 1985 to 2084; another year stands for a clock that nobody has set, and is said to be unknown. */
    @ParameterizedTest
    @CsvSource({
        "1970, 01.01.85, Startdate X ",
        "1984, 01.01.85, Startdate X ",
        "1985, 22.11.85, Startdate 22-NOV-1985 ",
        "1999, 22.11.99, Startdate 22-NOV-1999 ",
        "2000, 22.11.00, Startdate 22-NOV-2000 ",
        "2084, 22.11.84, Startdate 22-NOV-2084 ",
        "2085, 01.01.85, Startdate X "
    })
    void aYearThatTwoDigitsCannotTellIsUnknown(int year, String date, String recording) throws IOException {
        ZonedDateTime start = ZonedDateTime.of(year, 11, 22, 10, 0, 1, 0, ZoneId.of("Europe/Berlin"));
        byte[] file = begunAt(start, "P-017");

        assertThat(header(file).substring(168, 184)).isEqualTo(date + "10.00.01");
        assertThat(header(file).substring(88)).startsWith(recording.strip() + " ");
        StrictEdf.read(file);
    }

    @Test
    void aNameWithLettersOfAnyAlphabetLeavesOnlyPlainOnesInTheHeader() throws IOException {
        byte[] file = begunAt(Tracks.START, "Zoë Müller \u4e2d\u6587");

        assertThat(header(file)).matches("[ -~]{256}");
        assertThat(header(file).substring(8, 88)).startsWith("Zoe_Muller___ X X X");
        StrictEdf.read(file);
    }
}
