package org.pelvi4j.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.calibration.EffortStage;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.SignalStage;

/** RELIABILITY E3: chance within the converter's range is known within half a second, and no event comes of it. */
class GarbageTest {
    private static final double FROM = 23;
    private static final double UNTIL = 29;
    private static final double[] EDGES = {5, 8, 12, 12.7, 16, 20};

    /** What a broken converter makes of chance. */
    enum Kind {
        UNIFORM {
            @Override
            double draw(Random random) {
                return 2 * random.nextDouble() - 1;
            }
        },
        TWO_LEVELS {
            @Override
            double draw(Random random) {
                return random.nextBoolean() ? 1 : -1;
            }
        },
        RANDOM_BITS {
            @Override
            double draw(Random random) {
                return random.nextInt(1 << 8) / 128.0 - 1;
            }
        };

        abstract double draw(Random random);
    }

    static Stream<Arguments> emg() {
        return all(new int[] {250, 500, 1000}, 1000, 5000, 20_000);
    }

    static Stream<Arguments> pressure() {
        return all(new int[] {50, 100}, 1500, 5000, 15_000);
    }

    private static Stream<Arguments> all(int[] rates, int... amplitudes) {
        List<Arguments> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int rate : rates) {
                for (int amplitude : amplitudes) {
                    all.add(Arguments.of(kind, rate, amplitude));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource
    void emg(Kind kind, int rateHz, int amplitude) {
        for (int seed = 1; seed <= 2; seed++) {
            spoil(
                    Muscle.emg(seed, rateHz, UNTIL, 6, EDGES),
                    new Channel(Role.PFM, Signal.EMG, -187_500, 187_500, 0.02),
                    kind,
                    amplitude,
                    0);
        }
    }

    @ParameterizedTest
    @MethodSource
    void pressure(Kind kind, int rateHz, int amplitude) {
        for (int seed = 1; seed <= 2; seed++) {
            spoil(
                    Muscle.pressure(seed, rateHz, UNTIL, 2000, EDGES),
                    new Channel(Role.PFM, Signal.PRESSURE, -10_000, 40_000, 1),
                    kind,
                    amplitude,
                    2000);
        }
    }

    /** What a dead input shows teaches nothing of rest, or all that comes after it would be garbage for ever. */
    @ParameterizedTest
    @ValueSource(ints = {250, 1000})
    void aDeadInputThatComesToLifeIsNoGarbage(int rateHz) {
        Muscle muscle = Muscle.emg(1, rateHz, 22, 6, EDGES);
        Arrays.fill(muscle.samples, 0, 3 * rateHz, 0);
        Muscle.Heard heard = muscle.heard();
        assertThat(heard.contractions).hasSize(3);
        assertThat(heard.events).extracting(PhaseEvent::reason).doesNotContain("GARBAGE");
    }

    private static void spoil(Muscle muscle, Channel channel, Kind kind, int amplitude, double middle) {
        Random random = new Random(amplitude);
        for (int i = (int) (FROM * muscle.rateHz); i < muscle.samples.length; i++) {
            muscle.samples[i] = middle + amplitude * kind.draw(random);
        }
        Muscle.Heard heard = new Muscle.Heard();
        Detector detector = Detector.of(channel.signal(), muscle.rateHz, null, heard);
        SignalStage stage = SignalStage.of(
                channel, muscle.rateHz, EffortStage.learning(channel.signal(), muscle.rateHz, 5, detector));
        for (int i = 0; i < muscle.samples.length; i++) {
            stage.sample(i, Math.round(i * 1e9 / muscle.rateHz), muscle.samples[i], 0);
        }
        assertThat(heard.contractions).hasSize(3);
        List<PhaseEvent> during = heard.events.stream()
                .filter(e -> e.decidedAtNanos() >= FROM * 1e9)
                .toList();
        assertThat(during).hasSize(1);
        assertThat(during.get(0).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(during.get(0).decidedAtNanos() / 1e9 - FROM).isLessThanOrEqualTo(0.5);
    }
}
