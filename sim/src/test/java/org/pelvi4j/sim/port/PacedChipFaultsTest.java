package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;

/** Chips that convert by their own clock, on wires that fail. RELIABILITY C1, C2, C4, C8. */
class PacedChipFaultsTest extends ChipFaults {
    PacedChipFaultsTest() {
        super(3, 2.3, 7.5, Flaw.STUCK | Flaw.SATURATED | Flaw.OUT_OF_RANGE | Flaw.LEAD_OFF);
    }

    /** All of the table, and what makes a difference to some. */
    static Stream<String> chips() {
        return Stream.concat(
                ofTheTable(true),
                Stream.of(
                        "gpio:5,6?chip=hx711&rate=80",
                        "gpio:5,6?chip=hx711&gain=64",
                        "gpio:5,6?chip=hx710b&rate=40",
                        "iio:hx711?rate=80"));
    }

    @Override
    double lateness(Sensor sensor, double nanos) {
        return 2e9 / sensor.info().rateHz() + 0.01 * nanos;
    }

    @Override
    int wires(String uri) {
        return uri.startsWith("iio:") ? 1 : 2;
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aTransferThatFailsAtAnyPlaceIsNeverAWrongSample(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = started(uri, ports);
        for (int k = 1; k <= 60; k++) {
            ports.failFrom = ports.transfers + k;
            ports.failCount = 1 + k % 4;
            run(sensor, 1.2);
        }
        assertThat(ports.opens).isLessThanOrEqualTo(wires(uri));
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        everyNumberOnceInItsTime(sensor);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void slowTransfersLoseSamplesAndNeverCatchUp(String uri) {
        FaultyPorts ports = ports(uri);
        Sensor sensor = started(uri, ports);
        assertThat(samplesOfSlowWires(sensor, ports))
                .isLessThan((int) (0.6 * sensor.info().rateHz()) + 3);
        run(sensor, 4);
        assertThat(gaps).isNotEmpty();
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        everyNumberOnceInItsTime(sensor);
    }
}
