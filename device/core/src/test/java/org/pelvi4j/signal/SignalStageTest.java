package org.pelvi4j.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;

class SignalStageTest {
    private final List<Quality> qualities = new ArrayList<>();
    private final List<Double> envelopes = new ArrayList<>();
    private final Random random = new Random(1);
    private double rateHz = 1000;
    private long number;
    private SignalStage stage = emg(1000);

    private SignalStage emg(double rate) {
        rateHz = rate;
        Channel channel = new Channel(Role.PFM, Signal.EMG, -1650, 1650, 0.1);
        return SignalStage.of(channel, rate, now -> {
            qualities.add(now.quality());
            envelopes.add(now.quality().valid() ? now.envelope() : Double.NaN);
        });
    }

    private void feed(double value, int flaws) {
        stage.sample(number, Math.round(number * 1e9 / rateHz), value, flaws);
        number++;
    }

    private void rest(double seconds, double hum) {
        for (int i = 0; i < seconds * rateHz; i++) {
            feed(3 * random.nextGaussian() + hum * Math.sin(2 * Math.PI * 50 * number / rateHz), 0);
        }
    }

    private Quality last() {
        return qualities.get(qualities.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 500, 1000, 2000, 4000})
    void theEnvelopeIsTheRmsOfWhatLiesAboveTheHeartAndMains(double rate) {
        stage = emg(rate);
        for (int i = 0; i < 5 * rate; i++) {
            double t = i / rate;
            feed(10 * Math.sqrt(2) * Math.sin(2 * Math.PI * 85 * t) + 20 * Math.sin(2 * Math.PI * 50 * t) + 700, 0);
        }
        assertThat(last()).isEqualTo(Quality.GOOD);
        assertThat(envelopes.get(envelopes.size() - 1)).isBetween(9.0, 10.6);
    }

