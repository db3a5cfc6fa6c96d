package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.port.VirtualPorts;
import org.pelvi4j.time.VirtualClock;

/**
 * Whatever goes wrong with the sensor, for a while or for good, no step of an exercise outlasts its deadline and the
 * exercise ends. Source: RELIABILITY E12 and H4.
 */
class StepDeadlineTest {
    private static final Set<State> STEPS = EnumSet.of(State.SQUEEZE, State.HOLD, State.LET_GO, State.REST);
    /** A session ticks at least each 100 ms. Source: DESIGN 4. */
    private static final long TICKS_NANOS = 200_000_000L;
    /** Pauses of all kinds, together. Source: H4. */
    private static final long SPARE_NANOS = 600_000_000_000L;

    static Stream<String> everyFault() {
        return Arrays.stream(FaultKind.values())
                .map(FaultKind::word)
                .flatMap(word -> Stream.of(word + "@20s+6s", word + "@24s"));
    }

    /** Sees every picture as it is handed out, before the person does. */
    private static final class Watch implements Display, Follower {
        private final @Nullable Display person;
        private final long lengthNanos;
        private @Nullable Cue cue;
        private long firstNanos;
        private int reps;
        int steps;

        Watch(@Nullable Display person, Programme programme) {
            this.person = person;
            this.lengthNanos = programme.length().toNanos();
        }

        @Override
        public void show(Picture picture, long nowNanos) throws BusException {
            Cue now = cue;
            if (now != null) {
                assertThat(nowNanos - firstNanos).isLessThan(2 * lengthNanos + SPARE_NANOS);
                if (STEPS.contains(picture.state())) {
                    steps++;
                    assertThat(nowNanos - now.endNanos())
                            .as("%s of repetition %d", picture.state(), now.rep())
                            .isLessThan(TICKS_NANOS);
                }
            }
            if (person != null) {
                person.show(picture, nowNanos);
            }
        }

        @Override
        public double refreshHz() {
            return 100;
        }

        @Override
        public void close() {}

        @Override
        public void cue(Cue next) {
            firstNanos = cue == null ? next.startNanos() : firstNanos;
            cue = next;
        }

        @Override
        public void rep(RepResult result) {
            reps++;
            assertThat(result.rep()).isEqualTo(reps);
        }
    }

    private static void practise(String fault) throws IOException {
        Programme programme;
        var yaml = Objects.requireNonNull(StepDeadlineTest.class.getResourceAsStream("/programmes/beginner.yaml"));
        try (var reader = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
            programme = Programme.read("beginner", reader);
        }
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        var uri = DeviceUri.parse("sim+serial:lift3-healthy?protocol=cyton&channel=1&fault=" + fault);
        try (var ports = VirtualPorts.of(uri, clock)) {
            var watch = new Watch(ports.person(), programme);
            var result = Session.of(
                            SessionSetup.watching(SensorDrivers.open(VirtualPorts.forDriver(uri), ports, clock), clock)
                                    .guiding(programme)
                                    .watchedBy(watch)
                                    .followedBy(watch))
                    .run();
            assertThat(result).as(fault).isNotNull();
            assertThat(watch.steps).as("steps seen").isGreaterThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off@24s", "stuck@24s", "garbage@20s+6s", "delayed@24s", "unplug@20s+6s"})
    void noStepOutlastsItsDeadline(String fault) throws IOException {
        practise(fault);
    }

    @Tag("ci")
    @ParameterizedTest
    @MethodSource("everyFault")
    void norUnderAnyOtherFault(String fault) throws IOException {
        practise(fault);
    }
}
