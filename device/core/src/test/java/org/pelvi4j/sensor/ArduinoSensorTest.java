package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.SensorState.Kind;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

class ArduinoSensorTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final PortsDouble ports = new PortsDouble(clock);
    private final LinesDouble board = new LinesDouble(clock);
    private final Samples samples = new Samples();
    private Sensor sensor = sensor("unit=kPa&rate=100");

    private Sensor sensor(String options) {
        return SensorDrivers.open(DeviceUri.parse("serial:/dev/ttyACM0?protocol=arduino&" + options), ports, clock);
    }

    @BeforeEach
    void plugIn() {
        ports.fault = null;
        ports.device = () -> board;
    }

    private void run(double untilSeconds) {
        while (clock.nowNanos() < untilSeconds * 1e9) {
            sensor.read(samples);
        }
    }

    /** A line each 10 ms. */
    private void lines(int first, int last) {
        for (int i = first; i <= last; i++) {
            board.at(1 + i / 100.0, String.format(Locale.ROOT, "%d.5%n", i % 90));
        }
    }

    @ParameterizedTest
    @CsvSource({"Pa, 2.0", "kPa, 2000.0", "cmH2O, 196.133", "mmHg, 266.644", "uV, 2.0", "mV, 2000.0"})
    void convertsEveryUnit(String unit, double expected) {
        sensor = sensor("unit=" + unit + "&rate=100");
        for (int i = 0; i < 10; i++) {
            board.at(1 + i / 100.0, "2.0\n");
        }
        run(2);
        assertThat(samples.all.get(0).value()).isCloseTo(expected, within(1e-9));
        assertThat(sensor.info().channels().get(0).signal())
                .isEqualTo(unit.endsWith("V") ? Signal.EMG : Signal.PRESSURE);
    }

    @Test
    void readsTheColumnsThatAreAskedFor() {
        sensor = sensor("unit=kPa&rate=100&channel=3&deep=1");
        for (int i = 0; i < 10; i++) {
            board.at(1 + i / 100.0, "1,2,3\n");
        }
        run(2);
        assertThat(samples.all.get(0).value()).isEqualTo(3000);
        assertThat(sensor.info().channels()).extracting(Channel::role).containsExactly(Role.PFM, Role.DEEP);
    }

    /** A board that sends by itself has filled the buffers of its wire before anybody opened it. */
    @Test
    void whatWasSentBeforeTheWireWasOpenedIsNoSampleOfNow() {
        sensor = sensor("unit=kPa&rate=20");
        for (int i = 0; i < 400; i++) {
            board.at(0, "99.5\n");
        }
        for (int i = 1; i <= 200; i++) {
            board.at(i / 20.0, "1.5\n");
        }
        while (clock.nowNanos() < 10_000_000_000L) {
            int before = samples.all.size();
            sensor.read(samples);
            if (samples.all.size() > before) {
                assertThat(samples.last().atNanos() - clock.nowNanos()).isLessThanOrEqualTo(50_000_000L);
            }
        }
        assertThat(samples.all).hasSizeBetween(200, 202);
        assertThat(samples.all.get(2).value()).isEqualTo(1500);
    }

    @Test
    void aSilenceIsOneGapAsLongAsItLasted() {
        lines(0, 500);
        lines(900, 1200);
        run(14);
        assertThat(samples.gaps).hasSize(1);
        assertThat(samples.gaps.get(0).cause()).isEqualTo(Gap.Cause.SILENT);
        assertThat(samples.gaps.get(0).count()).isEqualTo(399);
        assertThat(samples.last().number()).isEqualTo(1199);
    }

    @Test
    void aDamagedLineIsAGapOfOne() {
        lines(0, 500);
        board.at(6.01, "5#1.5\n");
        lines(502, 700);
        run(9);
        assertThat(samples.gaps).extracting(Gap::count).containsExactly(1L);
    }

    @Test
    void stampsOfTheBoardCountWhatIsMissing() {
        sensor = sensor("unit=kPa&rate=100&stamp=ms");
        long stamp = 4294967296L - 3000;
        for (int i = 0; i < 1000; i++) {
            if (i < 400 || i > 409) {
                board.at(1 + i / 100.0, (stamp + 10L * i) % 4294967296L + "," + i % 50 + "\n");
            }
        }
        run(12);
        assertThat(samples.gaps).extracting(Gap::count).containsExactly(10L);
        assertThat(samples.last().value()).isEqualTo(49_000);
    }

    @Test
    void aValueThatStandsIsStuckAfterItsLimit() {
        lines(0, 300);
        for (int i = 301; i < 900; i++) {
            board.at(1 + i / 100.0, "7\n");
        }
        run(10);
        assertThat(samples.all.stream()
                        .filter(s -> s.flaws() != 0)
                        .mapToLong(Samples.Sample::number)
                        .min())
                .hasValue(500); // the line of number 301 is sample 300: after it come 200 equal ones
        assertThat(samples.last().flaws()).isEqualTo(Flaw.STUCK);
    }

    @Test
    void railsAndImpossibleValuesAreFlagged() {
        sensor = sensor("unit=kPa&rate=100&minimum=-1&maximum=10");
        for (double value : new double[] {0, 1, 2, 10, 10.5, -1, -2, 5}) {
            board.at(1, String.format(Locale.ROOT, "%.1f%n", value));
        }
        // the first line is thrown away
        run(2);
        assertThat(samples.all)
                .extracting(Samples.Sample::flaws)
                .containsExactly(0, 0, Flaw.SATURATED, Flaw.OUT_OF_RANGE, Flaw.SATURATED, Flaw.OUT_OF_RANGE, 0);
    }

    @Test
    void tellsADeviceThatPrintsSomethingElse() {
        for (int i = 0; i < 400; i++) {
            board.at(1 + i / 100.0, "temperature is fine\n");
        }
        run(4.5);
        assertThat(sensor.state().kind()).isEqualTo(Kind.WRONG_DEVICE);
        assertThat(samples.all).isEmpty();
    }

    @Test
    void tellsHowManyColumnsAreMissing() {
        sensor = sensor("unit=kPa&rate=100&channel=2");
        lines(0, 100);
        run(2);
        assertThat(sensor.state().text())
                .isEqualTo("/dev/ttyACM0: expected lines of at least 2 numbers but they have 1");
    }

    @Test
    void tellsARateThatIsNotAsGiven() {
        sensor = sensor("unit=kPa&rate=400");
        lines(0, 1000);
        run(4);
        assertThat(sensor.state().kind()).isEqualTo(Kind.WRONG_DEVICE);
        assertThat(sensor.state().text())
                .contains("expected 400 samples a second")
                .contains("rate");
        assertThat(samples.last().flaws()).isEqualTo(Flaw.STALE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serial:/dev/x?protocol=arduino&unit=kPa | option 'rate': expected the lines a second",
                "serial:/dev/x?protocol=arduino&rate=100 | option 'signal': expected emg, envelope or pressure but was 'missing'",
                "serial:/dev/x?protocol=arduino&rate=100&unit=bar | option 'unit': expected Pa, kPa, cmH2O or mmHg but was 'bar'",
                "serial:/dev/x?protocol=arduino&rate=100&unit=kPa&signal=emg | option 'unit': expected uV, mV or V but was 'kPa'",
                "serial:/dev/x?protocol=arduino&rate=100&unit=kPa&chanel=2 | option 'chanel'",
                "serial:/dev/x?protocol=arduino&rate=100&unit=kPa&stamp=s | option 'stamp': expected ms, us or none but was 's'",
                "serial:/dev/x?protocol=arduino&rate=NaN&unit=kPa | option 'rate'",
                "serial:/dev/x?protocol=arduino&rate=100&unit=kPa&minimum=5&maximum=5 | option 'maximum': expected more than minimum",
                "serial:/dev/x?protocol=cyton&gain=5 | option 'gain': expected one of 1, 2, 4, 6, 8, 12, 24 but was '5'",
                "serial:/dev/x?protocol=cyton&channel=9 | option 'channel': expected 1 to 8 but was '9'",
                "serial:/dev/x?protocol=cyton&channel=1&abdominal=1 | option 'abdominal'",
                "serial:/dev/x?protocol=modem | option 'protocol': expected one of arduino, bitalino, chords, cyton, olimex, spikershield",
                "serial:/dev/x | option 'protocol': expected one of arduino, bitalino, chords, cyton, olimex, spikershield",
                "serial:?protocol=cyton | address: expected the path of a port",
                "i2c:1/0x48?chip=ads1115 | option 'sensor': expected mpx5010"
            })
    void aWrongUriSaysWhichPartIsWrong(String uri, String message) {
        assertThatThrownBy(() -> SensorDrivers.open(DeviceUri.parse(uri), ports, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("'" + uri);
    }

    @Test
    void goesToThePortWhereTheBoardIs() {
        ports.device = () -> board;
        sensor = SensorDrivers.open(
                DeviceUri.parse("serial:/dev/a,/dev/b?protocol=arduino&unit=kPa&rate=100&baud=9600"), ports, clock);
        lines(0, 100);
        run(2);
        assertThat(samples.all).hasSizeGreaterThan(90);
        assertThat(List.of(Kind.OK, Kind.SILENT)).contains(sensor.state().kind());
    }
}
