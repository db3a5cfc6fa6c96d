package org.pelvi4j.sensor.mcp3008;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.ChipBench;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.SensorState;

/** The converters against the byte strings of DOMAIN 3.11. */
class Mcp3008Test {
    private final ChipBench bench = new ChipBench();

    @ParameterizedTest
    @CsvSource({
        // 682 of 1024 and 2730 of 4096 of 3.3 V are 2.198 V: two thirds of 3.297 V, which is 6.88 kPa of an MPX5010
        "mcp3008, 00 2A A0, 6881, 12",
        "mcp3208, 00 2A A8, 6885, 3",
        "mcp3208, FF AA A8, 6885, 3",
    })
    void theVectorsOfTheDataSheet(String chip, String answer, double pascal, double within) {
        bench.answer = (written, count) -> answer;
        assertThat(bench.first(bench.sensor("spi:0.0?chip=" + chip + "&sensor=mpx5010&channel=4")))
                .isCloseTo(pascal, within(within));
        assertThat(bench.log).startsWith("spi 1000000 mode 0", "x 1B 00 00", "x 1B 00 00");
        assertThat(bench.samples.get(0).flaws()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"00 00 00, 1", "00 3F FC, 1", "00 00 04, 8", "00 26 00, 0"})
    void railsAndAMissingSensorAreFlawed(String answer, int flaw) {
        bench.answer = (written, count) -> answer;
        bench.first(bench.sensor("spi:0.0?chip=mcp3208&sensor=mpx5010"));
        int flaws = bench.samples.get(0).flaws();
        assertThat(flaws & (flaw == 0 ? -1 : flaw)).isEqualTo(flaw);
    }

    /** The converter ends at 3.3 V, this sensor at 5 V. */
    @ParameterizedTest
    @CsvSource({"mcp3208, 00 3F FC, 1", "mcp3208, 00 3F F8, 0", "mcp3008, 00 3F F0, 1", "mcp3008, 00 3F E0, 0"})
    void theConvertersOwnEndIsSaturated(String chip, String answer, int flaw) {
        bench.answer = (written, count) -> answer;
        bench.first(bench.sensor("spi:0.0?chip=" + chip + "&points=0.5:0,4.5:40&unit=kPa"));
        assertThat(bench.samples.get(0).flaws()).isEqualTo(flaw);
    }

    @Test
    void aLineThatNobodyDrivesIsNoAnswer() {
        bench.answer = (written, count) -> "FF FF FF";
        var sensor = bench.sensor("spi:0.1?chip=mcp3008&sensor=oymotion");
        bench.run(sensor, 1);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state())
                .isEqualTo(new SensorState(
                        SensorState.Kind.ABSENT,
                        "spi:0.1: no MCP3008 answers; check its supply and the wires of DOUT (MISO) and CS"));
    }

    @Test
    void twoChannelsAreAskedInTurnAThousandTimesASecond() {
        bench.answer = (written, count) -> written.startsWith("19") ? "00 20 00" : "00 10 00";
        var sensor = bench.sensor("spi:0.0?chip=mcp3208&sensor=oymotion&channel=1&abdominal=2");
        bench.run(sensor, 1);
        assertThat(sensor.info().rateHz()).isEqualTo(1000);
        assertThat(bench.samples.size()).isBetween(998, 1001);
        assertThat(bench.log).contains("x 18 00 00", "x 19 00 00");
        assertThat(bench.samples.get(0).value()).isCloseTo(1024.0 / 4096 * 3.3 * 1000 - 1500, within(0.01));
        assertThat(bench.samples.get(999).flaws()).isEqualTo(Flaw.STUCK);
    }

    @Test
    void aWrongUriSaysWhatWasExpected() {
        assertThatThrownBy(() -> bench.sensor("spi:0?chip=mcp3008&sensor=mpx5010"))
                .hasMessageContaining("address: expected BUS.SELECT such as 0.0 but was '0'");
        assertThatThrownBy(() -> bench.sensor("spi:0.0?chip=mcp3008&sensor=mpx5010&channel=9"))
                .hasMessageContaining("option 'channel': expected 1 to 8");
        assertThatThrownBy(() -> bench.sensor("spi:0.0?chip=mcp3008&sensor=mpx5010&pair=0-1"))
                .hasMessageContaining("option 'pair'");
    }
}
