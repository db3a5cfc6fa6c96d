package org.pelvi4j.sensor.mpr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.sensor.ChipBench;
import org.pelvi4j.sensor.SensorState;

/** The part against DOMAIN 3.13. */
class MprTest {
    private final ChipBench bench = new ChipBench();
    private String counts = "80 00 00";

    {
        bench.answer = (written, count) -> count == 1 ? "40" : "40 " + counts;
    }

    @ParameterizedTest
    @CsvSource({
        "kind=gauge, 19 99 9A, 0",
        "kind=gauge, 1F 8A 6F, 5000",
        "kind=gauge, 25 7B 43, 10000",
        "kind=gauge&transfer=b, 06 66 66, 0",
        "kind=gauge&transfer=b, 39 99 9A, 172369",
        "kind=gauge&transfer=c, 33 33 33, 0",
        "kind=gauge&transfer=c, CC CC CD, 172369",
        "air=1013.25, 91 FD 3D, 0",
    })
    void countsBecomePascals(String options, String sent, double expected) {
        counts = sent;
        assertThat(bench.first(bench.sensor("i2c:1/0x18?chip=mpr&" + options))).isCloseTo(expected, within(0.2));
        assertThat(bench.log).containsExactly("r 1", "w AA 00 00", "r 1", "r 4");
    }

    @Test
    void aCountIsAHundredthOfAPascal() {
        assertThat(bench.sensor("i2c:1/0x18?chip=mpr").info().channels().get(0).resolution())
                .isCloseTo(0.0128, within(0.0001));
    }

    @Test
    void theAirOfTheFirstSecondIsTakenOff() {
        counts = "90 00 00";
        var sensor = bench.sensor("i2c:1/0x18?chip=mpr");
        bench.run(sensor, 0.9);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.STARTING);
        counts = "90 00 00";
        bench.run(sensor, 0.2);
        counts = "A0 00 00";
        bench.run(sensor, 0.1);
        assertThat(bench.samples.get(0).value()).isCloseTo(0, within(0.01));
        double rise = 0x100000 * 172368.925 / (15_099_494 - 1_677_722);
        assertThat(bench.samples.get(bench.samples.size() - 1).value()).isCloseTo(rise, within(0.5));
        assertThat(bench.gaps).isEmpty();
        assertThat(bench.samples.get(0).number()).isZero();
    }

    /** Half a second of air before a cable was pulled is of another place or day. */
    @Test
    void theAirIsMeasuredAnewWhenTheWireFailsInItsSecond() {
        counts = "90 00 00";
        var sensor = bench.sensor("i2c:1/0x18?chip=mpr");
        bench.run(sensor, 0.5);
        bench.fault = transfer -> {
            throw new BusException(BusException.Kind.DISCONNECTED, "pulled");
        };
        bench.run(sensor, 0.1);
        bench.fault = transfer -> {};
        counts = "91 00 00";
        bench.run(sensor, 2);
        assertThat(bench.samples.get(0).value()).isCloseTo(0, within(0.01));
    }

    @Test
    void aProbeThatIsNotInAirIsNoZero() {
        counts = "19 99 9A";
        var sensor = bench.sensor("i2c:1/0x18?chip=mpr");
        bench.run(sensor, 2);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state().text())
                .isEqualTo("MPR: expected the air's pressure but was 0 hPa; take the probe out,"
                        + " or give air=HPA, or kind=gauge for a gauge part");
    }

    @Test
    void aWrongUriSaysWhatWasExpected() {
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x18?chip=mpr&transfer=d")).hasMessageContaining("a, b or c");
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x18?chip=mpr&kind=gauge&air=1000"))
                .hasMessageContaining("option 'air'");
    }
}
