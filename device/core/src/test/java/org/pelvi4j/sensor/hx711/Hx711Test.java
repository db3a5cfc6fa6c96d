package org.pelvi4j.sensor.hx711;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.EdgeSink;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.ChipBench;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Headroom;
import org.pelvi4j.sensor.SensorState;

/** The converters and a bridge against the figures of DOMAIN 3.12. */
class Hx711Test {
    private final ChipBench bench = new ChipBench();

    /** DOUT and SCK: 24 bits of one code, the highest first, then high until the next conversion. */
    private final class Wires implements InputPin, OutputPin {
        final List<Integer> fetched = new ArrayList<>();
        private final int code;
        private final long periodNanos;
        private int pulses = 99;
        private long roseNanos;
        private long edges;

        Wires(int code, double rateHz) {
            this.code = code;
            this.periodNanos = Math.round(1e9 / rateHz);
            bench.input = this;
            bench.output = this;
        }

        @Override
        public void set(boolean high) {
            if (high) {
                pulses++;
                roseNanos = bench.clock.nowNanos();
            } else if (bench.clock.nowNanos() - roseNanos > 60_000) {
                pulses = 99;
            }
        }

        @Override
        public boolean isHigh() {
            return pulses > 24 || (pulses > 0 && (code >> (24 - pulses) & 1) != 0);
        }

        @Override
        public int awaitEdges(long timeoutNanos, EdgeSink out) {
            if (timeoutNanos == 0 || pulses <= 24) {
                return 0;
            }
            if (pulses < 99) {
                fetched.add(pulses);
            }
            bench.clock.advance(periodNanos);
            pulses = 0;
            out.edge(bench.clock.nowNanos(), ++edges, false);
            return 1;
        }

        @Override
        public void close() {}
    }

    /** 1193046 at 429496.7 codes a millivolt are 2.7778 mV, of 75 mV for 40 kPa at 5 V. */
    @ParameterizedTest
    @CsvSource({
        "chip=hx711, 1193046, 25, 1481.48",
        "chip=hx711, -1193046, 25, -1481.48",
        "chip=hx711&gain=64, 1193046, 27, 2962.96",
        "chip=hx711&gain=32, 1193046, 26, 5925.93",
        "chip=hx711&rate=80, 1193046, 25, 1481.48",
        "chip=hx710b, 1193046, 25, 1481.48",
        "chip=hx710b&rate=40, 1193046, 27, 1481.48",
        "chip=hx711&span=100, 1193046, 25, 1111.11",
        "chip=hx711&full=10, 1193046, 25, 370.37",
        // A bridge and its converter on one supply: the code tells the pressure whatever that is.
        "chip=hx711&supply=3.3, 1193046, 25, 1481.48",
    })
    void pulsesChooseTheInputAndCodesBecomePascals(String options, int code, int pulses, double pascal) {
        double rate = options.contains("rate=80") ? 80 : options.contains("rate=40") ? 40 : 10;
        var wires = new Wires(code, rate);
        var sensor = bench.sensor("gpio:5,6?" + options);
        assertThat(bench.first(sensor)).isCloseTo(pascal, within(0.01));
        assertThat(wires.fetched).containsOnly(pulses);
        assertThat(bench.samples.get(0).flaws()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"8388607, 1", "-8388608, 1", "8388606, 0", "-8388607, 0"})
    void theRailsAreSaturated(int code, int flaw) {
        var wires = new Wires(code, 10);
        bench.first(bench.sensor("gpio:5,6?chip=hx711"));
        assertThat(bench.samples.get(0).flaws()).isEqualTo(flaw);
        assertThat(wires.fetched).containsOnly(25);
        assertThat(Flaw.SATURATED).isEqualTo(1);
    }

    /** 400 ms at 10 a second, 50 ms at 80; the conversion that ends then is the first good one. */
    @ParameterizedTest
    @CsvSource({"'', 10, 400", "&rate=80, 80, 50"})
    void whatIsNotSettledIsNotTaken(String options, double rate, long millis) {
        var wires = new Wires(1000, rate);
        bench.first(bench.sensor("gpio:5,6?chip=hx711" + options));
        assertThat(bench.samples.get(0).atNanos()).isBetween(millis * 1_000_000, (millis + 1) * 1_000_000);
        assertThat(wires.fetched).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"50, 52600, 105330", "100, 52600, 105330"})
    void aCentimetreOfWaterIsAsManyCodesAsTheDocumentationSays(double span, double least, double most) {
        Bridge bridge = Bridge.of(DeviceUri.parse("gpio:5,6?chip=hx711&span=" + span), "bridge", 5, 128);
        assertThat(1 / bridge.millivoltsPerCode()).isCloseTo(429_497, within(0.5));
        double codes = 98.0665 / bridge.pascal(1);
        assertThat(codes).isBetween(least - 50, most + 50);
        assertThat(bridge.pascal(8_388_607) / 1000).isCloseTo(span == 50 ? 15.6 : 7.8, within(0.05));
    }

    /** With a low gain the converter goes further than the bridge. */
    @ParameterizedTest
    @CsvSource({
        "span=50, 15625, true",
        "gain=32&span=50, 40000, true",
        "gain=64&span=75&full=60, 31250, true",
        "gain=32&span=75&full=60, 60000, false"
    })
    void itEndsWhereItsBridgeOrItsConverterDoes(String options, double pascal, boolean refused) {
        Channel channel = Hx711.of(DeviceUri.parse("gpio:5,6?chip=hx711&" + options))
                .info()
                .channels()
                .get(0);
        assertThat(channel.maximum()).isCloseTo(pascal, within(1.0));
        assertThat(channel.minimum()).isCloseTo(-pascal, within(1.0));
        assertThat(Headroom.of(channel).refusalForAnalUse().isPresent()).isEqualTo(refused);
    }

    /** The kernel tells offset binary. */
    @ParameterizedTest
    @CsvSource({
        "8388608, 0, 0",
        "8818105, 533.333, 0",
        "7959111, -533.333, 0",
        "16777215, 10416.67, 1",
        "0, -10416.67, 1",
    })
    void theKernelsCodesBecomePascals(long raw, double pascal, int flaw) {
        bench.raw = raw;
        bench.millivoltsPerStep = 0.00000232831;
        assertThat(bench.first(bench.sensor("iio:hx711"))).isCloseTo(pascal, within(0.01));
        assertThat(bench.samples.get(0).flaws()).isEqualTo(flaw);
    }

    @Test
    void aScaleOfTheKernelThatIsAnotherGainsIsRefused() {
        bench.millivoltsPerStep = 2 * 0.00000232831;
        var sensor = bench.sensor("iio:hx711");
        bench.run(sensor, 1);
        assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.WRONG_DEVICE);
        assertThat(sensor.state().text()).contains("give the 'supply' and 'gain' that it has");
        var right = new ChipBench();
        right.millivoltsPerStep = 2 * 0.00000232831;
        right.raw = 8_818_105;
        assertThat(right.first(right.sensor("iio:hx711?gain=64"))).isCloseTo(1066.667, within(0.01));
    }
}
