package org.pelvi4j.sensor.abp;

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
class AbpTest {
    private final ChipBench bench = new ChipBench();

    private double pascal(String range, String answer) {
        bench.answer = (written, count) -> answer;
        return bench.first(bench.sensor("i2c:1/0x28?chip=abp&range=" + range));
    }

    @ParameterizedTest
    @CsvSource({
        "1psi, 06 66, 0",
        "1psi, 1F FF, 3447.1",
        "1psi, 39 99, 6894.757",
        "-1..1psi, 1F FF, -0.5",
        "5psi, 1F FF, 17235.6",
    })
    void countsBecomePascals(String range, String answer, double expected) {
        assertThat(pascal(range, answer)).isCloseTo(expected, within(0.6));
        assertThat(bench.samples.get(0).flaws()).isZero();
        assertThat(bench.log).startsWith("r 2", "r 2");
    }

    @Test
    void aCountOfOnePsiIsHalfAPascal() {
        assertThat(bench.sensor("i2c:1/0x28?chip=abp&range=1psi")
                        .info()
                        .channels()
                        .get(0)
                        .resolution())
                .isCloseTo(0.526, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"86 66, 16", "3F FF, 1", "00 00, 1", "3B 00, 1"})
    void staleDataAndTheEndsAreFlawed(String answer, int flaw) {
        pascal("5psi", answer);
        assertThat(bench.samples.get(0).flaws() & flaw).isEqualTo(flaw);
        assertThat(Flaw.STALE).isEqualTo(16);
    }

    @Test
    void aFaultOfItsOwnIsNoSample() {
        bench.answer = (written, count) -> "C6 66";
        var sensor = bench.sensor("i2c:1/0x28?chip=abp&range=5psi");
        bench.run(sensor, 1);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.ABSENT);
        assertThat(sensor.state().text()).contains("reports a fault of its own");
    }

    @Test
    void commandModeIsAnotherDevice() {
        bench.answer = (written, count) -> "46 66";
        var sensor = bench.sensor("i2c:1/0x28?chip=abp&range=5psi");
        bench.run(sensor, 1);
        assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.WRONG_DEVICE);
    }

    @Test
    void theRangeMustBeTold() {
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x28?chip=abp"))
                .hasMessageContaining("option 'range': expected the range of the part's order code such as 160mbar");
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x28?chip=abp&range=1atm")).hasMessageContaining("'1atm'");
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x28?chip=abp&range=1..-1psi"))
                .hasMessageContaining("'1..-1psi'");
    }
}
