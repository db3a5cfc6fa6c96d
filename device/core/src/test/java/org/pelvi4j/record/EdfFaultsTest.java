package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sensor.SensorInfo;

/**
 * A recording that is interrupted, by a crash, a power cut or the disk, stays a file that others can read. Source: RELIABILITY F5
 * and F9.
 */
class EdfFaultsTest {
    private static final SensorInfo SENSOR = Tracks.both(250);

    @TempDir
    Path folder;

    private MemoryFile tenSeconds() throws IOException {
        var disk = new MemoryFile();
        var recorder = Tracks.recorder(disk, false, SENSOR);
        Tracks.feed(recorder, SENSOR, 0, 1250);
        recorder.annotate(new Annotation(Tracks.nanos(1200, 250), -1, "NOTE one"));
        Tracks.feed(recorder, SENSOR, 1250, 2500);
        recorder.close();
        return disk;
    }

    /** Every sample that the header counts is the right one. */
    private static int checked(byte[] bytes) {
        StrictEdf file = StrictEdf.read(bytes);
        double[] values = file.values(0);
        int[] codes = file.codes(0);
        double half = 0.5000001 * file.step(0);
        int samples = 0;
        for (int n = 0; n < values.length; n++) {
            if (codes[n] != -32_768) {
                samples += Math.abs(values[n] - Tracks.value(n, 0)) <= half ? 1 : 1_000_000;
            }
        }
        return samples;
    }

    @Test
    void theFileCanBeReadAfterEveryStepOfItsWriting() throws IOException {
        var disk = tenSeconds();
        for (byte[] state : disk.states) {
            StrictEdf.read(state);
        }
        assertThat(checked(disk.bytes())).isEqualTo(2500);
    }

    @Test
    void aPowerCutThatKeepsTheHeaderAndDropsWhatWasNotForcedLeavesAFileThatCanBeRead() throws IOException {
        var disk = tenSeconds();
        for (int step = 1; step < disk.states.size(); step++) {
            byte[] safe = disk.forced.get(step).clone();
            byte[] written = disk.states.get(step);
            if (safe.length < 512) {
                continue;
            }
            System.arraycopy(written, 0, safe, 0, 512);
            StrictEdf.read(safe);
        }
    }

    @Test
    void aFileCutAnywhereIsMendedToItsWholeRecords() throws IOException {
        byte[] whole = tenSeconds().bytes();
        StrictEdf file = StrictEdf.read(whole);
        int header = whole.length - file.count * file.recordBytes;
        var random = new SplittableRandom(77);
        int[] cuts = new int[file.count + 100];
        for (int i = 0; i < file.count; i++) {
            cuts[i] = header + (i + 1) * file.recordBytes;
        }
        for (int i = file.count; i < cuts.length; i++) {
            cuts[i] = random.nextInt(header + file.recordBytes, whole.length);
        }
        for (int cut : cuts) {
            Path path = folder.resolve("cut.edf");
            Files.write(path, Arrays.copyOf(whole, cut));
            EdfRecovery done = EdfRecovery.repair(path);

            byte[] mended = Files.readAllBytes(path);
            int records = (cut - header) / file.recordBytes;
            assertThat(done.records()).isEqualTo(records);
            assertThat(done.cutBytes()).isEqualTo((cut - header) % file.recordBytes);
            assertThat(mended).hasSize(header + records * file.recordBytes);
            assertThat(StrictEdf.read(mended).count).isEqualTo(records);
            assertThat(EdfRecovery.repair(path)).isEqualTo(new EdfRecovery(records, 0, 0));
        }
    }

    @Test
    void aKillLosesAtMostTheRecordThatWasNotFull() throws IOException {
        var disk = new MemoryFile().withoutStates();
        var recorder = Tracks.recorder(disk, false, SENSOR);
        var random = new SplittableRandom(5);
        long fed = 0;
        for (int kill = 0; kill < 100; kill++) {
            long next = fed + random.nextInt(1, 400);
            Tracks.feed(recorder, SENSOR, fed, next);
            fed = next;
            Path path = folder.resolve("killed.edf");
            Files.write(path, disk.bytes());
            EdfRecovery.repair(path);
            int samples = checked(Files.readAllBytes(path));
            assertThat(fed - samples).isBetween(0L, 150L);
        }
        recorder.close();
    }

    @Test
    void recordsOfZerosAtTheEndAreNotTakenForData() throws IOException {
        byte[] whole = tenSeconds().bytes();
        StrictEdf file = StrictEdf.read(whole);
        byte[] longer = Arrays.copyOf(whole, whole.length + 3 * file.recordBytes + 17);
        Path path = Files.write(folder.resolve("zeros.edf"), longer);

        assertThat(EdfRecovery.repair(path).records()).isEqualTo(file.count);
        assertThat(Files.readAllBytes(path)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverStepFailsTheFaultIsToldAndWhatWasCountedStays(boolean forEver) throws IOException {
        int steps = tenSeconds().steps.size();
        for (int k = 2; k < steps; k++) {
            var disk = new MemoryFile().withoutStates().failingAt(k, forEver);
            var recorder = Tracks.recorder(disk, false, SENSOR);
            assertThatThrownBy(() -> {
                        Tracks.feed(recorder, SENSOR, 0, 2500);
                        recorder.close();
                    })
                    .as("step %d", k)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
            recorder.close();

            assertThat(disk.closed).isTrue();
            assertThat(checked(disk.bytes())).isLessThanOrEqualTo(2500);
        }
    }

    @Test
    void aBeginningThatCannotBeWrittenIsToldAndTheFileClosed() {
        for (int k = 0; k < 2; k++) {
            var disk = new MemoryFile().withoutStates().failingAt(k, true);
            assertThatThrownBy(() -> Tracks.recorder(disk, false, SENSOR)).isInstanceOf(IOException.class);
            assertThat(disk.closed).isTrue();
        }
    }

    @Test
    void afterAFailedForceNothingThatWasNotForcedIsCounted() throws IOException {
        int third = 0;
        var whole = tenSeconds();
        for (int forces = 0; forces < 4; third++) {
            forces += whole.steps.get(third).equals("force") ? 1 : 0;
        }
        var disk = new MemoryFile().failingAt(third - 1, false);
        var recorder = Tracks.recorder(disk, false, SENSOR);
        assertThatThrownBy(() -> Tracks.feed(recorder, SENSOR, 0, 2500)).isInstanceOf(IOException.class);
        recorder.close();

        StrictEdf file = StrictEdf.read(disk.bytes());
        assertThat(disk.bytes()).hasSize(256 * 4 + file.count * file.recordBytes);
        assertThat(file.count).isBetween(3, 6);
    }
}
