package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.time.VirtualClock;

/** A simulated person in virtual time. */
class SimulatedSensorTest {
    private static final long SECOND = 1_000_000_000L;

    /** Keeps what it is handed. */
    private static final class Kept implements SampleSink {
        final List<Long> numbers = new ArrayList<>();
        final List<Long> times = new ArrayList<>();
        final List<Double> values = new ArrayList<>();

        @Override
        public void sample(long number, long atNanos, double[] all, int[] flaws) {
            numbers.add(number);
            times.add(atNanos);
            values.add(all[0]);
        }

        @Override
        public void gap(Gap gap) {
            throw new AssertionError("no gap was expected: " + gap);
        }
    }

    private static VirtualClock clock() {
        return VirtualClock.startingAt(Instant.EPOCH, Long.MAX_VALUE - SECOND);
    }

    private static SimulatedSensor open(String uri, VirtualClock clock) {
        return SimulatedSensor.open(DeviceUri.parse(uri), clock);
    }

    private static Picture picture(long atNanos, State state, Word word, @Nullable Goal goal) {
        return new Picture(
                atNanos,
                state,
                word,
                false,
                false,
                5,
                Double.NaN,
                goal,
                Double.NaN,
                Progress.NONE,
                Message.NONE,
                List.of());
    }

    private static Kept practise(SimulatedSensor sensor, VirtualClock clock, int seconds) {
        var kept = new Kept();
        long start = clock.nowNanos();
        while (clock.nowNanos() - start < seconds * SECOND) {
            sensor.read(kept);
            boolean work = (clock.nowNanos() - start) % (15 * SECOND) > 10 * SECOND;
            var picture = work
                    ? picture(clock.nowNanos(), State.SQUEEZE, Word.SQUEEZE, new Goal(40, Double.NaN))
                    : picture(clock.nowNanos(), State.REST, Word.REST, new Goal(-10, 10));
            show(sensor, picture, clock);
        }
        return kept;
    }

    private static void show(SimulatedSensor sensor, Picture picture, VirtualClock clock) {
        try {
            sensor.person().show(picture, clock.nowNanos());
        } catch (org.pelvi4j.bus.BusException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 10, 10000000", "250, 3, 12000000", "4000, 40, 10000000"})
    void eachReadAdvancesTheClockAndHandsOnItsSamples(int rate, int samples, long nanos) {
        var clock = clock();
        var sensor = open("sim:healthy?rate=" + rate, clock);
        var kept = new Kept();
        long start = clock.nowNanos();

        assertThat(sensor.read(kept)).isTrue();
        assertThat(clock.nowNanos() - start).isEqualTo(nanos);
        assertThat(sensor.read(kept)).isTrue();

        assertThat(kept.numbers).hasSize(2 * samples).startsWith(0L, 1L).endsWith(2L * samples - 1);
        assertThat(kept.times.get(samples) - start).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sim:healthy", "sim:weak?signal=pressure", "sim:overactive?conversion=delta-sigma&rate=250"})
    void theSameSeedGivesTheSameNumbersAndAnotherSeedOthers(String uri) {
        char joint = uri.contains("?") ? '&' : '?';
        var one = clock();
        var two = clock();
        var three = clock();

        var first = practise(open(uri, one), one, 20);
        var again = practise(open(uri, two), two, 20);
        var other = practise(open(uri + joint + "seed=2", three), three, 20);

        assertThat(again.values).isEqualTo(first.values);
        assertThat(other.values).isNotEqualTo(first.values);
    }

    @Test
    void aPersonWhoSeesThePictureContractsAfterItAndLetsGoAfterIt() {
        var clock = clock();
        var sensor = open("sim:healthy?seed=3", clock);
        long start = clock.nowNanos();

        practise(sensor, clock, 50);

        assertThat(sensor.truth().contractions()).hasSize(3).allSatisfy(c -> {
            double onset = (c.onsetNanos() - start) / 1e9 % 15;
            double offset = (c.offsetNanos() - start) / 1e9 % 15;
            assertThat(onset).isBetween(10.1, 10.6);
            assertThat(offset).isBetween(0.2, 1.2);
            assertThat(c.plateau()).isBetween(0.4, 0.8);
        });
    }

    @Test
    void theEmgGrowsWithTheContraction() {
        var clock = clock();
        var sensor = open("sim:healthy?seed=1", clock);

        var values = practise(sensor, clock, 15).values;

        double rest = rms(values.subList(2000, 9000));
        double hold = rms(values.subList(11_500, 15_000));
        assertThat(hold).isGreaterThan(2 * rest);
    }

    private static double rms(List<Double> values) {
        return Math.sqrt(values.stream().mapToDouble(v -> v * v).average().orElse(0));
    }

    @Test
    void thePressureGrowsWithTheContractionAndLagsBehindTheCue() {
        var clock = clock();
        var sensor = open("sim:healthy?signal=pressure&rate=100", clock);

        var values = practise(sensor, clock, 15).values;

        double rest = mean(values.subList(500, 1000));
        assertThat(mean(values.subList(1000, 1012))).isCloseTo(rest, within(300.0));
        assertThat(mean(values.subList(1200, 1500))).isGreaterThan(rest + 1000);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(0);
    }

    @Test
    void aPausedPersonLetsGo() {
        var clock = clock();
        var sensor = open("sim:healthy?seed=1", clock);
        var kept = new Kept();
        for (int i = 0; i < 300; i++) {
            sensor.read(kept);
            show(sensor, picture(clock.nowNanos(), State.HOLD, Word.HOLD, new Goal(40, Double.NaN)), clock);
        }
        assertThat(sensor.truth().activation()).isGreaterThan(0.3);

        for (int i = 0; i < 200; i++) {
            sensor.read(kept);
            show(sensor, picture(clock.nowNanos(), State.PAUSED, Word.PAUSED, null), clock);
        }

        assertThat(sensor.truth().activation()).isLessThan(0.01);
    }

    @Test
    void aPictureThatIsTooOldIsNotFollowed() {
        var clock = clock();
        var sensor = open("sim:healthy?seed=1", clock);
        var kept = new Kept();
        var old = picture(clock.nowNanos(), State.HOLD, Word.HOLD, new Goal(40, Double.NaN));
        for (int i = 0; i < 400; i++) {
            sensor.read(kept);
            show(sensor, old, clock);
        }

        assertThat(sensor.truth().contractions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "sim:nobody, person: expected one of",
        "sim:healthy?rate=9, option 'rate': expected",
        "sim:healthy?signal=ekg, option 'signal': expected emg or pressure but was 'ekg'",
        "sim:healthy?sed=1, option 'sed': expected one of"
    })
    void aWrongUriSaysWhichPartIsWrong(String uri, String message) {
        assertThatThrownBy(() -> open(uri, clock()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aClosedSensorGivesNothingMore() {
        var clock = clock();
        var sensor = open("sim:healthy", clock);
        sensor.close();
        sensor.close();

        assertThat(sensor.read(new Kept())).isFalse();
    }
}
