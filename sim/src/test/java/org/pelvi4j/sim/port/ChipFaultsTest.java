package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/** Every chip's driver against its virtual chip, on wires that are right and on wires that fail. RELIABILITY C1 to C4, C8. */
class ChipFaultsTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int good;
    private int flaws;

    private final SampleSink sink = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] row, int[] rowFlaws) {
            numbers.add(number);
            times.add(atNanos);
            values.add(row[0]);
            good += rowFlaws[0] == 0 ? 1 : 0;
            flaws |= rowFlaws[0];
        }

        @Override
        public void gap(Gap gap) {
            gaps.add(gap);
        }
    };

    static Stream<String> chips() {
        return Stream.of(
                "i2c:1/0x48?chip=ads1115&sensor=mpx5050",
                "i2c:1/0x49?chip=ads1115&sensor=mpx5050&deep=2&rate=50",
                "i2c:1/0x4a?chip=ads1015&sensor=mpx5050",
                "i2c:1/0x28?chip=abp&range=5psi",
                "i2c:1/0x28?chip=abp2&range=350mbar",
                "i2c:1/0x18?chip=mpr",
                "i2c:1/0x6d?chip=xgzp&range=40kPa",
                "spi:0.0?chip=mcp3208&sensor=mpx5050",
                "spi:0.1?chip=mcp3008&sensor=mpx5010&rate=250");
    }

    private FaultyPorts ports(String uri) {
        return new FaultyPorts(VirtualPorts.of(DeviceUri.parse("sim+" + uri), clock), clock);
    }

    private Sensor sensor(String uri, FaultyPorts ports) {
        return SensorDrivers.open(VirtualPorts.forDriver(DeviceUri.parse("sim+" + uri)), ports, clock);
    }

    private void run(Sensor sensor, double seconds) {
        long until = clock.nowNanos() + (long) (seconds * 1e9);
        while (clock.nowNanos() < until) {
            sensor.read(sink);
        }
    }

    private void everyNumberOnceAndUniform(Sensor sensor) {
        long next = 0;
        int gap = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != next) {
                assertThat(gaps.get(gap).firstNumber()).isEqualTo(next);
                next += gaps.get(gap++).count();
            }
            assertThat(numbers.get(i)).isEqualTo(next++);
            double due = times.get(0) + numbers.get(i) * 1e9 / sensor.info().rateHz();
            assertThat((double) times.get(i)).isCloseTo(due, within(1.0));
        }
        assertThat(gap).isEqualTo(gaps.size());
    }

    @ParameterizedTest
    @MethodSource("chips")
    void measuresTheBodyBehindIt(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 5);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(gaps).isEmpty();
        assertThat(good).isEqualTo(values.size()).isGreaterThan((int)
                (3.8 * sensor.info().rateHz()));
        assertThat(values.get(values.size() - 1)).isBetween(-500.0, 8000.0);
        everyNumberOnceAndUniform(sensor);
        sensor.close();
        sensor.close();
        assertThat(ports.open).isZero();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aTransferThatFailsAtAnyPlaceCostsAtMostItsSample(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 2);
        for (int k = 1; k <= 40; k++) {
            ports.failFrom = ports.transfers + k;
            ports.failCount = 1 + k % 4;
            run(sensor, 0.3);
        }
        assertThat(gaps).allMatch(gap -> gap.count() <= 6 && gap.cause() == Gap.Cause.LOST);
        assertThat(ports.opens).isEqualTo(1);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        everyNumberOnceAndUniform(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aWireThatStaysDeadIsToldWithinASecondAndTakenUpAgain(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 2);
        ports.failFrom = ports.transfers + 1;
        ports.failCount = Integer.MAX_VALUE;
        run(sensor, 1);
        assertThat(sensor.state()).isEqualTo(new SensorState(SensorState.Kind.ABSENT, "the chip does not answer"));
        int before = ports.transfers;
        run(sensor, 10);
        assertThat(ports.transfers - before).isLessThan(100);
        ports.failFrom = Integer.MAX_VALUE;
        run(sensor, 6.5);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(gaps).extracting(Gap::cause).containsOnly(Gap.Cause.DISCONNECTED);
        everyNumberOnceAndUniform(sensor);
        assertThat(ports.open).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void slowTransfersLoseSamplesAndNeverCatchUp(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 2);
        int before = numbers.size();
        ports.transferNanos = (long) (5e9 / sensor.info().rateHz());
        run(sensor, 2);
        ports.transferNanos = 200_000;
        assertThat(numbers.size() - before)
                .isBetween(1, (int) (0.42 * sensor.info().rateHz()) + 2);
        run(sensor, 1);
        assertThat(gaps).isNotEmpty();
        everyNumberOnceAndUniform(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void zerosOrOnesForEverAreNoGoodSamples(String uri) {
        for (int every : new int[] {0x00, 0xFF}) {
            FaultyPorts ports = ports(uri);
            Sensor sensor = sensor(uri, ports);
            run(sensor, 2);
            ports.everyByte = every;
            run(sensor, 2.1);
            int before = good;
            run(sensor, 5);
            assertThat(good).isEqualTo(before);
        }
        assertThat(flaws & ~(Flaw.STUCK | Flaw.SATURATED | Flaw.OUT_OF_RANGE | Flaw.STALE))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void isOpenedAndClosedTwoHundredTimes(String uri) {
        FaultyPorts ports = ports(uri);
        for (int i = 0; i < 200; i++) {
            Sensor sensor = sensor(uri, ports);
            sensor.read(sink);
            sensor.close();
            assertThat(sensor.read(sink)).isFalse();
            assertThat(ports.open).isZero();
        }
        assertThat(ports.opens).isEqualTo(200);
    }
}
