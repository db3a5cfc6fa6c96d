package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/** Recordings of others and ours, read back. */
class RecordingsTest {
    @TempDir
    Path folder;

    /** What one sample was: its number, and its values. */
    record Sample(long number, List<Double> values) {}

    private static List<Sample> all(Recording recording) throws IOException {
        var samples = new ArrayList<Sample>();
        double[] values = new double[recording.channels().size()];
        while (recording.next(values)) {
            var list = new ArrayList<Double>();
            for (double value : values) {
                list.add(value);
            }
            samples.add(new Sample(recording.number(), list));
        }
        return samples;
    }

    private List<Sample> read(Path file, @Nullable Format format, ReadOptions options) throws IOException {
        try (Recording recording = Recordings.open(file, format, options)) {
            return all(recording);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path floats(float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return Files.write(folder.resolve("a.f32"), bytes.array());
    }

    @Test
    void floatsAreReadInTheUnitThatTheyAreToldToHave() throws IOException {
        Path file = floats(0.5f, -1, Float.NaN, 2);
        var samples = read(file, null, ReadOptions.NONE.withRate(1000).withUnit(Unit.MV));

        assertThat(samples)
                .containsExactly(
                        new Sample(0, List.of(500.0)), new Sample(1, List.of(-1000.0)), new Sample(3, List.of(2000.0)));
    }

    @Test
    void floatsWithoutARateAreRefusedWithTheOptionThatIsMissing() throws IOException {
        Path file = floats(1);
        assertThatThrownBy(() -> Recordings.open(file, Format.F32LE, ReadOptions.NONE.withUnit(Unit.UV)))
                .hasMessage(file + ": f32le: expected a rate, which the file does not hold: give --rate");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        Path file = folder.resolve("none.edf");
        assertThatThrownBy(() -> Recordings.open(file, null, ReadOptions.NONE)).hasMessage(file + ": no such file");
    }

    @Test
    void unitsAreConvertedExactly() {
        assertThat(Unit.CMH2O.toInternal(1)).isEqualTo(98.0665);
        assertThat(Unit.CMH2O.fromInternal(1000)).isCloseTo(10.19716, within(5e-6));
        assertThat(Unit.MMHG.fromInternal(1000)).isCloseTo(7.50062, within(5e-6));
        assertThat(Unit.CMH2O.fromInternal(Unit.MMHG.toInternal(1))).isCloseTo(1.35951, within(5e-6));
        assertThat(Unit.HPA.toInternal(10)).isEqualTo(1000);
        assertThat(Unit.CMH2O.fromInternal(Unit.HPA.toInternal(1))).isCloseTo(1.01972, within(5e-6));
        assertThat(Unit.of("\u00b5V")).contains(Unit.UV);
        assertThat(Unit.of("cmh2o")).contains(Unit.CMH2O);
        assertThat(Unit.of("MV")).isEmpty();
    }

    @Test
    void whatWeWroteAsEdfIsReadBackToTheSample() throws IOException {
        SensorInfo sensor = Tracks.both(1000);
        for (String name : List.of("a.edf", "a.bdf")) {
            Path file = folder.resolve(name);
            var recorder = EdfRecorder.create(file, Tracks.header(sensor));
            Tracks.feed(recorder, sensor, 0, 2000);
            recorder.gap(new Gap(2000, 137, Tracks.nanos(2000, 1000), Tracks.nanos(2137, 1000), Gap.Cause.LOST));
            recorder.annotate(new Annotation(Tracks.nanos(1234, 1000), 300_000_000, "CONTRACT onset"));
            Tracks.feed(recorder, sensor, 2137, 4321);
            recorder.close();

            try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
                assertThat(recording.rateHz()).isEqualTo(1000);
                assertThat(recording.start()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 0, 1));
                assertThat(recording.annotations())
                        .containsExactly(
                                new Annotation(1_234_000_000, 300_000_000, "CONTRACT onset"),
                                new Annotation(2_000_000_000, 137_000_000, "GAP 137"),
                                new Annotation(4_321_000_000L, 179_000_000, "PAD 179"));
                var samples = all(recording);
                assertThat(samples).hasSize(4321 - 137);
                for (Sample sample : samples) {
                    for (int channel = 0; channel < 2; channel++) {
                        double step = recording.channels().get(channel).resolution();
                        assertThat(sample.values().get(channel))
                                .isCloseTo(Tracks.value(sample.number(), channel), within(0.5000001 * step));
                    }
                }
                assertThat(samples.get(2000).number()).isEqualTo(2137);
            }
        }
    }

    @Test
    void anotherOnesCsvIsReadByItsColumns() throws IOException {
        Path file = file("a.csv", "time,emg_mV,temp\n0.000,0.5,30\n0.004,0.25,31\n0.008,-1,32\n");
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE.withColumn(2))) {
            assertThat(recording.rateHz()).isEqualTo(250);
            assertThat(recording.channels().get(0).label()).isEqualTo("emg_mV");
            assertThat(all(recording)).extracting(s -> s.values().get(0)).containsExactly(500.0, 250.0, -1000.0);
        }
    }

    @Test
    void bareColumnsOfNumbersAreReadWithTheOptionsGiven() throws IOException {
        var options = ReadOptions.NONE.withRate(100).withSignal(Signal.PRESSURE);
        assertThat(read(file("a.txt", "1;10\n2;20\n\n3;30\n"), null, options.withColumn(2)))
                .extracting(s -> s.values().get(0))
                .containsExactly(10.0, 20.0, 30.0);
        assertThat(read(file("b.txt", "1\n-2e1\nNaN\n\n4\n"), null, options))
                .containsExactly(
                        new Sample(0, List.of(1.0)), new Sample(1, List.of(-20.0)), new Sample(3, List.of(4.0)));
    }

    @Test
    void numbersThatAreNoneAreRefusedWithTheirPlace() throws IOException {
        for (String bad : List.of("1e999", "0x1p3", "1d", "\u0661\u0662", "--1", "1".repeat(50), "Infinity")) {
            Path file = file("bad.csv", "emg_uV,x\n1,2\n" + bad + ",3\n");
            assertThatThrownBy(() ->
                            read(file, null, ReadOptions.NONE.withRate(100).withColumn(1)))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageStartingWith(file + ": line 3, column 1: expected a number with a dot")
                    .hasMessageMatching("[ -~]{1,300}");
        }
    }

    @Test
    void aDecimalCommaIsRefused() throws IOException {
        Path file = file("bad.csv", "emg_uV;x\n1;2\n1,5;3\n");
        assertThatThrownBy(() -> read(file, null, ReadOptions.NONE.withRate(100).withColumn(1)))
                .hasMessage(file + ": line 3, column 1: expected a number with a dot as its decimal sign but was 1,5");
    }
}
