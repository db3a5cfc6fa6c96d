package org.pelvi4j.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.signal.Quality;

/** What is measured and not believed: refused, with the reason. Source: RELIABILITY E4, E11. */
class RefusalTest {
    private final Sitting person = new Sitting(100);

    @Test
    void whoNeverContractsIsRefused() {
        person.rest(2000);
        person.trial(2000);
        person.trial(2000);
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.NEVER_CONTRACTED);
    }

    @Test
    void whoAlwaysContractsIsRefused() {
        person.rest(4000);
        for (int i = 0; i < 2; i++) {
            person.measuring.beginTrial();
            person.hold(5, 4000);
            person.measuring.end();
            person.hold(5, 2000);
        }
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.NEVER_RESTED);
    }

    @Test
    void aSignTurnedIsFoundInAHundredOfAHundred() {
        for (int seed = 0; seed < 100; seed++) {
            Sitting turned = new Sitting(100);
            turned.random = new Random(seed);
            turned.rest(-2000);
            for (int trial = 0; trial < 2; trial++) {
                turned.measuring.beginTrial();
                turned.hold(5, -2400 - 40 * seed);
                turned.measuring.end();
                turned.hold(3, -2000);
            }
            assertThat(turned.maximal().refusal()).as("seed %d", seed).isEqualTo(Measured.Refusal.SIGN_FLIPPED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSignalLostInsideIsRefused(boolean inRest) {
        person.measuring.beginRest();
        person.hold(20, 2000);
        person.hold(inRest ? 3 : 0, 0, Quality.MISSING);
        person.measuring.end();
        person.trial(4000);
        person.measuring.beginTrial();
        person.hold(4, 4000);
        person.hold(inRest ? 0 : 1, Double.NaN);
        person.measuring.end();
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.SIGNAL_LOST);
    }

    /** Nothing comes from a silent wire but the time; then it is back, its samples counted on. */
    @Test
    void aWireThatWasSilentForATenthOfRestIsRefused() {
        person.measuring.beginRest();
        person.hold(10, 2000);
        person.silence(3);
        person.hold(17, 2000);
        person.measuring.end();
        person.trial(4000);
        person.trial(4000);
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.SIGNAL_LOST);
    }

    @Test
    void aWireThatStaysSilentFromTheMiddleOfATrialIsRefused() {
        person.rest(2000);
        person.trial(4000);
        person.measuring.beginTrial();
        person.hold(3.5, 4000);
        person.silence(1.5);
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.SIGNAL_LOST);
    }

    @Test
    void tooLittleIsRefused() {
        person.measuring.beginRest();
        person.hold(12, 2000);
        person.trial(4000);
        person.trial(4000);
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRiseWithinTheNoiseIsNoneHoweverLongItLasts(boolean lasting) {
        for (int seed = 0; seed < 100; seed++) {
            person.random = new Random(seed);
            person.noise = 50;
            person.measuring.forgetTrials();
            person.rest(2000);
            for (int i = 0; i < 3; i++) {
                if (lasting) {
                    person.trial(2000 + person.noise);
                } else {
                    person.brief(1);
                }
            }
            assertThat(person.maximal().refusal()).as("seed %d", seed).isEqualTo(Measured.Refusal.NEVER_CONTRACTED);
        }
    }

    /** Not in the others: one rise alone may be a cough. */
    @Test
    void aRiseInOneTrialAloneIsNone() {
        person.noise = 50;
        person.rest(2000);
        person.brief(6);
        person.trial(2000);
        person.trial(2000);
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.NEVER_CONTRACTED);
    }

    /** Warmth makes the balloon lose 0.4 cmH2O in 20 s: rest sinks by more than a weak squeeze is high. */
    @Test
    void aRestThatSinksSlowlyIsStillARestAndASqueezeOnItASqueeze() {
        person.noise = 30;
        person.rest(2000);
        person.hold(60, 1880);
        for (int i = 0; i < 3; i++) {
            person.measuring.beginTrial();
            person.hold(1, 1880 - 60 * i);
            person.hold(4, 1880 - 60 * i + 150);
            person.measuring.end();
            person.hold(30, 1850 - 60 * i);
        }
        Measured made = person.maximal();
        assertThat(made.refusal()).isNull();
        assertThat(made.flicker()).as("by the rest of this session").isTrue();
    }

    /** It lies five deviations above rest by now, and nobody has squeezed. */
    @Test
    void aRestThatHasRisenIsNoSqueeze() {
        person.rest(2000);
        for (int i = 0; i < 3; i++) {
            person.hold(10, 2100);
            person.measuring.beginTrial();
            person.hold(5, 2100);
            person.measuring.end();
        }
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.NEVER_CONTRACTED);
    }

    @Test
    void aRestWithAHoleInItStaysRefusedWhenOnlyTheTrialsAreMadeAnew() {
        person.measuring.beginRest();
        person.hold(20, 2000);
        person.hold(3, 2000, Quality.MISSING);
        person.measuring.end();
        person.measuring.forgetTrials();
        person.trial(4000);
        person.trial(4000);
        assertThat(person.maximal().refusal()).isEqualTo(Measured.Refusal.SIGNAL_LOST);
        person.rest(2000);
        assertThat(person.maximal().refusal()).isNull();
    }
}
