package org.pelvi4j.phase;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.calibration.EffortStage;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.SignalStage;

/** What must not drive a decision drives none. */
class ValidityTest {
    private static final double[] EDGES = {5, 8, 12, 12.7, 16, 20};

    private final Muscle.Heard heard = new Muscle.Heard();

    @SuppressWarnings("NullAway.Init")
    private Detector detector;

    @SuppressWarnings("NullAway.Init")
    private SignalStage stage;

    @SuppressWarnings("NullAway.Init")
    private Muscle muscle;

    private long number;

    private void begin(Muscle of) {
        muscle = of;
        Signal signal = of.channel().signal();
        detector = Detector.of(signal, of.rateHz, null, heard);
        stage = SignalStage.of(of.channel(), of.rateHz, EffortStage.learning(signal, of.rateHz, 3, detector));
        number = 0;
        heard.events.clear();
        heard.contractions.clear();
    }

    private long nanos(long of) {
        return Math.round(of * 1e9 / muscle.rateHz);
    }

    private void play(double untilSeconds, int flaws) {
        while (number < untilSeconds * muscle.rateHz && number < muscle.samples.length) {
            stage.sample(number, nanos(number), muscle.samples[(int) number], flaws);
            number++;
        }
    }

    private Phase last() {
        return heard.events.get(heard.events.size() - 1).phase();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tenThousandRandomCutsMakeNoEventButUnknown(boolean emg) {
        Muscle whole = emg ? Muscle.emg(3, 250, 22, 6, EDGES) : Muscle.pressure(3, 50, 22, 2000, EDGES);
        Random random = new Random(4);
        begin(whole);
        int cuts = 0;
        while (cuts < 10_000) {
            if (number >= muscle.samples.length - 1) {
                begin(whole);
            }
            play(number / muscle.rateHz + 0.5 + 4 * random.nextDouble(), 0);
            int before = heard.events.size();
            long cut = nanos(number);
            int contractions = heard.contractions.size();
            for (long now = cut; now - cut < 2_000_000_000L; now += 100_000_000L) {
                stage.tick(now);
                detector.tick(now);
            }
            assertThat(last()).isEqualTo(Phase.UNKNOWN);
            assertThat(heard.events.size() - before).isLessThanOrEqualTo(1);
            assertThat(heard.contractions.subList(contractions, heard.contractions.size()))
                    .allMatch(c -> c.offsetNanos() - cut <= 0);
            number += Math.round((0.3 + random.nextDouble()) * muscle.rateHz);
            cuts++;
        }
    }

    @Test
    void aSignalThatIsGoneIsUnknownWithinTwoHundredMilliseconds() {
        begin(Muscle.emg(5, 1000, 20, 6, EDGES));
        play(6, 0);
        assertThat(last()).isEqualTo(Phase.CONTRACT);
        detector.tick(nanos(number) + 150_000_000L);
        assertThat(last()).isEqualTo(Phase.CONTRACT);
        detector.tick(nanos(number) + 210_000_000L);
        assertThat(heard.events.get(heard.events.size() - 1))
                .extracting(PhaseEvent::phase, PhaseEvent::reason)
                .containsExactly(Phase.UNKNOWN, "MISSING");
    }

    @ParameterizedTest
    @ValueSource(ints = {Flaw.SATURATED, Flaw.STUCK, Flaw.LEAD_OFF, Flaw.OUT_OF_RANGE, Flaw.STALE})
    void noContractionBeginsInFlawedSamples(int flaw) {
        begin(Muscle.emg(6, 500, 22, 6, EDGES));
        play(4, 0);
        assertThat(last()).isEqualTo(Phase.RELAX);
        play(22, flaw);
        assertThat(heard.contractions).isEmpty();
        assertThat(heard.events).extracting(PhaseEvent::phase).doesNotContain(Phase.CONTRACT);
        assertThat(last()).isEqualTo(Phase.UNKNOWN);
    }

    @Test
    void aShortGapDoesNotEndAContractionAndALongOneDoes() {
        begin(Muscle.emg(7, 1000, 22, 6, EDGES));
        play(6, 0);
        stage.gap(new Gap(number, 60, nanos(number), nanos(number + 60), Gap.Cause.LOST));
        number += 60;
        play(11, 0);
        assertThat(heard.contractions).hasSize(1);
        play(17.5, 0);
        number += 400;
        play(18, 0);
        assertThat(last()).isEqualTo(Phase.UNKNOWN);
    }

    @Test
    void aContractionThatEndsInTheRailIsNotTold() {
        begin(Muscle.emg(8, 1000, 22, 6, EDGES));
        play(6.5, 0);
        assertThat(last()).isEqualTo(Phase.CONTRACT);
        play(7.5, Flaw.SATURATED);
        play(10, 0);
        assertThat(heard.contractions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hoveringAtTheThresholdMakesAtMostOneEventIn300Milliseconds(long seed) {
        Random random = new Random(seed);
        double[] edges = new double[200];
        double t = 3;
        for (int i = 0; i < edges.length; i++) {
            t += 0.05 + 0.4 * random.nextDouble();
            edges[i] = t;
        }
        List<PhaseEvent> events = Muscle.emg(seed, 500, t + 2, 1.6, edges).heard().events;
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).decidedAtNanos() - events.get(i - 1).decidedAtNanos())
                    .isGreaterThanOrEqualTo(290_000_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 3.7, 10})
    void theScaleOfTheInputDoesNotMatter(double scale) {
        for (Muscle one : List.of(Muscle.emg(9, 1000, 22, 3, EDGES), Muscle.pressure(9, 100, 22, 1500, EDGES))) {
            List<Contraction> plain = one.heard().contractions;
            for (int i = 0; i < one.samples.length; i++) {
                one.samples[i] *= scale;
            }
            assertThat(one.heard().contractions).isEqualTo(plain).isNotEmpty();
        }
    }

    @Test
    void timeNearTheEndOfNanosIsNoDifferentTime() {
        Muscle one = Muscle.emg(10, 500, 22, 6, EDGES);
        List<Contraction> plain = one.heard().contractions;
        long origin = Long.MAX_VALUE - 9_000_000_000L;
        begin(one);
        for (int i = 0; i < one.samples.length; i++) {
            stage.sample(i, origin + nanos(i), one.samples[i], 0);
        }
        detector.finish(origin + nanos(one.samples.length));
        assertThat(heard.contractions).hasSameSizeAs(plain);
        assertThat(heard.contractions.get(0).onsetNanos() - origin)
                .isEqualTo(plain.get(0).onsetNanos());
    }

    @Test
    void anEndBeforeTheEstimatedTimeOfTheLastSampleClosesWhatIsOpen() {
        begin(Muscle.emg(12, 1000, 22, 6, 5, 21));
        play(18, 0);
        detector.finish(nanos(number) - 400_000_000L);
        assertThat(heard.contractions).hasSize(1);
        assertThat(heard.contractions.get(0).offsetNanos()).isEqualTo(nanos(number - 1));
        assertThat(last()).isEqualTo(Phase.RELAX);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSampleAllocatesNothing(boolean emg) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        begin(emg ? Muscle.emg(11, 1000, 60, 1) : Muscle.pressure(11, 100, 600, 0));
        play(muscle.samples.length / muscle.rateHz / 2, 0);
        long id = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(id);
        long before = threads.getThreadAllocatedBytes(id);
        play(1e9, 0);
        long bytes = threads.getThreadAllocatedBytes(id) - before;
        assertThat(heard.contractions).isEmpty();
        assertThat(bytes).isLessThan(2048);
    }
}
