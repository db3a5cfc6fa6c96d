package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.SensorInfo;

/** Files that lie about themselves are refused, quickly and with one line, and fill no memory. Source: RELIABILITY F11. */
class EdfHostileTest {
    /** Source: RELIABILITY F11, times three for a busy machine. */
    private static final long LONGEST_NANOS = 300_000_000L;
    /** Source: RELIABILITY F11. */
    private static final long MOST_BYTES = 64L << 20;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private byte[] good;

    @BeforeEach
    void aGoodFile() throws IOException {
        var disk = new MemoryFile();
        SensorInfo sensor = Tracks.both(250);
        var recorder = Tracks.recorder(disk, false, sensor);
        Tracks.feed(recorder, sensor, 0, 1000);
        recorder.annotate(new Annotation(Tracks.nanos(10, 250), -1, "NOTE x"));
        recorder.close();
        good = disk.bytes();
    }

    private void put(int at, int width, String text) {
        byte[] field = (text + " ".repeat(width)).substring(0, width).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(field, 0, good, at, width);
    }

    private void readAll() throws IOException {
        Path file = Files.write(folder.resolve("x.edf"), good);
        long begin = System.nanoTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        try (Recording recording = Recordings.open(file, Format.EDF, ReadOptions.NONE)) {
            double[] values = new double[recording.channels().size()];
            long samples = 0;
            while (recording.next(values)) {
                samples++;
            }
            assertThat(samples).isLessThan(1_000_000);
            recording.annotations();
        } finally {
            assertThat(System.nanoTime() - begin).isLessThan(LONGEST_NANOS);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "252 | 4 | -1 | number of signals: expected 1 to 512 but was -1",
                "252 | 4 | 9999 | number of signals: expected 1 to 512 but was 9999",
                "252 | 4 | 0 | number of signals: expected 1 to 512 but was 0",
                "252 | 4 | 512 | header length: expected 131328 but was 1024",
                "184 | 8 | 99999999 | header length: expected 1024 but was 99999999",
                "236 | 8 | -2 | number of records: expected -1 to 2147483647 but was -2",
                "244 | 8 | 1e999 | record duration: expected a number but was 1e999",
                "244 | 8 | -1 | record duration: expected 0 to 86400 s but was -1.0",
                "244 | 8 | 0 | record duration: expected more than 0 s but was 0",
                "0 | 8 | 1 | version: expected 0 (EDF) or BIOSEMI (BDF) but was 1",
                "904 | 8 | 99999999 | signal 1: samples in a record: expected 1 to 10485760 but was 99999999",
                "904 | 8 | 10485760 | record length: expected 1 to 10485760 bytes but was 20971920",
                "904 | 8 | 5000000 | length: expected at least one record of 10000400 bytes after the header but was 5850 bytes",
                "568 | 8 | x | signal 1: physical minimum: expected a number but was x",
                "592 | 8 | -5000.84 | signal 1: physical maximum: expected other than the minimum but was -5000.84",
                "616 | 8 | 32767 | signal 1: digital maximum: expected 32768 to 8388607 but was 32767",
            })
    void aHeaderThatCannotBeTrueIsRefused(int at, int width, String text, String message) {
        put(at, width, text);
        assertThatThrownBy(this::readAll)
                .isInstanceOf(RecordingException.class)
                .hasMessage(folder.resolve("x.edf") + ": " + message);
    }

    @Test
    void aListWithoutAnEndIsRefusedWithItsRecord() {
        int record = (good.length - 1024) / 9 * 2;
        int from = 1024 + record - 150;
        Arrays.fill(good, from, from + 150, (byte) 'A');
        good[from] = '+';
        assertThatThrownBy(this::readAll)
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("record 2: annotation: expected");
    }

    @Test
    void recordsApartInTimeMustNotRunBackwards() {
        put(192, 44, "EDF+D");
        int record = (good.length - 1024) / 9;
        int from = 1024 + 3 * record - 150;
        good[from + 1] = '0';
        assertThatThrownBy(this::readAll).hasMessageContaining("record 3: expected to begin after the one before it");
    }

    @Test
    void everyCutIsReadOrRefused() throws IOException {
        byte[] whole = good;
        for (int length = 0; length < 1500; length += 7) {
            good = Arrays.copyOf(whole, length);
            readOrRefuse("cut " + length);
        }
    }

    @Test
    void damagedBytesAreReadOrRefused() throws IOException {
        byte[] whole = good;
        for (int seed = 0; seed < 1000; seed++) {
            var random = new SplittableRandom(seed);
            good = whole.clone();
            for (int i = 0; i < 1 + seed % 5; i++) {
                good[random.nextInt(seed % 2 == 0 ? 1024 : good.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse("seed " + seed);
        }
    }

    private void readOrRefuse(String what) throws IOException {
        try {
            readAll();
        } catch (RecordingException refused) {
            assertThat(refused.getMessage()).as(what).hasSizeLessThan(400).doesNotContain("\n");
        }
    }
}
