package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.sim.Conversion;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.MemoryPort;
import org.pelvi4j.sim.device.VirtualCyton;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.run.Comparison;
import org.pelvi4j.time.VirtualClock;

/** Core's own driver against the virtual board: every frame counts once, whatever happens on the wire. */
class CytonThroughCoreTest {
    private static final double HALF_A_STEP = 4.5e6 / ((1 << 23) - 1) / 8 / 2;

    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final List<Witness.Frame> truth = new ArrayList<>();

    private Sensor sensor(String faults) {
        var sensing = new Sensing(Signal.EMG, 250, Conversion.DELTA_SIGMA, List.of(Role.PFM));
        Scenario scenario = Scenario.named("lift3-healthy");
        List<Fault> plan = faults.isEmpty()
                ? List.of()
                : Arrays.stream(faults.split(" ")).map(Fault::parse).toList();
        var setup = DeviceSetup.plain(250).withFaults(plan, 11).telling(new Keeper(truth));
        var parts = DeviceParts.of(new VirtualCyton(1, 250), () -> scenario.source(sensing), setup);
        VirtualPorts ports = VirtualPorts.empty(clock);
        ports.connectSerial("board", MemoryPort.plugged(parts, clock));
        return SensorDrivers.open(DeviceUri.parse("serial:board?protocol=cyton&channel=1"), ports, clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "byte-loss=1e-3",
                "bit-flip=1e-3",
                "chunk=1",
                "batch=125",
                "start-garbage=200",
                "stall@20s+1s",
                "pause@20s+500ms",
                "unplug@20s+5s",
                "intermittent=0.3@10s+10s",
                "clock=-2.3%",
                "chunk=7 byte-loss=1e-3 unplug@10s+2s stall@30s+100ms",
            })
    void everyFrameIsASampleOnceOrLiesInAGap(String faults) throws Exception {
        var kept = new Kept();
        try (Sensor sensor = sensor(faults)) {
            while (clock.nowNanos() < 60_000_000_000L) {
                sensor.read(kept);
            }
            assertThat(sensor.state()).isEqualTo(SensorState.OK);
        }
        Comparison result = Comparison.of(truth, kept, HALF_A_STEP * 1.01);
        assertThat(truth.stream().filter(frame -> frame.fate() == Fate.SENT).count())
                .isGreaterThan(9_000);
        assertThat(result.invented()).as("%s", result).isZero();
        if (!faults.startsWith("bit-flip")) {
            assertThat(result.damaged()).as("%s", result).isZero();
        }
        assertThat(result.repeated()).as("%s", result).isZero();
        assertThat(result.unmarked()).as("%s", result).isZero();
        assertThat(kept.numbersOnce())
                .as("each number in one sample or one gap")
                .isTrue();
    }

    private record Keeper(List<Frame> frames) implements Witness {
        @Override
        public void frame(Frame frame) {
            frames.add(frame);
        }

        @Override
        public void event(double seconds, String text) {}

        @Override
        public void body(String what, double fromSeconds, double untilSeconds, double plateau) {}
    }
}
