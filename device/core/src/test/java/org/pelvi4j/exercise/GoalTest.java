package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.sensor.Signal;

/** Where a goal lies: as the programme says, and never within what rest does by itself. DOMAIN 1.8, 1.14. */
class GoalTest {
    private static Practice aimingAt(String target) {
        return new Practice(
                Seeds.yaml("id: one", "preparation: 4 s", "work: 5 s", "rest: 10 s", "target: \"" + target + "\""));
    }

    private static Calibration spread(double noise) {
        return new Calibration(Signal.EMG, 2, noise, 12, Calibration.How.MAXIMAL, Instant.EPOCH, "");
    }

    @ParameterizedTest
    @CsvSource({
        ">= 40 %, 1.0, 0.40, NaN",
        ">= 40 %, 1.5, 0.45, NaN",
        ">= 40 %, 2.4, 0.72, NaN",
        "50-80 %, 2.0, 0.60, 0.80",
        "20-40 %, 2.0, 0.60, NaN",
        ">= 40 %, 4.0, 1.00, NaN",
    })
    void noGoalLiesWithinThreeSpreadsOfRest(String target, double noise, double low, double high) {
        var practice = aimingAt(target);
        practice.controller.scale(spread(noise), true);
        practice.until(6, t -> 0);
        Cue work = practice.cues.get(1);
        assertThat(work.kind()).isEqualTo(Cue.Kind.WORK);
        assertThat(work.goalLow()).isEqualTo(low, within(1e-9));
        assertThat(work.goalHigh()).isEqualTo(high, within(1e-9));
    }

    @Test
    void whatRestDoesByItselfHoldsNothing() {
        var noisy = aimingAt(">= 40 %");
        noisy.controller.scale(spread(2), true);
        noisy.until(20, t -> t > 4 && t < 9 ? 0.5 : 0);
        assertThat(noisy.reps.get(0).held()).as("2.5 spreads").isFalse();
        var clear = aimingAt(">= 40 %");
        clear.controller.scale(spread(2), true);
        clear.until(20, t -> t > 4 && t < 9 ? 0.65 : 0);
        assertThat(clear.reps.get(0).held()).as("3.25 spreads").isTrue();
    }

    @Test
    void whileTheScaleIsLearnedTheGoalIsTheProgrammes() {
        var practice = aimingAt(">= 40 %");
        practice.controller.scale(spread(2.4), false);
        practice.until(6, t -> 0);
        assertThat(practice.cues.get(1).goalLow()).isEqualTo(0.4);
    }
}
