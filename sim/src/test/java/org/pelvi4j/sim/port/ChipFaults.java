package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Wiring;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/**
 * A chip's driver against its virtual chip on wires that fail: what it has handed on, and what is asked of every driver. A
 * subclass names its {@code chips()}. RELIABILITY C1, C4, C8.
 */
abstract class ChipFaults {
    final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    final List<Long> numbers = new ArrayList<>();
    final List<Long> times = new ArrayList<>();
    final List<Double> good = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    private final double startSeconds;
    private final double stuckSeconds;
    private final double backSeconds;
    private final int flawsOfNonsense;
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

    /**
     * Says how long such chips may take.
     *
     * @param startSeconds until they measure
     * @param stuckSeconds until nonsense is no longer taken for good
     * @param backSeconds until one is taken up again that has been away for ten seconds
     * @param flawsOfNonsense those of {@code Flaw} that zeros and ones may have
     */
    ChipFaults(double startSeconds, double stuckSeconds, double backSeconds, int flawsOfNonsense) {
        this.startSeconds = startSeconds;
        this.stuckSeconds = stuckSeconds;
        this.backSeconds = backSeconds;
        this.flawsOfNonsense = flawsOfNonsense;
    }

    /** A URI of every chip that has a driver and sets the pace, or does not. */
    static Stream<String> ofTheTable(boolean setsThePace) {
        return SensorDrivers.wirings().stream()
                .map(Wiring::usual)
                .filter(usual -> SensorDrivers.chip(usual).setsThePace() == setsThePace)
                .map(DeviceUri::toString);
    }

    /** How far a sample's time may be from what its number says, in ns, so long after the first. */
    abstract double lateness(Sensor sensor, double nanos);

    /** How many wires the chip's driver holds. */
    abstract int wires(String uri);

    final FaultyPorts ports(String uri) {
        return new FaultyPorts(VirtualPorts.of(DeviceUri.parse("sim+" + uri), clock), clock);
    }

    final Sensor sensor(String uri, FaultyPorts ports) {
        return SensorDrivers.open(VirtualPorts.forDriver(DeviceUri.parse("sim+" + uri)), ports, clock);
    }

    /** One that measures. */
    final Sensor started(String uri, FaultyPorts ports) {
        Sensor sensor = sensor(uri, ports);
        run(sensor, startSeconds);
        return sensor;
    }

    final void run(Sensor sensor, double seconds) {
        long until = clock.nowNanos() + (long) (seconds * 1e9);
        while (clock.nowNanos() < until) {
            sensor.read(sink);
        }
    }

    /** How many samples come in two seconds in which each transfer takes five periods. */
    final int samplesOfSlowWires(Sensor sensor, FaultyPorts ports) {
        int before = numbers.size();
        ports.transferNanos = (long) (5e9 / sensor.info().rateHz());
        run(sensor, 2);
        ports.transferNanos = FaultyPorts.USUAL_NANOS;
        return numbers.size() - before;
    }

    /** Numbers and gaps make one row, and time follows the numbers, whatever happened on the wire; no good value is wrong. */
    final void everyNumberOnceInItsTime(Sensor sensor) {
        long next = 0;
        int gap = 0;
        double period = 1e9 / sensor.info().rateHz();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != next) {
                assertThat(gaps.get(gap).firstNumber()).isEqualTo(next);
                next += gaps.get(gap++).count();
            }
            assertThat(numbers.get(i)).isEqualTo(next++);
            double passed = numbers.get(i) * period;
            assertThat(Math.abs(times.get(i) - times.get(0) - passed)).isLessThanOrEqualTo(lateness(sensor, passed));
        }
        assertThat(gap).isEqualTo(gaps.size());
        assertThat(good).isNotEmpty().allMatch(value -> value > -1000 && value < 9000);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aWireThatStaysDeadIsToldWithinASecondAndTakenUpAgain(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = started(uri, ports);
        ports.failFrom = ports.transfers + 1;
        ports.failCount = Integer.MAX_VALUE;
        run(sensor, 1);
        assertThat(sensor.state()).isEqualTo(new SensorState(SensorState.Kind.ABSENT, "the chip does not answer"));
        int before = ports.transfers;
        run(sensor, 10);
        assertThat(ports.transfers - before).isLessThan(100);
        ports.failFrom = Integer.MAX_VALUE;
        run(sensor, backSeconds);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(gaps).extracting(Gap::cause).containsOnly(Gap.Cause.DISCONNECTED);
        assertThat(ports.open).isEqualTo(wires(uri));
        everyNumberOnceInItsTime(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void zerosOrOnesForEverAreNoGoodSamples(String uri) {
        for (int every : new int[] {0x00, 0xFF}) {
            FaultyPorts ports = ports(uri);
            Sensor sensor = started(uri, ports);
            ports.everyByte = every;
            run(sensor, stuckSeconds);
            int before = good.size();
            run(sensor, 5);
            assertThat(good).hasSize(before);
            sensor.close();
        }
        assertThat(flaws & ~flawsOfNonsense).isZero();
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
        assertThat(ports.opens).isEqualTo(200 * wires(uri));
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aWireThatDoesNotOpenIsToldAndTriedAgain(String uri) {
        var kinds = Map.of(
                BusException.Kind.NOT_FOUND, SensorState.Kind.ABSENT,
                BusException.Kind.BUSY, SensorState.Kind.BUSY,
                BusException.Kind.NO_PERMISSION, SensorState.Kind.NO_PERMISSION,
                BusException.Kind.UNSUPPORTED, SensorState.Kind.ABSENT);
        kinds.forEach((kind, shown) -> {
            FaultyPorts ports = ports(uri);
            Sensor sensor = sensor(uri, ports);
            ports.refusal = new BusException(kind, "what mends it");
            run(sensor, 1);
            assertThat(sensor.state()).isEqualTo(new SensorState(shown, "what mends it"));
            run(sensor, 9);
            assertThat(ports.refused).isBetween(2, 6);
            ports.refusal = null;
            run(sensor, backSeconds);
            assertThat(sensor.state()).isEqualTo(SensorState.OK);
            sensor.close();
            assertThat(ports.open).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aWrongNameSaysWhichPart(String text) {
        DeviceUri uri = DeviceUri.parse(text);
        var options = new TreeMap<>(uri.options());
        options.put("colour", "red");
        assertThatThrownBy(() -> SensorDrivers.chip(new DeviceUri(false, uri.scheme(), uri.address(), options)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("option 'colour': expected one of ");
        assertThatThrownBy(() -> SensorDrivers.chip(new DeviceUri(false, uri.scheme(), "somewhere", uri.options())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*: address: expected .+ but was 'somewhere'");
    }
}
