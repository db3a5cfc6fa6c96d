package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/** Chips that convert by their own clock, with their virtual ones. RELIABILITY C5 to C7. */
class PacedByTheChipTest {
    private static final double CODE_MILLIVOLTS = 5000.0 / 128 / (1 << 24);
    private static final double PASCAL_PER_MILLIVOLT = 40_000.0 / 75;

    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final VirtualPorts ports = VirtualPorts.empty(clock);
    private final List<Double> values = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long first = -1;
    private long numbers;
    private long count;
    private int flaws;
    private Runnable check = () -> {};

    private final SampleSink sink = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] row, int[] rowFlaws) {
            first = first < 0 ? atNanos : first;
            numbers = number + 1;
            count++;
            flaws |= rowFlaws[0];
            values.add(row[0]);
            check.run();
        }

        @Override
        public void gap(Gap gap) {
            gaps.add(gap);
        }
    };

    private Sensor sensor(String uri) {
        var parsed = DeviceUri.parse("sim+" + uri);
        return SensorDrivers.open(VirtualPorts.forDriver(parsed), VirtualPorts.of(parsed, clock), clock);
    }

    private void run(Sensor sensor, double seconds) {
        long until = clock.nowNanos() + (long) (seconds * 1e9);
        while (clock.nowNanos() < until) {
            sensor.read(sink);
        }
    }

    private VirtualHx711 bridge(Pressures millivolts, boolean fast, double interrupted) {
        var kind = new VirtualHx711.Kind711(false, 5, 80, fast);
        var chip = new VirtualHx711(millivolts, 5, 6, kind, interrupted, clock);
        ports.connectPin(6, chip);
        ports.connectInput(5, chip);
        return chip;
    }

    private void neverWrong(int reads, double interrupted) {
        // Each conversion is another number, so that no wrong bit can hide.
        VirtualHx711 chip = bridge(at -> ((at * 0x9E3779B97F4A7C15L) >> 40) * CODE_MILLIVOLTS / 2, true, interrupted);
        Sensor sensor = SensorDrivers.open(DeviceUri.parse("gpio:5,6?chip=hx711&rate=80"), ports, clock);
        check = () -> {
            double code = values.get(0) / PASCAL_PER_MILLIVOLT / CODE_MILLIVOLTS;
            assertThat(code).isCloseTo(Integer.parseInt(chip.text()), within(1e-3));
            values.clear();
        };
        while (count < reads) {
            sensor.read(sink);
        }
        long lost = gaps.stream().mapToLong(Gap::count).sum();
        assertThat(count + lost).isEqualTo(numbers);
        assertThat(lost).isGreaterThan(reads / 20);
        // A reset moves the chip's own beat, so that the count is right to a fraction of each of them.
        assertThat((double) numbers).isCloseTo((clock.nowNanos() - first) / 12.5e6, within(numbers * 0.005 + 3));
    }

    @Test
    void anInterruptedPulseIsNeverAWrongSample() {
        neverWrong(1000, 0.01);
    }

    @Tag("ci")
    @Test
    void anInterruptedPulseIsNeverAWrongSampleInAMillionReads() {
        neverWrong(1_000_000, 0.0005);
    }

    @ParameterizedTest
    @CsvSource({
        "'gpio:5,6?chip=hx711', 10, 0.001",
        "'gpio:5,6?chip=hx711&rate=80&gain=64', 80, 0.001",
        "'gpio:5,6?chip=hx710b', 10, 0.001",
        "'gpio:5,6?chip=hx710b&rate=40', 40, 0.001",
        "iio:hx711, 10, 0",
        "iio:hx711?rate=80, 80, 0",
        "spi:0.0?chip=ads1292r&ready=25, 1000, 0",
        "spi:0.0?chip=ads1292r&ready=25&rate=2000&gain=12&abdominal=2, 2000, 0",
    })
    void samplesComeAtTheChipsRate(String uri, double rate, double deviation) {
        Sensor sensor = sensor(uri);
        run(sensor, 4);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        long before = count;
        run(sensor, 10);
        assertThat((double) (count - before)).isCloseTo(10 * rate, within(2 + 10 * rate * deviation));
        assertThat(gaps).isEmpty();
        assertThat(flaws).isZero();
        sensor.close();
        sensor.close();
        assertThat(sensor.read(sink)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 5333.33", "-10, -5333.33", "25, 10416.67", "-25, -10416.67"})
    void aBridgesMillivoltsBecomePascalsUpToTheRails(double millivolts, double pascal) {
        bridge(at -> millivolts, false, 0);
        Sensor sensor = SensorDrivers.open(DeviceUri.parse("gpio:5,6?chip=hx711"), ports, clock);
        run(sensor, 2);
        assertThat(values.get(0)).isCloseTo(pascal, within(0.01));
        assertThat((flaws & Flaw.SATURATED) != 0).isEqualTo(Math.abs(millivolts) > 19.5);
    }

    @Test
    void aDataLineThatStaysHighIsSilentAndNothingSpins() {
        ports.connectPin(6, new VirtualLedBar(List.of(6)));
        ports.connectInput(5, new Still(true));
        Sensor sensor = SensorDrivers.open(DeviceUri.parse("gpio:5,6?chip=hx711"), ports, clock);
        int reads = 0;
        for (long until = clock.nowNanos() + 2_500_000_000L; clock.nowNanos() < until; reads++) {
            sensor.read(sink);
        }
        assertThat(reads).isLessThan(40);
        run(sensor, 5);
        assertThat(count).isZero();
        assertThat(sensor.state().kind()).isIn(SensorState.Kind.SILENT, SensorState.Kind.STARTING);
    }

    @Test
    void aDataLineThatStaysLowIsNoAnswer() {
        ports.connectPin(6, new VirtualLedBar(List.of(6)));
        ports.connectInput(5, new Still(false));
        Sensor sensor = SensorDrivers.open(DeviceUri.parse("gpio:5,6?chip=hx711"), ports, clock);
        run(sensor, 2);
        assertThat(count).isZero();
        assertThat(sensor.state())
                .isEqualTo(new SensorState(
                        SensorState.Kind.ABSENT,
                        "gpio:5: DOUT of the HX711 stays low; check its supply and both wires"));
    }

    /** A line that nobody drives. */
    private record Still(boolean high) implements LineChip {
        @Override
        public boolean isHigh(int line) {
            return high;
        }

        @Override
        public long nextFallNanos(int line, long afterNanos) {
            return Long.MAX_VALUE;
        }

        @Override
        public String text() {
            return "";
        }
    }

    @Test
    void framesThatWereNotReadInTimeAreCounted() {
        Sensor sensor = sensor("spi:0.0?chip=ads1292r&ready=25");
        run(sensor, 3);
        for (int i = 0; i < 20; i++) {
            clock.advance(3_700_000);
            run(sensor, 0.05);
        }
        assertThat(gaps).hasSize(20).allMatch(gap -> gap.count() == 2 && gap.cause() == Gap.Cause.LOST);
        assertThat(numbers).isEqualTo(count + 40);
    }

    @Test
    void anElectrodeThatIsOffIsTold() {
        Sensor sensor = sensor("spi:0.0?chip=ads1292r&ready=25&off=5");
        run(sensor, 4.9);
        assertThat(flaws).isZero();
        run(sensor, 0.2);
        assertThat(flaws).isEqualTo(Flaw.LEAD_OFF);
        Sensor deaf = sensor("spi:0.1?chip=ads1292r&ready=25&off=0&leadoff=off");
        flaws = 0;
        run(deaf, 1);
        assertThat(flaws).isZero();
    }

    @Test
    void aWrongUriSaysWhatWasExpected() {
        assertThatThrownBy(() -> sensor("spi:0.0?chip=ads1292r&rate=300&ready=25"))
                .hasMessageContaining("one of 250, 500, 1000, 2000, 4000 but was '300'");
        assertThatThrownBy(() -> sensor("spi:0.0?chip=ads1292r"))
                .hasMessageContaining("option 'ready': expected the GPIO line of DRDY such as 25 but was 'missing'");
        assertThatThrownBy(() -> sensor("gpio:5?chip=hx711")).hasMessageContaining("lines of DOUT and SCK such as 5,6");
        assertThatThrownBy(() -> sensor("gpio:5,6?chip=hx710b&gain=64")).hasMessageContaining("gain is fixed");
    }
}