    private void noise(double seconds, double microvolts) {
        for (int i = 0; i < seconds * rateHz; i++) {
            feed(microvolts * random.nextGaussian(), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 500, 1000, 2000, 4000})
    void humOfAPoorContactIsToldAndNeitherMuscleNorNoiseIsTakenForIt(double rate) {
        stage = emg(rate);
        rest(5, 5 * Math.sqrt(2) * 0.9);
        assertThat(stage.hums()).isFalse();
        noise(5, 10);
        noise(5, 100);
        assertThat(stage.hums()).isFalse();

        rest(2, 20);
        assertThat(stage.hums()).isFalse();
        rest(2, 20);
        assertThat(stage.hums()).isTrue();
        assertThat(last()).isEqualTo(Quality.GOOD);
        rest(1, 0);
        assertThat(stage.hums()).isFalse();
    }

    @Test
    void theFirstHalfSecondDoesNotCount() {
        rest(0.45, 0);
        assertThat(qualities).containsOnly(Quality.SETTLING);
        rest(0.1, 0);
        assertThat(last()).isEqualTo(Quality.GOOD);
    }

    @Test
    void fiveSamplesAtTheRailAreSaturation() {
        rest(1, 0);
        for (int i = 0; i < 4; i++) {
            feed(1650, 0);
        }
        assertThat(last()).isEqualTo(Quality.GOOD);
        feed(1650, 0);
        assertThat(last()).isEqualTo(Quality.SATURATED);
    }

    @Test
    void theSameValueForHalfASecondIsStuck() {
        rest(1, 0);
        for (int i = 0; i < 502; i++) {
            feed(7, 0);
        }
        assertThat(last()).isEqualTo(Quality.STUCK);
    }

    @Test
    void chanceOverTheWholeRangeIsGarbageWithinHalfASecond() {
        rest(1, 0);
        for (int i = 0; i < 500; i++) {
            feed(-1650 + 3300 * random.nextDouble(), 0);
        }
        assertThat(last()).isEqualTo(Quality.GARBAGE);
    }

    @Test
    void hugeHumIsAnElectrodeThatIsOffWithinASecondAndGoodAgainWithinOne() {
        rest(3, 5);
        assertThat(last()).isEqualTo(Quality.GOOD);
        for (int i = 0; i < 1000; i++) {
            feed(random.nextGaussian() + 200 * Math.sin(2 * Math.PI * 50 * number / rateHz), 0);
        }
        assertThat(last()).isEqualTo(Quality.LEAD_OFF);
        rest(1, 5);
        assertThat(last()).isEqualTo(Quality.GOOD);
    }

    @Test
    void strongMainsAloneIsNoFault() {
        rest(5, 20);
        assertThat(last()).isEqualTo(Quality.GOOD);
        assertThat(qualities).doesNotContain(Quality.LEAD_OFF);
    }

    @Test
    void whatTheSensorSaysOfASampleHolds() {
        rest(1, 0);
        feed(1, Flaw.LEAD_OFF);
        assertThat(last()).isEqualTo(Quality.LEAD_OFF);
        feed(1, Flaw.STALE);
        assertThat(last()).isEqualTo(Quality.STALE);
        feed(Double.NaN, 0);
        assertThat(last()).isEqualTo(Quality.GARBAGE);
        feed(1, Flaw.STUCK);
        assertThat(last()).isEqualTo(Quality.STUCK);
    }

    @Test
    void noNaNLeavesAfterOneHasEntered() {
        rest(1, 0);
        feed(Double.NaN, 0);
        rest(1, 0);
        assertThat(last()).isEqualTo(Quality.GOOD);
        assertThat(envelopes.get(envelopes.size() - 1)).isFinite();
    }

    @Test
    void silenceIsMissingAfterTwoHundredMilliseconds() {
        rest(1, 0);
        int before = qualities.size();
        stage.tick(1_190_000_000L);
        assertThat(qualities).hasSize(before);
        stage.tick(1_210_000_000L);
        assertThat(last()).isEqualTo(Quality.MISSING);
    }

    @Test
    void aLongGapBeginsAnewAndAShortOneIsBridged() {
        rest(1, 0);
        stage.gap(new Gap(number, 50, 0, 1, Gap.Cause.LOST));
        number += 50;
        rest(0.01, 0);
        assertThat(last().valid()).isTrue();
        number += 200;
        rest(0.01, 0);
        assertThat(last()).isEqualTo(Quality.SETTLING);
    }

    @Test
    void lossIsCountedToHalfAPercent() {
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextDouble() < 0.30) {
                number++;
            } else {
                feed(random.nextGaussian(), 0);
            }
            sum += i < 5000 ? 0 : stage.loss();
        }
        assertThat(sum / 15_000).isBetween(0.295, 0.305);
        assertThat(last()).isEqualTo(Quality.MISSING);
    }

    /** As many as 1e-3 of a Cyton's bytes cost, and more than a repetition may lose. */
    @Test
    void aFewLostNowAndThenLeaveTheSignalGoodAndManyMakeItPoor() {
        assertThat(goodShare(0.033)).isGreaterThan(0.99);
        assertThat(goodShare(0.08)).isLessThan(0.1);
    }

    private double goodShare(double lost) {
        int good = 0;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextDouble() < lost) {
                number++;
            } else {
                feed(random.nextGaussian(), 0);
            }
            good += i >= 10_000 && last() == Quality.GOOD ? 1 : 0;
        }
        return good / 10_000.0;
    }

    @Test
    void aPopDoesNotRing() {
        rest(2, 0);
        feed(400, 0);
        rest(0.15, 0);
        double quiet = 0;
        for (int i = 0; i < 100; i++) {
            rest(0.001, 0);
            quiet = envelopes.get(envelopes.size() - 1);
        }
        rest(0.1, 0);
        assertThat(envelopes.get(envelopes.size() - 1)).isLessThan(4);
        assertThat(quiet).isLessThan(8);
    }

    @Test
    void aRateThatNobodyHasIsRefused() {
        assertThatThrownBy(() -> emg(50)).hasMessageContaining("rateHz: expected 200.0 to 5000.0");
    }
}
