package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.sim.Conversion;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.device.Board;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.MemoryPort;
import org.pelvi4j.sim.device.VirtualCyton;
import org.pelvi4j.time.VirtualClock;

/** Every kind of board through the driver that a person would name, with no option beyond what the driver asks for. */
class BoardsThroughCoreTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    /** Counts, and remembers how far the values go. */
    private static final class Seen implements SampleSink {
        private long samples;
        private long zeros;
        private int gaps;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;

        @Override
        public void sample(long number, long atNanos, double[] values, int[] flaws) {
            samples++;
            zeros += values[0] == 0 ? 1 : 0;
            lowest = Math.min(lowest, values[0]);
            highest = Math.max(highest, values[0]);
        }

        @Override
        public void gap(Gap gap) {
            gaps++;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "protocol=cyton, 250",
        "protocol=cyton&channels=16, 125",
        "protocol=chords, 250",
        "protocol=chords&board=uno-r4, 500",
        "protocol=bitalino, 1000",
        "protocol=olimex, 256", // what it says; it means 250
        "protocol=spikershield, 2000",
    })
    void theDriverAndItsBoardUnderstandEachOther(String options, double rateHz) throws Exception {
        DeviceUri uri = DeviceUri.parse("sim+serial:lift3-healthy?" + options);
        VirtualPorts ports = VirtualPorts.empty(clock);
        SerialBoards.connect(uri, ports);
        var seen = new Seen();
        try (Sensor sensor = SensorDrivers.open(VirtualPorts.forDriver(uri), ports, clock)) {
            while (clock.nowNanos() < 12_000_000_000L) {
                sensor.read(seen);
            }
            assertThat(sensor.state()).isEqualTo(SensorState.OK);
            assertThat(sensor.info().rateHz()).isEqualTo(rateHz);
        }
        assertThat(seen.samples).isGreaterThan((long) (7 * rateHz));
        assertThat(seen.gaps).isZero();
        assertThat(seen.highest - seen.lowest).isPositive();
    }

    private Sensor sensor(Board board, String options) {
        Scenario scenario = Scenario.named("lift3-healthy");
        var sensing = new Sensing(Signal.EMG, board.rateHz(), Conversion.DELTA_SIGMA, List.of(Role.PFM));
        var parts = DeviceParts.of(board, () -> scenario.source(sensing), DeviceSetup.plain(board.rateHz()));
        VirtualPorts ports = VirtualPorts.empty(clock);
        ports.connectSerial("board", MemoryPort.plugged(parts, clock));
        return SensorDrivers.open(DeviceUri.parse("serial:board?protocol=cyton" + options), ports, clock);
    }

    private void run(Sensor sensor, Seen seen) {
        while (clock.nowNanos() < 5_000_000_000L) {
            sensor.read(seen);
        }
    }

    @Test
    void sixteenChannelsOfABoardWithoutADaisyAreRefusedInOneLine() throws Exception {
        var seen = new Seen();
        try (Sensor sensor = sensor(new VirtualCyton(1, 250), "&channels=16")) {
            run(sensor, seen);
            assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.WRONG_DEVICE);
            assertThat(sensor.state().text()).isEqualTo("board: the board has no Daisy; leave channels=16 out");
        }
        assertThat(seen.samples).isZero();
    }

    @Test
    void eightChannelsOfABoardWithADaisyTakeItOff() throws Exception {
        VirtualCyton board = VirtualCyton.withDaisy(1, 125);
        var seen = new Seen();
        try (Sensor sensor = sensor(board, "&rate=125")) {
            run(sensor, seen);
            assertThat(sensor.state()).isEqualTo(SensorState.OK);
        }
        // were both sets of channels taken for one, every second sample would be that of an open input, which is 0
        assertThat(seen.samples).isGreaterThan(300);
        assertThat(seen.zeros).isLessThan(10);
    }
}
