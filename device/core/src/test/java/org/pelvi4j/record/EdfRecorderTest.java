package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.pelvi4j.record.Tracks.feed;
import static org.pelvi4j.record.Tracks.nanos;
import static org.pelvi4j.record.Tracks.recorder;
import static org.pelvi4j.record.Tracks.value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;

/** What a recorder puts into EDF+ and BDF+ files, judged by a reader that shares no code with it. */
class EdfRecorderTest {
    private final MemoryFile disk = new MemoryFile().withoutStates();

    private StrictEdf file() {
        return StrictEdf.read(disk.bytes());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everySampleComesBackWithinHalfAStep(boolean bdf) throws IOException {
        SensorInfo sensor = Tracks.both(1000);
        var recorder = recorder(disk, bdf, sensor);
        feed(recorder, sensor, 0, 4321);
        recorder.close();

        StrictEdf file = file();
        for (int channel = 0; channel < 2; channel++) {
            double[] values = file.values(channel);
            for (int n = 0; n < 4321; n++) {
                assertThat(values[n]).isCloseTo(value(n, channel), within(0.5000001 * file.step(channel)));
            }
        }
    }

    @Test
    void theEdgesOfTheRangeComeBackWithinHalfAStep() throws IOException {
        var recorder = recorder(disk, false, Tracks.emg(250));
        double[] edges = {-1635, 1635, -1634.99, 1634.99, 0};
        for (int n = 0; n < edges.length; n++) {
            recorder.sample(n, nanos(n, 250), new double[] {edges[n]}, new int[1]);
        }
        recorder.close();

        double[] values = file().values(0);
        for (int n = 0; n < edges.length; n++) {
            assertThat(values[n]).isCloseTo(edges[n], within(0.5000001 * file().step(0)));
        }
        assertThat(file().events).extracting(StrictEdf.Event::text).containsExactly("PAD 245");
    }

    @Test
    void recordsLastHalfASecond() throws IOException {
        for (double rate : new double[] {10, 80, 250, 256, 860, 1000, 4000}) {
            var memory = new MemoryFile();
            recorder(memory, false, Tracks.emg(rate)).close();
            StrictEdf file = StrictEdf.read(memory.bytes());
            assertThat(file.duration).isEqualTo(5_000_000);
            assertThat(file.samples(0)).isEqualTo((int) (rate / 2));
        }
    }

    @Test
    void aRateWithoutAWholeNumberInHalfASecondGetsTheNextLengthThatCanBeTold() throws IOException {
        double[][] rates = {{125, 63, 5_040_000}, {475, 247, 5_200_000}, {62.5, 32, 5_120_000}};
        for (double[] rate : rates) {
            var memory = new MemoryFile();
            recorder(memory, false, Tracks.emg(rate[0])).close();
            StrictEdf file = StrictEdf.read(memory.bytes());
            assertThat(file.samples(0)).isEqualTo((int) rate[1]);
            assertThat(file.duration).isEqualTo((long) rate[2]);
        }
    }

    @Test
    void aGapIsFilledAndMarkedOnce() throws IOException {
        SensorInfo sensor = Tracks.emg(1000);
        var recorder = recorder(disk, false, sensor);
        feed(recorder, sensor, 0, 2000);
        recorder.gap(new Gap(2000, 137, nanos(2000, 1000), nanos(2137, 1000), Gap.Cause.LOST));
        feed(recorder, sensor, 2137, 3000);
        recorder.close();

        assertThat(file().events).containsExactly(new StrictEdf.Event(20_000_000, 1_370_000, "GAP 137"));
        int[] codes = file().codes(0);
        assertThat(IntStream.range(0, 3000).filter(n -> codes[n] == -32_768))
                .containsExactlyElementsOf(IntStream.range(2000, 2137).boxed().toList());
    }

    @Test
    void aJumpInTheNumbersThatNobodyToldIsAGapToo() throws IOException {
        SensorInfo sensor = Tracks.emg(1000);
        var recorder = recorder(disk, false, sensor);
        feed(recorder, sensor, 0, 700);
        feed(recorder, sensor, 800, 1000);
        recorder.close();

        assertThat(file().events).containsExactly(new StrictEdf.Event(7_000_000, 1_000_000, "GAP 100"));
        assertThat(file().count).isEqualTo(2);
    }

    @Test
    void tenMinutesWithoutASignalAreOneGapOfTwelveHundredRecords() throws IOException {
        SensorInfo sensor = Tracks.emg(250);
        var recorder = recorder(disk, false, sensor);
        feed(recorder, sensor, 0, 250);
        recorder.gap(new Gap(250, 150_000, nanos(250, 250), nanos(150_250, 250), Gap.Cause.DISCONNECTED));
        feed(recorder, sensor, 150_250, 150_500);
        recorder.close();

        assertThat(file().count).isEqualTo(1204);
        assertThat(file().events).containsExactly(new StrictEdf.Event(10_000_000, 6_000_000_000L, "GAP 150000"));
    }

    @Test
    void anEventIsPlacedByTheSamplesAroundItNotByTheNominalRate() throws IOException {
        SensorInfo sensor = Tracks.emg(250);
        var recorder = recorder(disk, false, sensor);
        double trueRate = 256;
        for (long n = 0; n < 25_000; n++) {
            recorder.sample(n, nanos(n, trueRate), new double[1], new int[1]);
            if (n == 20_000) {
                recorder.annotate(
                        new Annotation(nanos(19_001, trueRate), 1_000_000_000, AnnotationText.CONTRACT_ONSET));
            }
        }
        recorder.close();

        long onset = file().events.get(0).onset();
        assertThat(onset / 1e7 * 250).isCloseTo(19_001, within(0.01));
        assertThat(file().events.get(0).duration() / 1e7 * 250).isCloseTo(256, within(0.01));
    }

    @Test
    void lateAndUnorderedEventsKeepTheirTrueOnset() throws IOException {
        SensorInfo sensor = Tracks.emg(1000);
        var recorder = recorder(disk, false, sensor);
        feed(recorder, sensor, 0, 9000);
        recorder.annotate(new Annotation(nanos(8500, 1000), -1, "second"));
        recorder.annotate(new Annotation(nanos(1234, 1000), 300_000_000, "first"));
        feed(recorder, sensor, 9000, 9500);
        recorder.close();

        assertThat(file().events)
                .containsExactly(
                        new StrictEdf.Event(85_000_000, -1, "second"),
                        new StrictEdf.Event(12_340_000, 3_000_000, "first"));
    }

    @Test
    void aCueOfTheFutureWaitsForItsSample() throws IOException {
        SensorInfo sensor = Tracks.emg(1000);
        var recorder = recorder(disk, false, sensor);
        recorder.annotate(new Annotation(nanos(1500, 1000), 5_000_000_000L, "PROMPT work"));
        feed(recorder, sensor, 0, 2000);
        recorder.close();

        assertThat(file().events).containsExactly(new StrictEdf.Event(15_000_000, 50_000_000, "PROMPT work"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noEventIsLostHoweverManyComeAtOnce(boolean bdf) throws IOException {
        SensorInfo sensor = Tracks.emg(1000);
        var recorder = recorder(disk, bdf, sensor);
        feed(recorder, sensor, 0, 1000);
        for (int i = 0; i < 500; i++) {
            recorder.annotate(new Annotation(nanos(i, 1000), 1_234_567_890, "REP " + i + " score=0.87"));
        }
        feed(recorder, sensor, 1000, 1321);
        recorder.close();

        StrictEdf file = file();
        assertThat(file.events).hasSize(501);
        for (int i = 0; i < 500; i++) {
            assertThat(file.events).contains(new StrictEdf.Event(10_000L * i, 12_345_680, "REP " + i + " score=0.87"));
        }
        assertThat(file.events.get(500).text()).isEqualTo("PAD " + (file.codes(0).length - 1321));
    }

    @Test
    void aLongNoteIsCutIntoPiecesBetweenItsLetters() throws IOException {
        SensorInfo sensor = Tracks.emg(1000);
        var recorder = recorder(disk, false, sensor);
        String note = "NOTE " + "größer µ € \ud83d\ude42 ".repeat(30).strip();
        recorder.annotate(new Annotation(nanos(10, 1000), -1, note + "\u0014\u0000\n"));
        feed(recorder, sensor, 0, 5000);
        recorder.close();

        StringBuilder all = new StringBuilder();
        file().events.forEach(event -> all.append(event.text()));
        assertThat(all.toString().replace(" ", "")).isEqualTo(note.replace(" ", ""));
    }

    @Test
    void whatTheSensorCannotStandForIsAnEventWithALength() throws IOException {
        var recorder = recorder(disk, false, Tracks.both(100));
        for (int n = 0; n < 300; n++) {
            int first = n >= 100 && n < 150 ? Flaw.SATURATED : 0;
            int second = n == 210 ? Flaw.LEAD_OFF : 0;
            double outside = n == 250 ? 2000 : 0;
            recorder.sample(n, nanos(n, 100), new double[] {0, outside}, new int[] {first, second});
        }
        recorder.close();

        assertThat(file().events)
                .containsExactlyInAnyOrder(
                        new StrictEdf.Event(10_000_000, 5_000_000, "SATURATED 1"),
                        new StrictEdf.Event(21_000_000, 100_000, "FAULT lead-off 2"),
                        new StrictEdf.Event(25_000_000, 100_000, "CLIPPED 2"));
        assertThat(file().values(1)[250]).isCloseTo(1635, within(0.1));
    }

    @Test
    void aValueBelowTheRangeIsClippedAndNotTakenForMissing() throws IOException {
        var recorder = recorder(disk, false, Tracks.emg(250));
        for (int n = 0; n < 250; n++) {
            recorder.sample(n, nanos(n, 250), new double[] {n == 7 ? -5000 : 0}, new int[1]);
        }
        recorder.close();

        assertThat(file().codes(0)[7]).isEqualTo(-32_767);
        assertThat(file().events).containsExactly(new StrictEdf.Event(280_000, 40_000, "CLIPPED 1"));
    }

    @Test
    void aValueThatIsNoNumberIsMissing() throws IOException {
        var recorder = recorder(disk, false, Tracks.emg(250));
        for (int n = 0; n < 125; n++) {
            recorder.sample(n, nanos(n, 250), new double[] {n == 7 ? Double.NaN : 0}, new int[1]);
        }
        recorder.close();

        assertThat(file().codes(0)[7]).isEqualTo(-32_768);
        assertThat(file().events.get(0)).isEqualTo(new StrictEdf.Event(280_000, 40_000, "FAULT range 1"));
    }

    @Test
    void theDiskIsForcedAtMostOnceASecondAndNeverCountsWhatWasNotForced() throws IOException {
        SensorInfo sensor = Tracks.emg(1000);
        var recorder = recorder(disk, false, sensor);
        feed(recorder, sensor, 0, 10_000);
        long forces = disk.steps.stream().filter("force"::equals).count();
        recorder.close();

        assertThat(forces).isBetween(9L, 11L);
        int at = disk.steps.indexOf("write 236+8");
        assertThat(disk.steps.get(at - 1)).isEqualTo("force");
    }

    @Test
    void closingTwiceIsClosingOnce() throws IOException {
        SensorInfo sensor = Tracks.emg(250);
        var recorder = recorder(disk, false, sensor);
        feed(recorder, sensor, 0, 100);
        recorder.close();
        int steps = disk.steps.size();
        recorder.close();
        recorder.tick(0);
        recorder.sample(100, nanos(100, 250), new double[1], new int[1]);

        assertThat(disk.steps).hasSize(steps);
        assertThat(disk.closed).isTrue();
    }

    @Test
    void aFileThatIsThereIsNotOverwritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.edf");
        EdfRecorder.create(file, Tracks.header(Tracks.emg(250))).close();

        assertThatThrownBy(() -> EdfRecorder.create(file, Tracks.header(Tracks.emg(250))))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    }

    @Test
    void sixteenBitsAreEnoughForAConverterWithSixteenBits() {
        assertThat(EdfRecorder.ending(Tracks.emg(250))).isEqualTo(".edf");
        assertThat(EdfRecorder.ending(Tracks.cyton())).isEqualTo(".bdf");
    }
}
