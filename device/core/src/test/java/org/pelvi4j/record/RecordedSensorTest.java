package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.VirtualClock;

/** A recording played back as a sensor. */
class RecordedSensorTest {
    @TempDir
    Path folder;

    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH, Long.MAX_VALUE - 1_000_000_000L);
    private final List<Long> numbers = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final SampleSink sink = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] all, int[] flaws) {
            assertThat(atNanos - clock.nowNanos()).isLessThanOrEqualTo(0);
            numbers.add(number);
            values.add(all[0]);
        }

        @Override
        public void gap(Gap gap) {
            gaps.add(gap);
        }
    };

    private DeviceUri recorded(int gap) throws IOException {
        Path file = folder.resolve("trace.edf");
        var sensor = Tracks.both(250);
        var recorder = EdfRecorder.create(file, Tracks.header(sensor));
        Tracks.feed(recorder, sensor, 0, 500);
        Tracks.feed(recorder, sensor, 500 + gap, 1000 + gap);
        recorder.close();
        return DeviceUri.parse("file:" + file);
    }

    @Test
    void everySampleComesOnceAndTheClockFollowsTheData() throws IOException {
        long begin = clock.nowNanos();
        try (var sensor = RecordedSensor.open(recorded(0), clock)) {
            assertThat(sensor.info().channels()).extracting(c -> c.signal()).containsExactly(Signal.PRESSURE);
            long reads = 0;
            while (sensor.read(sink)) {
                reads++;
            }
            assertThat(reads).isBetween(300L, 500L);
            assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.ENDED);
        }
        assertThat(numbers).hasSize(1000).startsWith(0L, 1L).endsWith(999L);
        assertThat(clock.nowNanos() - begin).isBetween(3_990_000_000L, 4_010_000_000L);
    }

    @Test
    void missingSamplesTakeTheirTimeInStepsAndAreOneGap() throws IOException {
        long longest = 0;
        try (var sensor = RecordedSensor.open(recorded(2500), clock)) {
            long before = clock.nowNanos();
            while (sensor.read(sink)) {
                longest = Math.max(longest, clock.nowNanos() - before);
                before = clock.nowNanos();
            }
        }
        assertThat(longest).isLessThanOrEqualTo(100_000_000L);
        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).firstNumber()).isEqualTo(500);
        assertThat(gaps.get(0).count()).isEqualTo(2500);
        assertThat(gaps.get(0).untilNanos() - gaps.get(0).fromNanos()).isEqualTo(10_000_000_000L);
        assertThat(numbers).hasSize(1000).endsWith(3499L);
    }

    @Test
    void channelsHaveTheRolesThatTheNameGives() throws IOException {
        DeviceUri uri = DeviceUri.parse(recorded(0) + "?channel=1&abdominal=0");
        try (var sensor = RecordedSensor.open(uri, clock)) {
            assertThat(sensor.info().channels()).extracting(c -> c.role()).containsExactly(Role.PFM, Role.ABDOMINAL);
            assertThat(sensor.info().channels())
                    .extracting(c -> c.signal())
                    .containsExactly(Signal.EMG, Signal.PRESSURE);
            assertThat(sensor.info().rateHz()).isEqualTo(250);
        }
    }

    @Test
    void aChannelThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
        DeviceUri uri = DeviceUri.parse(recorded(0) + "?channel=7");
        assertThatThrownBy(() -> RecordedSensor.open(uri, clock))
                .hasMessage("'" + uri + "': option 'channel': expected one of 0 (Press PFM) 1 (EMG Abd) but was '7'");
    }

    @Test
    void anOptionThatNobodyReadsIsRefused() throws IOException {
        DeviceUri uri = DeviceUri.parse(recorded(0) + "?chanel=0");
        assertThatThrownBy(() -> RecordedSensor.open(uri, clock)).hasMessageContaining("option 'chanel'");
    }

    @Test
    void aFileThatBreaksOffInNumbersEndsWithAReason() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "emg_uV\n1\n2\nx\n4\n");
        try (var sensor = RecordedSensor.open(DeviceUri.parse("file:" + file + "?rate=100"), clock)) {
            while (sensor.read(sink)) {
                assertThat(numbers).hasSizeLessThan(3);
            }
            assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.WRONG_DEVICE);
            assertThat(sensor.state().text()).contains("line 4, column 1");
            assertThat(sensor.read(sink)).isFalse();
        }
        assertThat(numbers).containsExactly(0L, 1L);
    }
}
