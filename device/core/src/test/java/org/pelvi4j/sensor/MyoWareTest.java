package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/** The gain table of DOMAIN 3.3, and a sketch that prints the voltage of RAW. */
class MyoWareTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    @Test
    void voltagesBecomeMicrovoltsAtTheElectrodes() {
        assertThat(MyoWare.ENV.microvolts(2.0, 3.3, MyoWare.USUAL_KILOOHM)).isCloseTo(196, within(0.1)); // 0.196 mV
        assertThat(MyoWare.RAW.microvolts(1.65, 3.3, 50)).isZero();
        assertThat(MyoWare.RAW.microvolts(2.65, 3.3, 50)).isCloseTo(5000, within(1e-6));
        assertThat(MyoWare.RECT.microvolts(0.2, 3.3, 50)).isCloseTo(1000, within(1e-6));
    }

    private static BoardFields board(String options) {
        var board = ArduinoBoard.of(DeviceUri.parse("serial:/dev/x?protocol=arduino&rate=500&signal=emg" + options));
        return fields -> {
            double[] values = new double[1];
            board.convert(fields, 0, values, new int[1]);
            return values[0];
        };
    }

    private interface BoardFields {
        double first(double... fields);
    }

    @Test
    void voltsOfRawAreTakenAroundHalfTheSupply() {
        assertThat(board("&unit=V").first(1.65)).isZero();
        assertThat(board("&unit=V&supply=5").first(2.7)).isCloseTo(1000, within(1e-6));
        assertThat(board("&unit=V&channel=2").first(9, 1.85)).isCloseTo(1000, within(1e-6));
    }

    /** The library's own example: millivolts at the electrodes, RAW in the second column. */
    @Test
    void theLibrarysOwnLinesNeedNoTable() {
        assertThat(board("&unit=mV&channel=2").first(0.12, -0.25, 0.25)).isEqualTo(-250);
    }

    @Test
    void envelopesAreRefusedInOneLine() {
        assertThatThrownBy(() -> board("&unit=V&output=env"))
                .hasMessageContaining(
                        "option 'output': expected raw: an envelope cannot be filtered as EMG but was 'env'");
    }

    @Test
    void linesOfVoltsComeThroughTheDriver() {
        var ports = new PortsDouble(clock);
        var samples = new Samples();
        var talker = new Talker(
                clock,
                500,
                i -> String.format(Locale.ROOT, "%.4f\r\n", 1.65 + (i % 5) * 0.02)
                        .getBytes(StandardCharsets.US_ASCII));
        talker.start();
        ports.fault = null;
        ports.device = () -> talker;
        Sensor sensor = SensorDrivers.open(
                DeviceUri.parse("serial:/dev/x?protocol=arduino&rate=500&signal=emg&unit=V"), ports, clock);
        while (clock.nowNanos() < 4_000_000_000L) {
            sensor.read(samples);
        }
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(samples.all.get(500).value()).isBetween(-1e-6, 400.001);
    }
}
