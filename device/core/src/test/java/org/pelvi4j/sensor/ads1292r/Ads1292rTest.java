package org.pelvi4j.sensor.ads1292r;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.ChipBench;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;

/** The part against the registers and frames of DOMAIN 3.16. */
class Ads1292rTest {
    private static final String CHIP = "spi:0.0?chip=ads1292r&ready=25";

    private final ChipBench bench = new ChipBench();
    private final Map<String, String> registers = new HashMap<>(Map.of("00", "73"));
    private String frame = "C0 00 00 00 11 7A FF EE 86";

    {
        bench.fallsEveryNanos = 1_000_000;
        bench.answer = (written, count) -> {
            if (count == 9) {
                return frame;
            }
            String register = "0" + written.charAt(1);
            if (written.startsWith("4")) {
                registers.put(register, written.substring(6));
            }
            return count == 1 ? "00" : "00 00 " + registers.getOrDefault(register, "00");
        };
    }

    private double first(String options) {
        return bench.first(bench.sensor(CHIP + options));
    }

    @Test
    void isSetUpByTheRegistersOfTheDataSheet() {
        first("");
        assertThat(bench.log.stream().filter(sent -> !sent.startsWith("x 2")))
                .startsWith(
                        "spi 1000000 mode 1",
                        "x 06",
                        "x 11",
                        "x 41 00 03",
                        "x 42 00 E0",
                        "x 43 00 10",
                        "x 44 00 00",
                        "x 45 00 81",
                        "x 46 00 23",
                        "x 47 00 0F",
                        "x 49 00 02",
                        "x 4A 00 03",
                        "in 25 FALLING",
                        "x 08",
                        "x 10",
                        "x 00 00 00 00 00 00 00 00 00");
        assertThat(bench.log).startsWith("spi 1000000 mode 1", "x 06", "x 11", "x 20 00 00");
    }

    @ParameterizedTest
    @CsvSource({
        "&abdominal=2&gain=12, x 44 00 60, x 45 00 60, x 46 00 2F",
        "&channel=2&gain=4, x 44 00 81, x 45 00 40, x 46 00 2C",
        "&leadoff=off, x 42 00 A0, x 43 00 10, x 47 00 00",
    })
    void optionsBecomeRegisters(String options, String one, String two, String three) {
        first(options);
        assertThat(bench.log).contains(one, two, three);
    }

    @ParameterizedTest
    @CsvSource({"250, 01", "500, 02", "1000, 03", "2000, 04", "4000, 05"})
    void ratesHaveTheirCodes(int rate, String code) {
        first("&rate=" + rate);
        assertThat(bench.log).contains("x 41 00 " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 00, 215.115",
        "1, 10, 1290.69",
        "2, 20, 645.345",
        "3, 30, 430.230",
        "4, 40, 322.672",
        "8, 50, 161.336",
        "12, 60, 107.557",
    })
    void codesBecomeMicrovolts(int gain, String code, double microvolts) {
        assertThat(first("&gain=" + gain)).isCloseTo(microvolts, within(0.005));
        assertThat(bench.log).contains("x 44 00 " + code);
        assertThat(bench.samples.get(0).flaws()).isZero();
    }

    @Test
    void theSecondChannelHasItsOwnBytes() {
        assertThat(first("&channel=2")).isCloseTo(-215.115, within(0.005));
    }

    /** LOFF_STAT: RLD, N and P of channel 2, N and P of channel 1, then the two GPIO bits. */
    @ParameterizedTest
    @CsvSource({
        "C0 80, 4, 0",
        "C1 00, 4, 0",
        "C2 00, 0, 4",
        "C4 00, 0, 4",
        "C8 00, 0, 0",
        "C0 60, 0, 0",
        "CF E0, 4, 4",
    })
    void anElectrodeThatIsOffIsToldOfItsChannel(String status, int first, int second) {
        frame = status + " 00 00 11 7A FF EE 86";
        first("");
        assertThat(bench.samples.get(0).flaws()).isEqualTo(first);
        bench.samples.clear();
        var other = new Ads1292rTest();
        other.frame = frame;
        other.first("&channel=2");
        assertThat(other.bench.samples.get(0).flaws()).isEqualTo(second);
        assertThat(Flaw.LEAD_OFF).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"7F FF FF, 1", "80 00 00, 1", "80 00 01, 1", "7F FF FE, 0", "80 00 02, 0"})
    void theRailsAreSaturated(String code, int flaw) {
        frame = "C0 00 00 " + code + " 00 00 00";
        first("");
        assertThat(bench.samples.get(0).flaws()).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"53, OK, ''", "52, WRONG_DEVICE, tells 52", "00, ABSENT, tells 00", "FF, ABSENT, tells FF"})
    void anotherChipIsRefused(String id, SensorState.Kind kind, String said) {
        registers.put("00", id);
        Sensor sensor = bench.sensor(CHIP);
        bench.run(sensor, 1);
        assertThat(sensor.state().kind()).isEqualTo(kind);
        assertThat(sensor.state().text()).contains(said);
    }

    @Test
    void aFrameWithoutItsMarkIsNoSample() {
        frame = "80 00 00 00 11 7A FF EE 86";
        Sensor sensor = bench.sensor(CHIP);
        bench.run(sensor, 1.5);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state().text()).contains("does not begin with its mark");
    }

    @ParameterizedTest
    @CsvSource({"125", "300", "8000"})
    void aRateThatIsNotTakenIsRefusedWithThoseThatAre(int rate) {
        assertThatThrownBy(() -> bench.sensor(CHIP + "&rate=" + rate))
                .hasMessageContaining(
                        "option 'rate': expected one of 250, 500, 1000, 2000, 4000 but was '" + rate + "'");
    }

    /** Whether it is the old conversion or the new one, nobody knows. */
    @Test
    void aFrameIntoWhichTheNextConversionFellIsNotTaken() {
        Sensor sensor = bench.sensor(CHIP);
        bench.run(sensor, 0.3);
        int before = bench.samples.size();
        bench.fault = transfer -> bench.clock.advance(1_100_000);
        sensor.read(bench.sink);
        assertThat(bench.samples).hasSize(before);
        bench.fault = transfer -> {};
        bench.run(sensor, 0.1);
        assertThat(bench.gaps)
                .containsExactly(new Gap(
                        before,
                        1,
                        bench.gaps.get(0).fromNanos(),
                        bench.gaps.get(0).untilNanos(),
                        Gap.Cause.LOST));
    }
}
