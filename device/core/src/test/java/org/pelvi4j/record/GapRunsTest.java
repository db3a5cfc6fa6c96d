package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.SensorInfo;

class GapRunsTest {
    private final List<String> told = new ArrayList<>();
    private final GapRuns gaps = new GapRuns(1000, (first, count, text) -> told.add(first + "+" + count + " " + text));

    @Test
    void fewGapsAreToldEachForItself() {
        for (int i = 0; i < 4; i++) {
            assertThat(gaps.gap(100L * i, 2)).isTrue();
        }
        assertThat(told).containsExactly("0+2 GAP 2", "100+2 GAP 2", "200+2 GAP 2", "300+2 GAP 2");
    }

    @Test
    void theOthersOfASecondAreToldTogetherWhenItIsOver() {
        for (int i = 0; i < 7; i++) {
            gaps.gap(100L * i, 2);
        }
        gaps.sample(999);
        assertThat(told).hasSize(4);
        gaps.sample(1000);
        assertThat(told).hasSize(5).last().isEqualTo("400+202 GAP 6");
    }

    @Test
    void aLongGapIsToldForItselfAfterThoseBeforeIt() {
        for (int i = 0; i < 6; i++) {
            gaps.gap(10L * i, 2);
        }
        assertThat(gaps.gap(60, 5000)).isTrue();
        assertThat(told).hasSize(6).endsWith("40+12 GAP 4", "60+5000 GAP 5000");
        gaps.gap(6000, 1);
        assertThat(told).last().isEqualTo("6000+1 GAP 1");
    }

    /** Every other sample is lost for minutes, and the electrode is off: more than two hundred thousand gaps. */
    @ParameterizedTest
    @ValueSource(strings = {".bdf", ".csv"})
    void whatIsWrittenWithGapsEverywhereIsReadAgain(String ending, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("gaps" + ending);
        SensorInfo sensor = Tracks.emg(2000);
        RecordingHeader about = RecordingHeader.of(sensor, Instant.EPOCH.atZone(ZoneOffset.UTC));
        int count = 201_000;
        int flaw = ending.equals(".csv") ? 0 : Flaw.LEAD_OFF; // A line of CSV that is not valid is read as no sample.
        try (Recorder recorder =
                ending.equals(".csv") ? CsvRecorder.create(file, about) : EdfRecorder.create(file, about)) {
            for (long i = 0; i <= count; i++) {
                recorder.sample(2 * i, i * 1_000_000, new double[] {i % 100}, new int[] {flaw});
                if (i % 1000 == 0) {
                    recorder.tick(i * 1_000_000);
                }
            }
        }
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            double[] values = new double[1];
            long read = 0;
            while (recording.next(values) && recording.number() == 2 * read) {
                read++;
            }
            assertThat(read).isEqualTo(count + 1);
            assertThat(recording.annotations().stream()
                            .map(Annotation::text)
                            .filter(text -> text.startsWith(AnnotationText.GAP))
                            .mapToInt(text -> Integer.parseInt(text.substring(AnnotationText.GAP.length())))
                            .sum())
                    .isEqualTo(count);
        }
    }
}
