package org.pelvi4j.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.RecordedChannel;
import org.pelvi4j.record.Recording;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.draw.Draws;

class ComparisonTest {
    private final List<Witness.Frame> truth = new ArrayList<>();
    private final List<double[]> recorded = new ArrayList<>();

    ComparisonTest() {
        Draws draws = Draws.of(5);
        for (int i = 0; i < 1000; i++) {
            truth.add(new Witness.Frame(
                    i, i / 250.0, i & 0xFF, List.of(50 * draws.gaussian()), i * 4_000_000L, Fate.SENT));
        }
    }

    /** Records frames of the truth under numbers that are off by a shift. */
    private void record(int from, int until, int shift) {
        for (int i = from; i < until; i++) {
            recorded.add(new double[] {i + shift, truth.get(i).values().get(0) + 0.01});
        }
    }

    private Comparison compare() throws IOException {
        return Comparison.of(truth, new Numbers(recorded), 0.0125);
    }

    @Test
    void aFaithfulRecordingIsFaithful() throws IOException {
        record(3, 990, -3);
        Comparison result = compare();
        assertThat(result.matched()).isEqualTo(987);
        assertThat(result.worstError()).isBetween(0.0099, 0.0101);
        assertThat(result.faithful(0)).isTrue();
    }

    @Test
    void aMarkedGapIsNoLoss() throws IOException {
        record(0, 300, 0);
        record(400, 1000, 0);
        Comparison result = compare();
        assertThat(result.gaps()).isEqualTo(1);
        assertThat(result.inGaps()).isEqualTo(100);
        assertThat(result.faithful(0)).isTrue();
    }

    @Test
    void aGapOfTheWrongLengthIsMeasured() throws IOException {
        record(0, 300, 0);
        record(400, 1000, 3);
        Comparison result = compare();
        assertThat(result.worstGapError()).isEqualTo(3);
        assertThat(result.faithful(2)).isFalse();
        assertThat(result.invented()).isZero();
    }

    @Test
    void aFrameLostWithoutAMarkIsFound() throws IOException {
        record(0, 300, 0);
        record(301, 1000, -1);
        assertThat(compare().unmarked()).isEqualTo(1);
    }

    @Test
    void aFrameRecordedTwiceIsFound() throws IOException {
        record(0, 300, 0);
        record(290, 1000, 10);
        assertThat(compare().repeated()).isEqualTo(10);
    }

    @Test
    void anInventedSampleIsFound() throws IOException {
        record(0, 1000, 0);
        recorded.get(500)[1] += 1;
        assertThat(compare().invented()).isEqualTo(1);
        assertThat(compare().matched()).isEqualTo(999);
    }

    @Test
    void coarseCountsAreFollowedThroughGapsOfTheWrongLength() throws IOException {
        Draws draws = Draws.of(6);
        for (int i = 0; i < truth.size(); i++) {
            Witness.Frame one = truth.get(i);
            double count = Math.rint(2 * draws.gaussian());
            truth.set(i, new Witness.Frame(i, one.seconds(), -1, List.of(count), one.sentNanos(), Fate.SENT));
        }
        record(0, 300, 0);
        record(340, 600, 3);
        record(650, 1000, 1);
        Comparison result = compare();
        assertThat(result.matched()).isEqualTo(910);
        assertThat(result.inGaps()).isEqualTo(90);
        assertThat(result.unmarked()).isZero();
        assertThat(result.worstGapError()).isEqualTo(3);
    }

    @Test
    void anotherTruthIsNoReasonToTakeLong() {
        Draws draws = Draws.of(7);
        for (int i = truth.size(); i < 100_000; i++) {
            truth.add(new Witness.Frame(
                    i, i / 250.0, -1, List.of(Math.rint(3 * draws.gaussian())), i * 4_000_000L, Fate.SENT));
        }
        for (int i = 0; i < 100_000; i++) {
            recorded.add(new double[] {i, Math.rint(3 * draws.gaussian())});
        }
        Comparison result = assertTimeoutPreemptively(Duration.ofSeconds(20), this::compare);
        assertThat(result.matched()).isLessThan(5_000);
    }

    @Test
    void theFileOfTheTruthIsReadAsItWasWrittenEvenWhenItWasCutOff(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("truth.jsonl");
        try (var out = TruthFile.open(file, false)) {
            out.event(1.5, "with \"quotes\"\n and \\ lines");
            truth.forEach(out::frame);
            out.body("contraction", 1, 2, 0.5);
        }
        Files.writeString(file, "{\"type\":\"frame\",\"n\":17,\"t_", StandardOpenOption.APPEND);
        assertThat(TruthReader.frames(file)).isEqualTo(truth);
    }

    /** Samples from a list: number, value. */
    private static final class Numbers implements Recording {
        private final Iterator<double[]> samples;
        private long number;

        Numbers(List<double[]> samples) {
            this.samples = samples.iterator();
        }

        @Override
        public double rateHz() {
            return 250;
        }

        @Override
        public List<RecordedChannel> channels() {
            return List.of(new RecordedChannel(0, "EMG PFM", Signal.EMG, -1000, 1000, 0.01));
        }

        @Override
        public @Nullable LocalDateTime start() {
            return null;
        }

        @Override
        public boolean next(double[] values) {
            if (!samples.hasNext()) {
                return false;
            }
            double[] sample = samples.next();
            number = (long) sample[0];
            values[0] = sample[1];
            return true;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public List<Annotation> annotations() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
