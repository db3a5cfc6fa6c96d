package org.pelvi4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.SensorState.Kind;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.VirtualClock;

/** What mends a sensor must reach a person although no display has room for it. */
class SensorTroubleTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    /** A sensor that never gives a sample and is in one state after the other, a second each. */
    private final class Sick implements Sensor {
        private final Deque<SensorState> states;

        Sick(SensorState... states) {
            this.states = new ArrayDeque<>(List.of(states));
        }

        @Override
        public SensorInfo info() {
            return new SensorInfo("sick", 1000, List.of(new Channel(Role.PFM, Signal.EMG, -1000, 1000, 0.1)));
        }

        @Override
        public boolean read(SampleSink out) {
            clock.advanceTo(clock.nowNanos() + 1_000_000_000L);
            if (states.size() > 1) {
                states.remove();
                return true;
            }
            return false;
        }

        @Override
        public SensorState state() {
            return states.element();
        }

        @Override
        public void close() {}
    }

    @Test
    @DisplayName("each state is told once, and again when another was in between")
    void eachStateIsToldOnce() {
        var noBus = new SensorState(Kind.ABSENT, "i2c:1: no such bus: type sudo raspi-config");
        var denied = new SensorState(Kind.NO_PERMISSION, "i2c:1: no permission");
        List<String> told = new ArrayList<>();
        var follower = new Follower() {
            @Override
            public void sensor(SensorState state) {
                told.add(state.text());
            }
        };
        var starting = new SensorState(Kind.STARTING, "no data yet");
        Sensor sensor = new Sick(starting, starting, noBus, noBus, denied, SensorState.OK, noBus, noBus);
        Session.of(SessionSetup.watching(sensor, clock).followedBy(follower)).run();
        assertThat(told).containsExactly(starting.text(), noBus.text(), denied.text(), "", noBus.text());
    }
}
