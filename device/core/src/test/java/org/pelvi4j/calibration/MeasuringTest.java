package org.pelvi4j.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sensor.Signal;

class MeasuringTest {
    private final Sitting person = new Sitting(100);

    @Test
    void theReferenceIsTheMeanOfTheBestTwoTrials() {
        person.rest(2000);
        person.trial(4000);
        person.trial(4200);
        person.trial(3000);
        Calibration made = Objects.requireNonNull(person.maximal().calibration());
        assertThat(made.rest()).isCloseTo(2000, within(10.0));
        assertThat(made.noise()).isCloseTo(20, within(4.0));
        assertThat(made.reference()).isCloseTo(4100, within(10.0));
        assertThat(made.how()).isEqualTo(Calibration.How.MAXIMAL);
    }

    @Test
    void aComfortableContractionCountsAsHalf() {
        person.rest(2000);
        person.trial(3000);
        assertThat(Objects.requireNonNull(
                                person.measuring.submaximal(Sitting.WHEN, "A").calibration())
                        .reference())
                .isCloseTo(4000, within(20.0));
    }

    @Test
    void unlikeTrialsAskForOneMore() {
        person.rest(2000);
        person.trial(4000);
        person.trial(3200);
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.ONE_MORE_TRIAL);
        person.trial(3900);
        assertThat(person.maximal().refusal()).isNull();
    }

    /** A bridge amplifier converts ten times a second. */
    @ParameterizedTest
    @ValueSource(ints = {10, 12, 80, 250, 1000})
    void theBestThreeSecondsAreThreeAtAnyRate(int rate) {
        Sitting at = new Sitting(rate);
        at.rest(2000);
        for (int trial = 0; trial < 2; trial++) {
            at.measuring.beginTrial();
            at.hold(1, 2000);
            at.hold(3.2, 4000);
            at.hold(0.8, 2000);
            at.measuring.end();
        }
        Calibration made = Objects.requireNonNull(at.maximal().calibration());
        assertThat(made.rest()).isCloseTo(2000, within(10.0));
        assertThat(made.reference()).isCloseTo(4000, within(25.0));
    }

    @Test
    void aRiseJustOverTheNoiseIsAFlicker() {
        person.noise = 50;
        person.rest(2000);
        person.trial(2000 + 3.5 * 50);
        person.trial(2000 + 3.5 * 50);
        Measured made = person.maximal();
        assertThat(made.flicker()).isTrue();
        assertThat(made.calibration()).isNotNull();
    }

    @Test
    void whoLetsGoBeforeTheBestStretchIsOverIsAFlickerAndThreeSpreadsAreItsSuccess() {
        person.noise = 50;
        person.rest(2000);
        person.brief(4.5);
        person.brief(4.5);
        Measured made = person.maximal();
        assertThat(made.flicker()).isTrue();
        Calibration calibration = Objects.requireNonNull(made.calibration());
        assertThat(calibration.reference() - calibration.rest()).isCloseTo(3 * calibration.noise(), within(1e-9));
    }

    @Test
    void aReferenceLastsAFortnightAndOneProbe() {
        Calibration one = new Calibration(Signal.EMG, 4, 0.3, 40, Calibration.How.MAXIMAL, Sitting.WHEN, "A");
        assertThat(one.expired(Sitting.WHEN.plus(Duration.ofDays(13)), "A")).isFalse();
        assertThat(one.expired(Sitting.WHEN.plus(Duration.ofDays(14)), "A")).isTrue();
        assertThat(one.expired(Sitting.WHEN, "B")).isTrue();
        assertThat(one.differs(9)).isFalse();
        assertThat(one.differs(9.5)).isTrue();
        assertThat(one.differs(Double.NaN)).isTrue();
    }
}
