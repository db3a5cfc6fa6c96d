package org.pelvi4j.sensor.xgzp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.ChipBench;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.SensorState;

/** The part against DOMAIN 3.14. */
class XgzpTest {
    private final ChipBench bench = new ChipBench();
    private int running;

    private void answers(String pressure) {
        bench.answer =
                (written, count) -> written.startsWith("30") ? (running-- > 0 ? "0A" : "02") : pressure + " 18 00";
    }

    @ParameterizedTest
    @CsvSource({
        "40kPa, 13 27 53, 9806.65",
        "40kPa, FF 06 00, -500",
        "40kPa, 00 00 00, 0",
        "40kPa, 4E 20 00, 40000",
        "0.5kPa, 00 20 00, 1",
        "0.9kPa, 00 20 00, 1",
        "1.9kPa, 00 10 00, 1",
        "1kPa, 00 10 00, 1",
        "2kPa, 00 08 00, 1",
        "4kPa, 00 08 00, 1",
        "5kPa, 00 04 00, 1",
        "10kPa, 00 02 00, 1",
        "20kPa, 00 01 00, 1",
        "8kPa, 00 04 00, 1",
        "16kPa, 00 02 00, 1",
        "32kPa, 00 01 00, 1",
        "33kPa, 00 00 80, 1",
        "65kPa, 00 00 80, 1",
        "66kPa, 00 00 40, 1",
        "100kPa, 00 00 40, 1",
        "131kPa, 00 00 40, 1",
        "132kPa, 00 00 20, 1",
        "260kPa, 00 00 20, 1",
        "261kPa, 00 00 10, 1",
        "200kPa, 00 00 20, 1",
        "500kPa, 00 00 10, 1",
        "501kPa, 00 00 08, 1",
        "1000kPa, 00 00 08, 1",
        "-40..40kPa, FF 06 00, -500",
    })
    void countsBecomePascals(String range, String pressure, double expected) {
        answers(pressure);
        assertThat(bench.first(bench.sensor("i2c:1/0x6d?chip=xgzp&range=" + range)))
                .isCloseTo(expected, within(0.005));
        assertThat(bench.log).containsExactly("w 30", "r 1", "w 30 0A", "w 30", "r 1", "w 06", "r 5");
        assertThat(bench.samples.get(0).flaws()).isZero();
    }

    @Test
    void waitsUntilTheConversionIsOver() {
        answers("13 27 53");
        var sensor = bench.sensor("i2c:1/0x6d?chip=xgzp&range=40kPa");
        running = 0;
        sensor.read(bench.sink);
        running = 8;
        bench.run(sensor, 0.03);
        assertThat(bench.samples).hasSize(2);
        running = Integer.MAX_VALUE;
        bench.run(sensor, 2);
        assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.WRONG_DEVICE);
    }

    @ParameterizedTest
    @CsvSource({"7F FF FF", "80 00 00", "53 00 00"})
    void endsAreFlawed(String pressure) {
        answers(pressure);
        bench.first(bench.sensor("i2c:1/0x6d?chip=xgzp&range=40kPa"));
        assertThat(bench.samples.get(0).flaws() & Flaw.SATURATED).isEqualTo(Flaw.SATURATED);
    }

    @Test
    void aPartToTheNewerDataSheetIsRefused() {
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x58?chip=xgzp&range=40kPa"))
                .hasMessageContaining("a part at 0x58 is made to data sheet 3.x, has other registers");
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x28?chip=xgzp&range=40kPa"))
                .hasMessageContaining("BUS/0x6d");
    }
}
