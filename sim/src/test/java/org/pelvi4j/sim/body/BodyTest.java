package org.pelvi4j.sim.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One body, measured from outside. */
class BodyTest {
    private static final double CM = Body.PASCAL_PER_CMH2O;
    private static final MuscleTraits MUSCLE = new MuscleTraits(5, 55, 60, 120, 18.8, 60, 120, 0, 0.21);
    private static final BodyTraits TRAITS = new BodyTraits(MUSCLE, new ProbeTraits(30 * CM, 40 * CM, false, 1), true);

    private static Body body(long seed) {
        return new Body(TRAITS, Streams.of(seed), 50);
    }

    private static List<Double> pressure(Body body, int ms, double drive) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < ms; i++) {
            body.step(drive, 0);
            values.add(body.midPascal());
        }
        return values;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(0);
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(v -> v).max().orElse(0);
    }

    private static double emgRms(Body body, int ms, double drive) {
        double[] four = new double[4];
        double sum = 0;
        for (int i = 0; i < ms; i++) {
            body.step(drive, 0);
            body.pelvicEmg(four);
            for (double x : four) {
                sum += x * x;
            }
        }
        return Math.sqrt(sum / ms / 4);
    }

    @Test
    void theForceRisesAsACriticallyDampedSystemOfThatSpeedDoes() {
        var force = new Force(18.8);
        int ten = 0;
        int ninety = 0;
        double steepest = 0;
        double before = 0;
        for (int ms = 1; ms < 1000; ms++) {
            force.step(1);
            ten = force.now() < 0.1 ? ms : ten;
            ninety = force.now() < 0.9 ? ms : ninety;
            steepest = Math.max(steepest, force.now() - before);
            before = force.now();
        }
        assertThat(ninety - ten).isCloseTo(179, within(3));
        assertThat(steepest * 1000).isCloseTo(6.9, within(0.1));
        assertThat(ten).isCloseTo(30 + 28, within(3));
    }

    @Test
    void theForceFallsLaterAndMoreSlowlyThanItRises() {
        var force = new Force(18.8);
        for (int ms = 0; ms < 2000; ms++) {
            force.step(1);
        }
        int ninety = 0;
        int ten = 0;
        for (int ms = 1; ms < 2000; ms++) {
            force.step(0);
            ninety = force.now() > 0.9 ? ms : ninety;
            ten = force.now() > 0.1 ? ms : ten;
        }
        assertThat(ten - ninety).isCloseTo((int) (179 / 0.7), within(5));
        assertThat(ninety).isGreaterThan(60 + 30);
    }

    @Test
    void theSqueezeRaisesThePressureByThePersonsOwnAmount() {
        var body = body(1);
        double rest = mean(pressure(body, 8000, 0));
        double squeeze = mean(pressure(body, 8000, 0.5).subList(1000, 8000));
        assertThat((squeeze - rest) / CM).isCloseTo(20, within(1.0));
    }

    @Test
    void theEmgGrowsFromRestToItsMaximum() {
        assertThat(emgRms(body(1), 20_000, 0)).isCloseTo(5, within(0.9));
        assertThat(emgRms(body(1), 2000, 1)).isBetween(48.0, 62.0);
    }

    @Test
    void aCoughIsAHighNarrowSpikeLedByAReflexOfTheMuscle() {
        var body = body(1);
        double rest = mean(pressure(body, 8000, 0));
        body.happen(new Happening(Happening.Kind.COUGH, 1));
        double early = emgRms(body, 200, 0);
        List<Double> spike = pressure(body, 600, 0);
        assertThat(early).isGreaterThan(10);
        assertThat((max(spike) - rest) / CM).isBetween(48.0, 205.0);
        assertThat(spike.stream().filter(p -> p > rest + 20 * CM).count()).isBetween(80L, 390L);
        assertThat(mean(pressure(body, 4000, 0))).isCloseTo(rest, within(2 * CM));
    }

    @Test
    void strainingRaisesThePressureForAsLongAsAsked() {
        var body = body(1);
        double rest = mean(pressure(body, 8000, 0));
        body.happen(new Happening(Happening.Kind.STRAIN, 5));
        List<Double> strain = pressure(body, 5000, 0);
        assertThat(mean(strain.subList(1000, 4000)) - rest).isBetween(28 * CM, 102 * CM);
        assertThat(mean(pressure(body, 4000, 0))).isCloseTo(rest, within(2 * CM));
    }

    @Test
    void inTheDeepZoneAPushIsAsHighAndALiftIsSmall() {
        var lift = body(1);
        double mid = mean(pressure(lift, 8000, 0));
        double deep = lift.deepPascal();
        pressure(lift, 3000, 0.6);
        double ratioOfLift = (lift.deepPascal() - deep) / (lift.midPascal() - mid);
        var push = body(1);
        pressure(push, 8000, 0);
        for (int i = 0; i < 3000; i++) {
            push.step(0.1, 0.8);
        }
        double ratioOfPush = (push.deepPascal() - deep) / (push.midPascal() - mid);
        assertThat(ratioOfLift).isLessThan(0.4);
        assertThat(ratioOfPush).isGreaterThan(0.8);
    }

    @Test
    void standingUpRaisesRestWithinThreeSecondsAndItStays() {
        var body = body(1);
        double rest = mean(pressure(body, 8000, 0));
        body.happen(new Happening(Happening.Kind.STAND, 8.6));
        pressure(body, 3000, 0);
        assertThat((mean(pressure(body, 8000, 0)) - rest) / CM).isCloseTo(8.6, within(0.7));
    }

    @Test
    void aColdBalloonWarmsUpWithItsTimeConstant() {
        var body = body(1);
        double rest = mean(pressure(body, 8000, 0));
        body.happen(new Happening(Happening.Kind.WARM, 10));
        pressure(body, 56_000, 0);
        double after = mean(pressure(body, 8000, 0));
        assertThat((after - rest) / CM).isCloseTo(10 * (1 - Math.exp(-1)), within(1.0));
    }

    @Test
    void aProbeThatSlipsFeelsLessOfTheSqueeze() {
        var body = body(1);
        pressure(body, 8000, 0);
        double before = mean(pressure(body, 5000, 0.5).subList(1000, 5000)) - 30 * CM;
        pressure(body, 3000, 0);
        body.happen(new Happening(Happening.Kind.SLIP, 55));
        pressure(body, 2000, 0);
        double after = mean(pressure(body, 5000, 0.5).subList(1000, 5000)) - 30 * CM;
        assertThat(after / before).isBetween(0.45, 0.65);
    }

    @Test
    void anElectrodeThatIsOffShowsNoMuscleAndComesBackSlowly() {
        for (long seed = 1; seed <= 6; seed++) {
            var body = body(seed);
            emgRms(body, 1000, 0);
            body.happen(new Happening(Happening.Kind.LEAD_OFF, 2));
            assertThat(emgRms(body, 1999, 0)).as("seed %d", seed).isGreaterThan(30);
            assertThat(emgRms(body, 200, 0)).as("seed %d", seed).isGreaterThan(150);
            emgRms(body, 6000, 0);
            assertThat(emgRms(body, 2000, 0)).as("seed %d", seed).isLessThan(9);
        }
    }

    @Test
    void aTiredMuscleLosesForceAndItsSpectrumSinks() {
        var fatigue = new Fatigue(MUSCLE, Streams.of(1).fatigue());
        double fresh = fatigue.capacity();
        for (int ms = 0; ms < 120_000; ms++) {
            fatigue.step(1);
        }
        assertThat(fresh).isEqualTo(1);
        assertThat(fatigue.level()).isCloseTo(1.4 * (1 - Math.exp(-1)), within(0.01));
        assertThat(fatigue.capacity()).isCloseTo(1 - 0.5 * fatigue.level(), within(0.01));
        assertThat(fatigue.emgGain(1)).isCloseTo(1 - 0.3 * fatigue.level(), within(0.001));
        assertThat(fatigue.emgGain(0.5)).isCloseTo(1 + 0.2 * fatigue.level(), within(0.001));
        assertThat(fatigue.spectrum()).isBetween(0.65, 0.9);
    }

    @Test
    void anAmountThatNobodyMeansIsRefused() {
        assertThatThrownBy(() -> new Happening(Happening.Kind.COUGH, 99))
                .hasMessageContaining("expected 1.0 to 5.0 coughs but was 99.0");
    }
}
