package org.pelvi4j.sensor.abp2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.ChipBench;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.SensorState;

/** The part against DOMAIN 3.13. */
class Abp2Test {
    private final ChipBench bench = new ChipBench();
    private String status = "40";
    private int busyReads;

    private void answers(String counts) {
        bench.answer = (written, count) -> {
            if (count == 1) {
                return busyReads-- > 0 ? "60" : status;
            }
            return status + " " + counts + " 60 00 00";
        };
    }

    private double pascal(String options, String counts) {
        answers(counts);
        return bench.first(bench.sensor("i2c:1/0x28?chip=abp2&" + options));
    }

    @ParameterizedTest
    @CsvSource({
        "range=160mbar, 97 20 08, 9806.65",
        "range=160mbar, 19 99 9A, 0",
        "range=160mbar, E6 66 66, 16000",
        "range=160mbar, 80 00 00, 8000",
        "range=160mbar&transfer=b, 4C CC CD, 0",
        "range=160mbar&transfer=b, B3 33 33, 16000",
        "range=160mbar&transfer=b, 80 00 00, 8000",
        "range=-1..1psi, 80 00 00, 0",
    })
    void countsBecomePascals(String options, String counts, double expected) {
        assertThat(pascal(options, counts)).isCloseTo(expected, within(0.002));
        assertThat(bench.samples.get(0).flaws()).isZero();
        assertThat(bench.log).containsExactly("r 1", "w AA 00 00", "r 1", "r 7");
        assertThat(bench.clock.nowNanos()).isEqualTo(5_000_000);
    }

    @Test
    void waitsWhileItIsBusy() {
        answers("80 00 00");
        busyReads = 4;
        var sensor = bench.sensor("i2c:1/0x28?chip=abp2&range=160mbar");
        bench.first(sensor);
        assertThat(bench.log).hasSize(7);
        assertThat(bench.clock.nowNanos()).isEqualTo(6_500_000);
    }

    @Test
    void aPartThatNeverFinishesIsNoAnswer() {
        answers("80 00 00");
        busyReads = Integer.MAX_VALUE;
        var sensor = bench.sensor("i2c:1/0x28?chip=abp2&range=160mbar");
        bench.run(sensor, 2);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state())
                .isEqualTo(new SensorState(SensorState.Kind.ABSENT, "i2c:1/0x28: the ABP2 does not finish"));
    }

    @ParameterizedTest
    @CsvSource({"41, 80 00 00", "40, FF FF FF", "40, 00 00 00", "40, EC 00 00"})
    void endsAreFlawed(String with, String counts) {
        answers(counts);
        var sensor = bench.sensor("i2c:1/0x28?chip=abp2&range=160mbar");
        status = with;
        bench.first(sensor);
        assertThat(bench.samples.get(0).flaws() & Flaw.SATURATED).isEqualTo(Flaw.SATURATED);
    }

    @ParameterizedTest
    @CsvSource({
        "FF, WRONG_DEVICE",
        "00, WRONG_DEVICE",
        "C0, WRONG_DEVICE",
        "42, WRONG_DEVICE",
        "48, WRONG_DEVICE",
        "50, WRONG_DEVICE",
        "44, ABSENT"
    })
    void anotherStatusIsRefused(String with, SensorState.Kind kind) {
        answers("80 00 00");
        status = with;
        var sensor = bench.sensor("i2c:1/0x28?chip=abp2&range=160mbar");
        bench.run(sensor, 1);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state().kind()).isEqualTo(kind);
    }

    @Test
    void zerosMayBeAPartWithoutSupplyAsWellAsAnotherPart() {
        status = "00";
        answers("00 00 00");
        var sensor = bench.sensor("i2c:1/0x28?chip=abp2&range=160mbar");
        bench.run(sensor, 1);
        assertThat(sensor.state().text())
                .isEqualTo("i2c:1/0x28: what answers says only zeros; check its supply and SDA; or it is no ABP2;"
                        + " check the address with: i2cdetect -y 1");
    }

    @Test
    void aWrongUriSaysWhatWasExpected() {
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x28?chip=abp2&range=160mbar&transfer=c"))
                .hasMessageContaining("option 'transfer': expected a or b");
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x28?chip=abp2&range=160mbar&rate=200"))
                .hasMessageContaining("option 'rate'");
    }
}
