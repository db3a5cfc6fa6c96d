package org.pelvi4j.sensor.ads1115;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.ChipBench;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorState;

/** The converter against the byte strings of DOMAIN 3.10. */
class Ads1115Test {
    private static final String MPX5010 = "i2c:1/0x48?chip=ads1115&sensor=mpx5010";
    private final ChipBench bench = new ChipBench();
    private String configured = "85 83";
    private String code = "10 00";

    {
        bench.answer = (written, count) -> {
            if (written.length() > 2) {
                configured = written.substring(3);
            }
            return written.startsWith("00") ? code : configured;
        };
        bench.fault = transfer -> {
            String last = bench.log.get(bench.log.size() - 1);
            if (last.startsWith("w 01 ")) {
                configured = last.substring(5);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "chip=ads1115&sensor=oymotion&rate=700, 42 E3",
        "'chip=ads1115&points=0:0,0.25:250&unit=uV&pair=0-1&range=0.256&rate=400', 0A C3",
        "chip=ads1115&sensor=mpx5010&rate=100&channel=2, 52 83",
        "chip=ads1015&sensor=mpx5050&rate=100, 42 03",
    })
    void isSetUpByTheVectorsOfTheDataSheet(String options, String config) {
        bench.first(bench.sensor("i2c:1/0x48?" + options));
        assertThat(bench.log.subList(0, 7))
                .containsExactly("w 01", "r 2", "w 01 " + config, "w 01", "r 2", "w 00", "w 00");
    }

    @ParameterizedTest
    @CsvSource({
        // volts at the sensor by Vout = Vs (0.09 P + 0.04), two thirds of them at 125 uV a code
        "mpx5010, 04 2B, 0, 0.3",
        "mpx5010, 33 0B, 5000, 0.3",
        "mpx5010, 61 A8, 9972.2, 0.3",
        "mpx5050, 04 2B, 0, 1.5",
        "mpx5050, 33 0B, 25000, 1.5",
    })
    void voltsBecomePascals(String sensor, String bytes, double pascal, double tolerance) {
        code = bytes;
        assertThat(bench.first(bench.sensor("i2c:1/0x48?chip=ads1115&sensor=" + sensor)))
                .isCloseTo(pascal, within(tolerance));
    }

    @Test
    void aStepIsAsFineAsTheDataSheetSays() {
        assertThat(bench.sensor(MPX5010).info().channels().get(0).resolution()).isCloseTo(0.42, within(0.005));
        assertThat(bench.sensor(MPX5010.replace("5010", "5050"))
                        .info()
                        .channels()
                        .get(0)
                        .resolution())
                .isCloseTo(2.1, within(0.02));
        assertThat(bench.sensor(MPX5010.replace("ads1115", "ads1015"))
                        .info()
                        .channels()
                        .get(0)
                        .resolution())
                .isCloseTo(16 * 0.4167, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"7F FF, 1", "7F F0, 1", "80 00, 1", "61 FF, 1", "00 00, 8", "FF F0, 8", "04 2B, 0"})
    void railsAndASensorThatIsNotThereAreFlawed(String bytes, int flaw) {
        code = bytes;
        bench.first(bench.sensor(MPX5010));
        int flaws = bench.samples.get(0).flaws();
        assertThat(flaw == Flaw.OUT_OF_RANGE ? flaws & Flaw.OUT_OF_RANGE : flaws & Flaw.SATURATED)
                .isEqualTo(flaw);
    }

    /** It may run since another program, at another input: what it is at is ended first, here eight a second. */
    @ParameterizedTest
    @CsvSource({"85 83, 0", "42 83, 0", "42 03, 138889", "D2 A3, 4445"})
    void aConversionOfBeforeIsNotTakenForOneOfOurs(String found, long microseconds) {
        configured = found;
        bench.first(bench.sensor(MPX5010));
        assertThat(bench.samples.get(0).atNanos() / 1000).isEqualTo(8730 + microseconds);
    }

    @Test
    void twoInputsAreConvertedInTurn() {
        var sensor = bench.sensor(MPX5010 + "&channel=1&deep=3&rate=50");
        bench.answer = (written, count) -> written.startsWith("00") ? "33 0B" : busyDone();
        assertThat(sensor.info().channels()).hasSize(2);
        bench.first(sensor);
        assertThat(bench.log).contains("w 01 C3 E3", "w 01 E3 E3");
        assertThat(bench.samples.get(0).value()).isCloseTo(5000, within(0.3));
    }

    /** The configuration with the bit that says that the conversion is over. */
    private String busyDone() {
        byte[] two = ChipBench.hex(configured);
        boolean single = (two[0] & 1) != 0 && (two[0] & 0x80) != 0;
        return single ? configured : String.format("%02X %02X", two[0] & 0x7F, two[1] & 0xFF);
    }

    @Test
    void samplesAreUniformInTime() {
        var sensor = bench.sensor(MPX5010 + "&rate=200");
        bench.fault = transfer -> {
            String last = bench.log.get(bench.log.size() - 1);
            configured = last.startsWith("w 01 ") ? last.substring(5) : configured;
            bench.clock.advance(400_000);
        };
        bench.run(sensor, 2);
        assertThat(bench.samples.size()).isBetween(395, 401);
        assertThat(bench.gaps).isEmpty();
        long first = bench.samples.get(0).atNanos();
        assertThat(bench.samples).allMatch(s -> s.atNanos() == first + s.number() * 5_000_000);
    }

    @Test
    void anotherChipAtTheAddressIsRefused() {
        bench.answer = (written, count) -> "FF FF";
        var sensor = bench.sensor(MPX5010);
        bench.run(sensor, 1);
        assertThat(bench.samples).isEmpty();
        assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.WRONG_DEVICE);
        assertThat(sensor.state().text())
                .isEqualTo("i2c:1/0x48: what answers is no ADS1115; check the address with: i2cdetect -y 1");
    }

    @Test
    void aChipThatLostItsSupplyIsSetUpAnew() {
        var sensor = bench.sensor(MPX5010);
        bench.run(sensor, 1);
        configured = "85 83";
        bench.run(sensor, 2.5);
        assertThat(bench.opens).isEqualTo(2);
        assertThat(configured).isEqualTo("42 83");
        assertThat(bench.gaps).extracting(Gap::cause).containsExactly(Gap.Cause.DISCONNECTED);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
    }

    @Test
    void aWrongUriSaysWhatWasExpected() {
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x48?chip=ads1115"))
                .hasMessageContaining("option 'sensor': expected mpx5010, mpx5050");
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x48?chip=ads1115&sensor=oymotion&range=0.256"))
                .hasMessageContaining("expected one whose zero is well under the converter's 0.256 V");
        assertThatThrownBy(() -> bench.sensor(MPX5010 + "&range=3"))
                .hasMessageContaining("option 'range': expected 6.144, 4.096");
        assertThatThrownBy(() -> bench.sensor("i2c:48?chip=ads1115&sensor=mpx5010"))
                .hasMessageContaining("address: expected BUS/0xADDRESS such as 1/0x48 but was '48'");
        assertThatThrownBy(() -> bench.sensor(MPX5010 + "&rate=2000")).hasMessageContaining("expected 10.0 to 774.0");
        assertThatThrownBy(() -> bench.sensor("i2c:1/0x48?chip=ads1116")).hasMessageContaining("ads1015, ads1115, mpr");
    }
}
