package org.pelvi4j.display.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.display.Pictures;
import org.pelvi4j.feedback.Goal;

/** SCREENS 6: nothing flashes more than three times a second, whatever the level does. */
class LedsFlickerTest {
    private static final long STEP_NANOS = 50_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int MOST = 3;

    static Stream<DoubleFunction<Pictures>> states() {
        return Stream.of(
                Pictures::squeeze,
                Pictures::letGo,
                Pictures::watch,
                level -> Pictures.hold(level).goal(new Goal(40, 60)));
    }

    /** The most flashes of one LED within any second: how often it goes dark. */
    private static int flashes(int count, DoubleFunction<Pictures> state, DoubleFunction<Double> level) {
        var leds = new Leds(count);
        int most = 0;
        boolean[] lit = new boolean[count];
        var falls = Stream.generate(ArrayDeque<Long>::new).limit(count).toList();
        for (int i = 0; i < 400; i++) {
            long now = i * STEP_NANOS;
            var picture = state.apply(level.apply(i)).at(now * 1e-9).picture();
            Light[] lights = leds.draw(picture.seenAt(now), now);
            for (int led = 0; led < count; led++) {
                if (lit[led] && lights[led] == Light.OFF) {
                    falls.get(led).add(now);
                    falls.get(led).removeIf(fall -> now - fall >= SECOND_NANOS);
                    most = Math.max(most, falls.get(led).size());
                }
                lit[led] = lights[led] != Light.OFF;
            }
        }
        return most;
    }

    @ParameterizedTest
    @MethodSource("states")
    void aLevelThatTremblesAtAnyEdgeMakesNoLedFlicker(DoubleFunction<Pictures> state) {
        for (int count : new int[] {5, 8, 10, 16}) {
            for (double middle = 0; middle <= 100; middle += 0.5) {
                double edge = middle;
                assertThat(flashes(count, state, i -> i % 2 == 0 ? edge - 0.3 : edge + 0.3))
                        .as(count + " LEDs at " + edge)
                        .isLessThanOrEqualTo(MOST);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void norDoesOneThatJumpsWhereTheGoalHasOneEdge(int seed) {
        for (int count : new int[] {5, 8, 10, 16}) {
            states().limit(3).forEach(state -> {
                var random = new SplittableRandom(seed);
                assertThat(flashes(count, state, i -> random.nextDouble() * 130 - 10))
                        .as(count + " LEDs, seed " + seed)
                        .isLessThanOrEqualTo(MOST);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 10, 16})
    void aBarThatOnlyRisesOrOnlyFallsIsNeverLate(int count) {
        var leds = new Leds(count);
        for (int i = 0; i <= 20; i++) {
            long now = i * STEP_NANOS;
            double level = i <= 10 ? i * 10 : (20 - i) * 10;
            if (i == 11) {
                continue; // the turn may take a sixth of a second
            }
            var picture = Pictures.watch(level).at(now * 1e-9).picture();
            long lit = Stream.of(leds.draw(picture, now))
                    .filter(light -> light != Light.OFF)
                    .count();
            if (i <= 10 || i >= 15) {
                assertThat(lit).isEqualTo(Math.max(1, Math.round(level * count / 100)));
            }
        }
    }
}
