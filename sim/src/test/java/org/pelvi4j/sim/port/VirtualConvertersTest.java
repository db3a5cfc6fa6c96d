package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.time.VirtualClock;

/** Converters against the byte strings of DOMAIN 3.10 and 3.11. */
class VirtualConvertersTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final VirtualAds1115 ads = new VirtualAds1115((input, at) -> 1.0 + input * 0.1 + at * 1e-9, clock);

    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }

    private int result() {
        byte[] two = new byte[2];
        ads.write(hex("00"));
        ads.read(two);
        return (short) (two[0] << 8 | (two[1] & 0xFF));
    }

    @Test
    void continuousConversionsFollowTheInput() {
        ads.write(hex("01 42 E3"));
        clock.advance(1_200_000);
        assertThat(result() * 125e-6).isCloseTo(1.001163, within(125e-6));
        clock.advance(1_000_000_000);
        assertThat(result() * 125e-6).isCloseTo(2.0, within(0.0013));
    }

    @Test
    void aDifferenceIsMeasuredAndHeldAtTheRails() {
        ads.write(hex("01 0A C3"));
        clock.advance(3_000_000);
        assertThat(result() * 7.8125e-6).isCloseTo(-0.1, within(1e-5));
        ads.write(hex("01 4A C3"));
        clock.advance(4_300_000);
        assertThat(result()).isEqualTo(32767);
    }

    @Test
    void aSingleShotIsBusyUntilItIsDone() {
        ads.write(hex("01 C3 E3"));
        byte[] config = new byte[2];
        ads.read(config);
        assertThat(config[0] & 0x80).isZero();
        clock.advance(1_200_000);
        ads.read(config);
        assertThat(config[0] & 0x80).isEqualTo(0x80);
        assertThat(result() * 125e-6).isCloseTo(1.001, within(0.0003));
    }

    /** Eight a second at AIN0, and told to be fast at AIN1 in the middle of one. */
    @Test
    void whatItConvertsIsEndedAsItWasBegun() {
        ads.write(hex("01 42 03"));
        clock.advance(10_000_000);
        ads.write(hex("01 52 E3"));
        clock.advance(100_000_000);
        assertThatThrownBy(this::result).hasMessageContaining("the first result is not there yet");
        clock.advance(15_000_000);
        assertThatThrownBy(this::result).hasMessageContaining("the first result is not there yet");
        clock.advance(1_200_000);
        assertThat(result() * 125e-6).isCloseTo(1.1 + 0.126, within(0.0013));
    }

    @Test
    void aShotThatIsAskedForInTheMiddleOfAConversionIsNotMade() {
        ads.write(hex("01 42 03"));
        clock.advance(10_000_000);
        ads.write(hex("01 D3 E3"));
        clock.advance(200_000_000);
        assertThatThrownBy(this::result).hasMessageContaining("the first result is not there yet");
        ads.write(hex("01 D3 E3"));
        clock.advance(1_200_000);
        assertThat(result() * 125e-6).isCloseTo(1.1 + 0.2112, within(0.0013));
    }

    @Test
    void aResultThatIsNotThereYetIsRefused() {
        ads.write(hex("01 42 E3"));
        clock.advance(1_000_000);
        assertThatThrownBy(this::result).hasMessageContaining("the first result is not there yet");
    }

    @Test
    void registersThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> ads.write(hex("04"))).hasMessage("ads1115: register: expected 0 to 3 but was 4");
        assertThatThrownBy(() -> ads.write(hex("00 12 34"))).hasMessageContaining("read only");
        assertThatThrownBy(() -> ads.read(new byte[1])).hasMessage("ads1115: expected to be read 2 bytes but was 1");
    }

    @ParameterizedTest
    @CsvSource({"10, 1B 00 00, 00 2A A0", "12, 1B 00 00, 00 2A A8", "10, 01 B0 00, 00 02 AA"})
    void aConverterOnSpiAnswersBitByBit(int bits, String asked, String answered) {
        double volts = bits == 10 ? 682.5 / 1024 * 3.3 : 2730.5 / 4096 * 3.3;
        var chip = new VirtualMcp3008((input, at) -> input == 3 ? volts : 0, clock, bits, 3.3);
        chip.opened(1_000_000, 0);
        byte[] in = new byte[3];
        chip.transfer(hex(asked), in);
        assertThat(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(in)).isEqualTo(answered);
    }

    @Test
    void aConverterOnSpiRefusesWhatItCannotDo() {
        var chip = new VirtualMcp3008((input, at) -> 0, clock, 10, 3.3);
        assertThatThrownBy(() -> chip.opened(8_000_000, 0)).hasMessageContaining("to 1350000 Hz but was 0 and 8000000");
        assertThatThrownBy(() -> chip.transfer(hex("18 00"), new byte[2])).hasMessageContaining("expected a start bit");
        var larger = new VirtualMcp3008((input, at) -> 0, clock, 12, 3.3);
        assertThatThrownBy(() -> larger.opened(1_350_000, 0))
                .hasMessageContaining("to 1000000 Hz but was 0 and 1350000");
    }

    @Test
    void aBodyIsBehindTheConverterThatAUriNames() throws BusException {
        VirtualPorts ports =
                VirtualPorts.of(DeviceUri.parse("sim+i2c:1/0x48?chip=ads1115&scenario=lift3-healthy"), clock);
        var wire = ports.openI2c(1, 0x48);
        wire.write(hex("01 42 E3"));
        wire.write(hex("00"));
        double lowest = 5;
        double highest = 0;
        for (int i = 0; i < 3000; i++) {
            clock.advance(10_000_000);
            byte[] two = new byte[2];
            wire.read(two);
            double volts = (short) (two[0] << 8 | (two[1] & 0xFF)) * 125e-6;
            lowest = Math.min(lowest, volts);
            highest = Math.max(highest, volts);
        }
        assertThat(lowest).isBetween(0.13, 2.0);
        assertThat(highest - lowest).isBetween(0.2, 3.0);
    }
}
