package org.pelvi4j.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

class MeasuringTest {
    private static final Instant WHEN = Instant.parse("2026-11-24T08:00:00Z");

    private final Measuring measuring = Measuring.of(Signal.PRESSURE, 100, 10);
    private final Conditioned now = new Conditioned();
    private Random random = new Random(1);
    private double noise = 20;
    private long number;

    private void hold(double seconds, double level, Quality quality) {
        for (int i = 0; i < seconds * 100; i++) {
            double value = level + noise * random.nextGaussian();
            measuring.signal(now.at(number, number * 10_000_000).set(value, value, quality));
            number++;
        }
    }

    private void rest(double level) {
        measuring.beginRest();
        hold(20, level, Quality.GOOD);
        measuring.end();
    }

    private void trial(double level) {
        measuring.beginTrial();
        hold(1, (2000 + level) / 2, Quality.GOOD);
        hold(4, level, Quality.GOOD);
        measuring.end();
        hold(5, 2000, Quality.GOOD);
    }

    @Test
    void theReferenceIsTheMeanOfTheBestTwoTrials() {
        rest(2000);
        trial(4000);
        trial(4200);
        trial(3000);
        Calibration made = Objects.requireNonNull(measuring.maximal(WHEN, "A").calibration());
        assertThat(made.rest()).isCloseTo(2000, within(10.0));
        assertThat(made.noise()).isCloseTo(20, within(4.0));
        assertThat(made.reference()).isCloseTo(4100, within(10.0));
        assertThat(made.how()).isEqualTo(Calibration.How.MAXIMAL);
    }

    @Test
    void aComfortableContractionCountsAsHalf() {
        rest(2000);
        trial(3000);
        assertThat(Objects.requireNonNull(measuring.submaximal(WHEN, "A").calibration())
                        .reference())
                .isCloseTo(4000, within(20.0));
    }

