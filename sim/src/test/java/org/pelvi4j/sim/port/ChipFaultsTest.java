package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;

/** Chips that are asked in time, on wires that are right and on wires that fail. RELIABILITY C1 to C4, C8. */
class ChipFaultsTest extends ChipFaults {
    ChipFaultsTest() {
        super(2, 2.1, 6.5, Flaw.STUCK | Flaw.SATURATED | Flaw.OUT_OF_RANGE | Flaw.STALE);
    }

    /** All of the table, and what makes a difference to some. */
    static Stream<String> chips() {
        return Stream.concat(
                ofTheTable(false),
                Stream.of(
                        "i2c:1/0x49?chip=ads1115&sensor=mpx5050&deep=2&rate=50",
                        "spi:0.1?chip=mcp3008&sensor=mpx5010&rate=250"));
    }

    @Override
    double lateness(Sensor sensor, double nanos) {
        return 1;
    }

    @Override
    int wires(String uri) {
        return 1;
    }

    @ParameterizedTest
    @MethodSource("chips")
    void measuresTheBodyBehindIt(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = sensor(uri, ports);
        run(sensor, 5);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(gaps).isEmpty();
        assertThat(good).hasSameSizeAs(numbers).hasSizeGreaterThan((int)
                (3.8 * sensor.info().rateHz()));
        assertThat(good.get(good.size() - 1)).isBetween(-500.0, 8000.0);
        everyNumberOnceInItsTime(sensor);
        sensor.close();
        sensor.close();
        assertThat(ports.open).isZero();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aTransferThatFailsAtAnyPlaceCostsAtMostItsSample(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = started(uri, ports);
        for (int k = 1; k <= 40; k++) {
            ports.failFrom = ports.transfers + k;
            ports.failCount = 1 + k % 4;
            run(sensor, 0.3);
        }
        assertThat(gaps).allMatch(gap -> gap.count() <= 6 && gap.cause() == Gap.Cause.LOST);
        assertThat(ports.opens).isEqualTo(1);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        everyNumberOnceInItsTime(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void slowTransfersLoseSamplesAndNeverCatchUp(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = started(uri, ports);
        assertThat(samplesOfSlowWires(sensor, ports))
                .isBetween(1, (int) (0.42 * sensor.info().rateHz()) + 2);
        run(sensor, 1);
        assertThat(gaps).isNotEmpty();
        everyNumberOnceInItsTime(sensor);
    }
}
