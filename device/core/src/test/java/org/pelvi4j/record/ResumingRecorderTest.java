package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.sensor.SensorInfo;

/** A disk that refuses ends one file, is told, and another file goes on. */
class ResumingRecorderTest {
    private static final SensorInfo SENSOR = Tracks.emg(250);

    private final List<MemoryFile> disks = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean full;

    private EdfRecorder open(int segment) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        var disk = new MemoryFile().withoutStates();
        disks.add(disk);
        assertThat(disks).hasSize(segment);
        return Tracks.recorder(disk, false, SENSOR);
    }

    @Test
    void theRecordingStopsIsToldAndGoesOnInANewFileWhenThereIsRoom() throws IOException {
        var recorder = new ResumingRecorder(this::open, told::add);
        Tracks.feed(recorder, SENSOR, 0, 1000);
        disks.get(0).failingAt(disks.get(0).steps.size(), true);
        full = true;
        Tracks.feed(recorder, SENSOR, 1000, 4000);
        assertThat(told).containsExactly("recording stopped: No space left on device; trying a new file every 5 s");
        full = false;
        Tracks.feed(recorder, SENSOR, 4000, 6000);
        recorder.close();

        assertThat(told).hasSize(2);
        assertThat(recorder.segments()).isEqualTo(2);
        StrictEdf first = StrictEdf.read(disks.get(0).bytes());
        StrictEdf second = StrictEdf.read(disks.get(1).bytes());
        long missing = Long.parseLong(second.events.get(0).text().replaceAll("[^0-9]", ""));
        long pad = Long.parseLong(
                second.events.get(second.events.size() - 1).text().substring("PAD ".length()));
        assertThat(told.get(1)).isEqualTo("the recording goes on in a new file; " + missing + " samples are missing");
        assertThat(first.count * 125L + missing + second.count * 125L - pad).isEqualTo(6000);
        assertThat(first.count).isBetween(6, 8);
        assertThat(missing).isBetween(3000L, 4500L);
    }

    @Test
    void aDiskThatIsFullFromTheBeginningIsToldAndTheRecordingBeginsWhenThereIsRoom() throws IOException {
        full = true;
        var recorder = new ResumingRecorder(this::open, told::add);
        Tracks.feed(recorder, SENSOR, 0, 2000);
        assertThat(told).containsExactly("No space left on device; trying a new file every 5 s");
        full = false;
        Tracks.feed(recorder, SENSOR, 2000, 4000);
        recorder.close();

        assertThat(recorder.segments()).isEqualTo(1);
        StrictEdf only = StrictEdf.read(disks.get(0).bytes());
        // Tried again 5 and 10 s after the first sample: the first sample after that is the file's own first.
        assertThat(told.get(1)).isEqualTo("the recording goes on in a new file; 2525 samples are missing");
        assertThat(only.events.get(0).text()).isEqualTo("GAP 2525 before this file");
        assertThat(only.values(0)[0]).isCloseTo(Tracks.value(2525, 0), within(only.step(0)));
    }

    @Test
    void whenTheDiskIsWellThereIsOneFileAndNothingIsTold() throws IOException {
        var recorder = new ResumingRecorder(this::open, told::add);
        Tracks.feed(recorder, SENSOR, 0, 1000);
        recorder.close();
        recorder.close();

        assertThat(told).isEmpty();
        assertThat(StrictEdf.read(disks.get(0).bytes()).count).isEqualTo(8);
    }
}