    @Test
    void unlikeTrialsAskForOneMore() {
        rest(2000);
        trial(4000);
        trial(3200);
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.ONE_MORE_TRIAL);
        trial(3900);
        assertThat(measuring.maximal(WHEN, "A").refusal()).isNull();
    }

    @Test
    void whoNeverContractsIsRefused() {
        rest(2000);
        trial(2000);
        trial(2000);
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.NEVER_CONTRACTED);
    }

    @Test
    void whoAlwaysContractsIsRefused() {
        rest(4000);
        for (int i = 0; i < 2; i++) {
            measuring.beginTrial();
            hold(5, 4000, Quality.GOOD);
            measuring.end();
            hold(5, 2000, Quality.GOOD);
        }
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.NEVER_RESTED);
    }

    @Test
    void aSignTurnedIsFoundInAHundredOfAHundred() {
        for (int seed = 0; seed < 100; seed++) {
            random = new Random(seed);
            Measuring turned = Measuring.of(Signal.PRESSURE, 100, 10);
            double deep = -400 - 40 * seed;
            turned.beginRest();
            play(turned, 20, -2000);
            turned.beginTrial();
            play(turned, 5, -2000 + deep);
            turned.end();
            play(turned, 3, -2000);
            turned.beginTrial();
            play(turned, 5, -2000 + deep);
            assertThat(turned.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.SIGN_FLIPPED);
        }
    }

    private void play(Measuring into, double seconds, double level) {
        for (int i = 0; i < seconds * 100; i++) {
            double value = level + noise * random.nextGaussian();
            into.signal(now.at(number, number * 10_000_000).set(value, value, Quality.GOOD));
            number++;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSignalLostInsideIsRefused(boolean inRest) {
        measuring.beginRest();
        hold(20, 2000, Quality.GOOD);
        hold(inRest ? 3 : 0, 0, Quality.MISSING);
        measuring.end();
        trial(4000);
        measuring.beginTrial();
        hold(4, 4000, Quality.GOOD);
        hold(inRest ? 0 : 1, Double.NaN, Quality.GOOD);
        measuring.end();
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.SIGNAL_LOST);
    }

    /** Nothing comes from a silent wire but the time; then it is back, its samples counted on. */
    @Test
    void aWireThatWasSilentForATenthOfRestIsRefused() {
        measuring.beginRest();
        hold(10, 2000, Quality.GOOD);
        for (int tick = 1; tick <= 30; tick++) {
            long at = number * 10_000_000 + tick * 100_000_000L;
            measuring.signal(now.at(number - 1, at).set(2000, 2000, Quality.MISSING));
        }
        number += 300;
        hold(17, 2000, Quality.GOOD);
        measuring.end();
        trial(4000);
        trial(4000);
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.SIGNAL_LOST);
    }

    @Test
    void aWireThatStaysSilentFromTheMiddleOfATrialIsRefused() {
        rest(2000);
        trial(4000);
        measuring.beginTrial();
        hold(3.5, 4000, Quality.GOOD);
        measuring.signal(
                now.at(number - 1, number * 10_000_000 + 1_500_000_000L).set(4000, 4000, Quality.MISSING));
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.SIGNAL_LOST);
    }

    /** A bridge amplifier converts ten times a second. */
    @ParameterizedTest
    @ValueSource(ints = {10, 12, 80, 250, 1000})
    void theBestThreeSecondsAreThreeAtAnyRate(int rate) {
        Measuring at = Measuring.of(Signal.PRESSURE, rate, 1);
        at.beginRest();
        play(at, rate, 16, 2000);
        for (int trial = 0; trial < 2; trial++) {
            at.beginTrial();
            play(at, rate, 1, 2000);
            play(at, rate, 3.2, 4000);
            play(at, rate, 0.8, 2000);
            at.end();
        }
        Calibration made = Objects.requireNonNull(at.maximal(WHEN, "A").calibration());
        assertThat(made.rest()).isCloseTo(2000, within(10.0));
        assertThat(made.reference()).isCloseTo(4000, within(25.0));
    }

    private void play(Measuring into, int rate, double seconds, double level) {
        for (int i = 0; i < seconds * rate; i++) {
            double value = level + noise * random.nextGaussian();
            into.signal(now.at(number, number * 1_000_000_000L / rate).set(value, value, Quality.GOOD));
            number++;
        }
    }

    @Test
    void tooLittleIsRefused() {
        measuring.beginRest();
        hold(12, 2000, Quality.GOOD);
        trial(4000);
        trial(4000);
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.TOO_SHORT);
    }

    @Test
    void aRiseJustOverTheNoiseIsAFlicker() {
        noise = 50;
        rest(2000);
        trial(2000 + 3.5 * 50);
        trial(2000 + 3.5 * 50);
        Measured made = measuring.maximal(WHEN, "A");
        assertThat(made.flicker()).isTrue();
        assertThat(made.calibration()).isNotNull();
    }

    /** Up for 1.5 s of 5: the best 3 s are half rest. */
    private void brief(double noises) {
        measuring.beginTrial();
        hold(1, 2000, Quality.GOOD);
        hold(1.5, 2000 + noises * noise, Quality.GOOD);
        hold(2.5, 2000, Quality.GOOD);
        measuring.end();
        hold(5, 2000, Quality.GOOD);
    }

    @Test
    void whoLetsGoBeforeTheBestStretchIsOverIsAFlickerAndThreeSpreadsAreItsSuccess() {
        noise = 50;
        rest(2000);
        brief(4.5);
        brief(4.5);
        Measured made = measuring.maximal(WHEN, "A");
        assertThat(made.flicker()).isTrue();
        Calibration calibration = Objects.requireNonNull(made.calibration());
        assertThat(calibration.reference() - calibration.rest()).isCloseTo(3 * calibration.noise(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRiseWithinTheNoiseIsNoneHoweverLongItLasts(boolean lasting) {
        for (int seed = 0; seed < 100; seed++) {
            random = new Random(seed);
            noise = 50;
            measuring.forgetTrials();
            rest(2000);
            for (int i = 0; i < 3; i++) {
                if (lasting) {
                    trial(2000 + noise);
                } else {
                    brief(1);
                }
            }
            assertThat(measuring.maximal(WHEN, "A").refusal())
                    .as("seed %d", seed)
                    .isEqualTo(Measured.Refusal.NEVER_CONTRACTED);
        }
    }

    /** Not in the others: one rise alone may be a cough. */
    @Test
    void aRiseInOneTrialAloneIsNone() {
        noise = 50;
        rest(2000);
        brief(6);
        trial(2000);
        trial(2000);
        assertThat(measuring.maximal(WHEN, "A").refusal()).isEqualTo(Measured.Refusal.NEVER_CONTRACTED);
    }

    @Test
    void aReferenceLastsAFortnightAndOneProbe() {
        Calibration one = new Calibration(Signal.EMG, 4, 0.3, 40, Calibration.How.MAXIMAL, WHEN, "A");
        assertThat(one.expired(WHEN.plus(Duration.ofDays(13)), "A")).isFalse();
        assertThat(one.expired(WHEN.plus(Duration.ofDays(14)), "A")).isTrue();
        assertThat(one.expired(WHEN, "B")).isTrue();
        assertThat(one.differs(9)).isFalse();
        assertThat(one.differs(9.5)).isTrue();
        assertThat(one.differs(Double.NaN)).isTrue();
    }
}
