package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.time.VirtualClock;

/** What a simulated sensor does wrong when it is asked to. */
class FaultTest {
    /** What arrived. */
    private static final class Arrived implements SampleSink {
        final List<Long> numbers = new ArrayList<>();
        final List<Double> values = new ArrayList<>();
        final List<Double> second = new ArrayList<>();
        final List<Integer> flaws = new ArrayList<>();
        final List<Double> ages = new ArrayList<>();
        final List<Gap> gaps = new ArrayList<>();
        final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

        @Override
        public void sample(long number, long atNanos, double[] all, int[] flaw) {
            numbers.add(number);
            values.add(all[0]);
            second.add(all[all.length - 1]);
            flaws.add(flaw[0]);
            ages.add((clock.nowNanos() - atNanos) / 1e9);
        }

        @Override
        public void gap(Gap gap) {
            gaps.add(gap);
        }
    }

    private static Arrived run(String options, int seconds) {
        var arrived = new Arrived();
        var sensor = SimulatedSensor.open(DeviceUri.parse("sim:healthy?" + options), arrived.clock);
        while (arrived.clock.nowNanos() < seconds * 1_000_000_000L) {
            sensor.read(arrived);
        }
        return arrived;
    }

    private static void everyNumberOnce(Arrived arrived, long count) {
        long missing = arrived.gaps.stream().mapToLong(Gap::count).sum();
        assertThat(arrived.numbers).isSorted().doesNotHaveDuplicates();
        assertThat(arrived.numbers.size() + missing).isEqualTo(count);
    }

    @Test
    void offIsOneSilentGap() {
        var arrived = run("fault=off@2s+3s", 10);

        assertThat(arrived.gaps).singleElement().satisfies(gap -> {
            assertThat(gap.cause()).isEqualTo(Gap.Cause.SILENT);
            assertThat(gap.firstNumber()).isEqualTo(2000);
            assertThat(gap.count()).isEqualTo(3000);
            assertThat(gap.untilNanos() - gap.fromNanos()).isEqualTo(3_000_000_000L);
        });
        everyNumberOnce(arrived, 10_000);
    }

    @Test
    void stuckRepeatsTheLastValueAndIsFlagged() {
        var arrived = run("fault=stuck@2s+1s", 4);

        assertThat(arrived.values.subList(2000, 3000)).containsOnly(arrived.values.get(1999));
        assertThat(arrived.flaws.subList(2100, 3000)).containsOnly(Flaw.STUCK);
        assertThat(arrived.flaws.subList(3000, 4000)).containsOnly(0);
    }

    @Test
    void garbageIsLikeNoMuscle() {
        var arrived = run("fault=garbage=8000@2s+1s", 4);

        assertThat(arrived.values.subList(2000, 3000).stream().filter(v -> Math.abs(v) > 1000))
                .hasSizeGreaterThan(500);
    }

    @Test
    void wrongHitsOneChannelAndLeavesTheOther() {
        var right = run("channels=2", 2);
        var wrong = run("channels=2&fault=wrong:2=-1@1s", 2);

        assertThat(wrong.values).isEqualTo(right.values);
        assertThat(wrong.second.subList(0, 1000)).isEqualTo(right.second.subList(0, 1000));
        for (int i = 1000; i < 2000; i++) {
            assertThat(wrong.second.get(i)).isCloseTo(-right.second.get(i), within(1e-9));
        }
    }

    @Test
    void slowLeavesOutThreeOfFour() {
        var arrived = run("fault=slow@2s+1s", 4);

        assertThat(arrived.numbers.stream().filter(n -> n >= 2000 && n < 3000)).hasSize(250);
        everyNumberOnce(arrived, 4000);
    }

    @Test
    void delayedSamplesComeLateInOrderAndAreFlagged() {
        var arrived = run("fault=delayed@2s+4s", 12);

        assertThat(arrived.gaps).isEmpty();
        everyNumberOnce(arrived, 12_000);
        int middle = arrived.numbers.indexOf(4000L);
        assertThat(arrived.ages.get(middle)).isCloseTo(2, within(0.02));
        assertThat(arrived.flaws.get(middle)).isEqualTo(Flaw.STALE);
        assertThat(arrived.flaws.get(arrived.numbers.indexOf(1500L))).isZero();
        assertThat(arrived.flaws.get(arrived.numbers.indexOf(11_000L))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"5", "50", "95"})
    void intermittentLosesItsShare(int percent) {
        var arrived = run("fault=intermittent=" + percent + "%", 60);

        long missing = arrived.gaps.stream().mapToLong(Gap::count).sum();
        assertThat(100 * missing / 60_000.0).isCloseTo(percent, within(2.5));
    }

    @Test
    void aRailIsFlagged() {
        var arrived = run("fault=rail@1s&signal=pressure", 2);

        assertThat(arrived.flaws.subList(0, 99)).containsOnly(0);
        assertThat(arrived.flaws.subList(100, 140)).containsOnly(Flaw.SATURATED);
        assertThat(arrived.values.subList(100, 140)).containsOnly(50_000.0);
    }

    @ParameterizedTest
    @CsvSource({
        "fault=broken, expected one of off",
        "fault=intermittent=200%, expected an amount of 0 to 1 but was 2",
        "fault=stuck@, expected NAME",
        "fault=slow:1, expected no channel",
        "fault=stuck:2, expected channel 1 to 1",
        "fault=byte-loss, expected one that a simulated person's sensor has",
        "fault=unplug, the others need a board"
    })
    void aFaultThatThisSensorCannotDoIsRefused(String option, String message) {
        assertThatThrownBy(() -> run(option, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
