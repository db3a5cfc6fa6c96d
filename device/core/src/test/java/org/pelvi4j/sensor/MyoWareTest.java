package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.analog.AnalogSensor;
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
    void envelopesAreTakenFromGroundAndSaidToBeSome() {
        var uri = DeviceUri.parse("serial:/dev/x?protocol=arduino&rate=50&unit=V&output=env");
        var board = ArduinoBoard.of(uri);
        double[] values = new double[1];
        board.convert(new double[] {2.0}, 0, values, new int[1]);
        assertThat(values[0]).isCloseTo(196, within(0.1));
        assertThat(board.info().channels().get(0).signal()).isEqualTo(Signal.ENVELOPE);
        var library =
                ArduinoBoard.of(DeviceUri.parse("serial:/dev/x?protocol=arduino&rate=50&unit=mV&signal=envelope"));
        library.convert(new double[] {0.12, -0.25, 0.25}, 0, values, new int[1]);
        assertThat(values[0]).isCloseTo(120, within(1e-9));
        assertThat(library.info().channels().get(0).signal()).isEqualTo(Signal.ENVELOPE);
    }

    /** Behind a converter: DOMAIN 3.3's ENV of 2.0 V, another screw, RECT, RAW. */
    @ParameterizedTest
    @CsvSource({
        "env, '', 2.0, 196.078, ENVELOPE",
        "env, &pot=100, 2.02, 100, ENVELOPE",
        "rect, '', 0.2, 1000, ENVELOPE",
        "raw, '', 1.85, 1000, EMG",
        "env, &divider=0.5, 1.0, 196.078, ENVELOPE",
    })
    void voltsBehindAConverter(String output, String more, double volts, double microvolts, Signal signal) {
        var sensor = AnalogSensor.of(DeviceUri.parse("i2c:1/0x48?chip=ads1115&sensor=myoware&output=" + output + more));
        assertThat(sensor.value(volts)).isCloseTo(microvolts, within(0.001));
        assertThat(sensor.signal()).isEqualTo(signal);
        assertThat(sensor.flaws(0)).isEqualTo(0);
    }

    @Test
    void onlyAMyoWareHasOutputs() {
        assertThatThrownBy(() -> AnalogSensor.of(DeviceUri.parse("i2c:1/0x48?chip=ads1115&sensor=mpx5010&output=env")))
                .hasMessageContaining("option 'sensor': expected myoware, when output or pot are given");
        assertThatThrownBy(() -> AnalogSensor.of(DeviceUri.parse("i2c:1/0x48?chip=ads1115&sensor=myoware&output=x")))
                .hasMessageContaining("option 'output': expected raw, rect or env but was 'x'");
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
