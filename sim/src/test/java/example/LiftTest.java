package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.sim.junit.PluggedDevice;
import org.pelvi4j.sim.junit.SimulatedDevice;
import org.pelvi4j.sim.junit.SimulatedPerson;
import org.pelvi4j.time.VirtualClock;

class LiftTest {
    @Test
    void everyLiftIsFoundWhereItReallyWas(
            @SimulatedPerson("weak?signal=pressure&seed=7") SimulatedSensor person, VirtualClock clock) {
        List<Contraction> found = new ArrayList<>();
        SessionSetup setup = SessionSetup.watching(person, clock)
                .guiding(Scenario.named("lift3-weak").programme())
                .watchedBy(person.person())
                .followedBy(new Follower() {
                    @Override
                    public void contraction(Contraction contraction) {
                        found.add(contraction);
                    }
                });

        Session.of(setup).run(); // three minutes of practice, in a moment

        assertEquals(12, found.size());
        for (int i = 0; i < found.size(); i++) {
            long really = person.truth().contractions().get(i).onsetNanos();
            assertEquals(really / 1e9, found.get(i).onsetNanos() / 1e9, 0.3);
        }
    }

    @Test
    void aPulledPlugIsOneGap(
            @SimulatedDevice(value = "cyton", faults = "unplug@5s+2s") PluggedDevice board, VirtualClock clock) {
        List<Gap> gaps = new ArrayList<>();
        SampleSink sink = new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {}

            @Override
            public void gap(Gap gap) {
                gaps.add(gap);
            }
        };
        long end = clock.nowNanos() + 15_000_000_000L;

        try (Sensor sensor = board.sensor()) {
            while (clock.nowNanos() < end) {
                sensor.read(sink);
            }
        }

        assertEquals(1, gaps.size());
        assertTrue(gaps.get(0).count() >= 2 * 250, "two seconds and the time to start anew");
    }
}
