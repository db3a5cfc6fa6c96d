package org.pelvi4j.sim.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How a body breathes, seen in the pressure of somebody who rests. Source: DOMAIN 2.7. */
class BreathingTest {
    private static final double CM = Body.PASCAL_PER_CMH2O;
    private static final MuscleTraits MUSCLE = new MuscleTraits(5, 55, 60, 120, 18.8, 60, 120, 0, 0.21);
    private static final BodyTraits TRAITS = new BodyTraits(MUSCLE, new ProbeTraits(30 * CM, 40 * CM, false, 1), true);

    /** Means of a second, in cmH2O: the heart is not in them. */
    private static double[] seconds(Body body, int count) {
        double[] means = new double[count];
        for (int i = 0; i < count; i++) {
            for (int ms = 0; ms < 1000; ms++) {
                body.step(0, 0);
                means[i] += body.midPascal() / CM / 1000;
            }
        }
        return means;
    }

    /** Half of the difference of each second and the one 2 s before: without the slow drift of a probe. */
    private static double swing(double[] seconds) {
        double most = 0;
        for (int i = 2; i < seconds.length; i++) {
            most = Math.max(most, Math.abs(seconds[i] - seconds[i - 2]));
        }
        return most;
    }

    @Test
    void aBreathSwingsByOneToFiveCentimetresAndTwelveToEighteenTimesAMinute() {
        for (int seed = 1; seed <= 20; seed++) {
            double[] rest = seconds(new Body(TRAITS, Streams.of(seed), 50), 120);
            assertThat(swing(rest)).as("seed %s", seed).isBetween(0.7, 5.0);
            int turns = 0;
            for (int i = 3; i < rest.length; i++) {
                double before = rest[i - 1] - rest[i - 3];
                turns += (rest[i] - rest[i - 2]) * before < 0 ? 1 : 0;
            }
            assertThat(turns / 4.0).as("breaths a minute, seed %s", seed).isBetween(10.0, 21.0);
        }
    }

    @Test
    void aBreathGrowsWhenStandingAndIsHeldWhileStraining() {
        double[] ratios = new double[10];
        for (int seed = 1; seed <= ratios.length; seed++) {
            var body = new Body(TRAITS, Streams.of(seed), 50);
            double lying = swing(seconds(body, 60));
            body.happen(new Happening(Happening.Kind.STAND, 8.6));
            seconds(body, 5);
            ratios[seed - 1] = swing(seconds(body, 60)) / lying;

            var straining = new Body(TRAITS, Streams.of(seed), 50);
            seconds(straining, 60);
            straining.happen(new Happening(Happening.Kind.STRAIN, 10));
            seconds(straining, 2);
            assertThat(swing(seconds(straining, 6))).as("seed %s", seed).isLessThan(0.3);
        }
        assertThat(Arrays.stream(ratios).average().orElse(0)).isCloseTo(1.5, within(0.2));
    }
}
