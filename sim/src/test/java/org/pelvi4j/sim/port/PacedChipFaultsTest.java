package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Chips that convert by their own clock, on wires that fail. RELIABILITY C1, C2, C4, C8. */
class PacedChipFaultsTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Double> good = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int flaws;

    private final SampleSink sink = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] row, int[] rowFlaws) {
            numbers.add(number);
            times.add(atNanos);
            flaws |= rowFlaws[0];
            if (rowFlaws[0] == 0) {
                good.add(row[0]);
            }
        }

        @Override
        public void gap(Gap gap) {
            gaps.add(gap);
        }
    };

    static Stream<String> chips() {
        return Stream.of(
                "gpio:5,6?chip=hx711&rate=80",
                "gpio:5,6?chip=hx711&gain=64",
                "gpio:5,6?chip=hx710b&rate=40",
                "iio:hx711?rate=80",
                "spi:0.0?chip=ads1292r&ready=25");
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

    /** Numbers and gaps make one row; time follows the numbers, whatever happened on the wire. */
    private void everyNumberOnceInItsTime(Sensor sensor) {
        long next = 0;
        int gap = 0;
        double period = 1e9 / sensor.info().rateHz();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != next) {
                assertThat(gaps.get(gap).firstNumber()).isEqualTo(next);
                next += gaps.get(gap++).count();
            }
            assertThat(numbers.get(i)).isEqualTo(next++);
            double due = times.get(0) + numbers.get(i) * period;
            assertThat(Math.abs(times.get(i) - due)).isLessThan(2 * period + 0.01 * (due - times.get(0)));
        }
        assertThat(gap).isEqualTo(gaps.size());
    }

    private void noValueIsWrong() {
        assertThat(good).allMatch(value -> value > -1000 && value < 9000);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aTransferThatFailsAtAnyPlaceIsNeverAWrongSample(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 3);
        for (int k = 1; k <= 60; k++) {
            ports.failFrom = ports.transfers + k;
            ports.failCount = 1 + k % 4;
            run(sensor, 1.2);
        }
        noValueIsWrong();
        assertThat(ports.opens).isLessThanOrEqualTo(2);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        everyNumberOnceInItsTime(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aWireThatStaysDeadIsToldWithinASecondAndTakenUpAgain(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 3);
        ports.failFrom = ports.transfers + 1;
        ports.failCount = Integer.MAX_VALUE;
        run(sensor, 1);
        assertThat(sensor.state()).isEqualTo(new SensorState(SensorState.Kind.ABSENT, "the chip does not answer"));
        int before = ports.transfers;
        run(sensor, 10);
        assertThat(ports.transfers - before).isLessThan(100);
        ports.failFrom = Integer.MAX_VALUE;
        run(sensor, 7.5);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        noValueIsWrong();
        everyNumberOnceInItsTime(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void slowTransfersLoseSamplesAndNeverCatchUp(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 3);
        int before = numbers.size();
        ports.transferNanos = (long) (5e9 / sensor.info().rateHz());
        run(sensor, 2);
        assertThat(numbers.size() - before)
                .isLessThan((int) (0.6 * sensor.info().rateHz()) + 3);
        ports.transferNanos = FaultyPorts.USUAL_NANOS;
        run(sensor, 4);
        assertThat(gaps).isNotEmpty();
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        noValueIsWrong();
        everyNumberOnceInItsTime(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void zerosOrOnesForEverAreNoGoodSamples(String uri) {
        for (int every : new int[] {0x00, 0xFF}) {
            FaultyPorts ports = ports(uri);
            Sensor sensor = sensor(uri, ports);
            run(sensor, 3);
            ports.everyByte = every;
            run(sensor, 2.3);
            int before = good.size();
            run(sensor, 5);
            assertThat(good).hasSize(before);
            sensor.close();
        }
        assertThat(flaws & ~(Flaw.STUCK | Flaw.SATURATED | Flaw.OUT_OF_RANGE | Flaw.LEAD_OFF))
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
    }
}
