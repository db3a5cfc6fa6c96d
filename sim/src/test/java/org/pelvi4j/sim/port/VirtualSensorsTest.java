package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.time.VirtualClock;

/** Sensor chips against the byte strings of DOMAIN 3.12 to 3.16, and what they refuse. */
class VirtualSensorsTest {
    private static final Span MBAR_160 = new Span(0, 16_000);
    private static final Span KPA_40 = new Span(0, 40_000);
    private static final SpiAddress SPI = new SpiAddress(0, 0);

    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }

    private static String read(I2cChip chip, int count) throws BusException {
        byte[] into = new byte[count];
        chip.read(into);
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(into);
    }

    private interface Wrong {
        void use() throws BusException;
    }

    private static void refused(Wrong use, String message) {
        assertThatThrownBy(use::use).isInstanceOf(IllegalStateException.class).hasMessageContaining(message);
    }

    /** 1 psi at 0.526 Pa a count; 24 degrees are 757 steps of 0.0977 from -50. */
    @ParameterizedTest
    @CsvSource({"0, 06 66", "3447.11, 1F FF", "6894.757, 39 99", "-1000, 00 00", "9000, 3F FF"})
    void anAbpGivesItsPressureAndIsStaleUntilItHasConvertedAgain(double pascal, String counts) throws BusException {
        var abp = new VirtualAbp(at -> pascal, new Span(0, 6894.757), clock);
        clock.advance(500_000);
        assertThat(read(abp, 2)).isEqualTo(counts);
        int stale = 0x80 | Integer.parseInt(counts.substring(0, 2), 16);
        assertThat(read(abp, 4))
                .isEqualTo(String.format(java.util.Locale.ROOT, "%02X", stale) + counts.substring(2) + " 5E A0");
        clock.advance(1_000_000);
        assertThat(read(abp, 2)).isEqualTo(counts);
    }

    @Test
    void anAbpKnowsNoCommandAndNoOtherLength() {
        var abp = new VirtualAbp(at -> 0, MBAR_160, clock);
        refused(() -> abp.write(hex("AA 00 00")), "it knows no command");
        refused(() -> abp.read(new byte[3]), "read 2 or 4 bytes but was 3");
        refused(() -> abp.read(new byte[7]), "read 2 or 4 bytes but was 7");
    }

    private VirtualHoneywell abp2(double pascal) {
        return new VirtualHoneywell("abp2", new VirtualHoneywell.Form(7, 0.1, 0.9, MBAR_160), at -> pascal, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "9806.65, 40 97 20 08",
        "0, 40 19 99 9A",
        "16000, 40 E6 66 66",
        "-3000, 41 00 00 00",
        "19000, 41 FF FF FF"
    })
    void anAbp2ConvertsWhenItIsTold(double pascal, String answer) throws BusException {
        VirtualHoneywell abp2 = abp2(pascal);
        abp2.write(hex("AA 00 00"));
        assertThat(read(abp2, 1)).isEqualTo("60");
        clock.advance(10_000_000);
        assertThat(read(abp2, 1)).isEqualTo(answer.substring(0, 2));
        assertThat(read(abp2, 7)).startsWith(answer).hasSize(20);
    }

    /** DOMAIN has 1F 8A 6F for 5 kPa, from ends that are rounded to counts; the shares themselves give half a count less. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.9, 0, 19 99 9A",
        "0.1, 0.9, 5000, 1F 8A 6E",
        "0.1, 0.9, 10000, 25 7B 43",
        "0.025, 0.225, 0, 06 66 66",
        "0.2, 0.8, 0, 33 33 33",
    })
    void anMprHasThreeLines(double low, double high, double pascal, String counts) throws BusException {
        var form = new VirtualHoneywell.Form(4, low, high, new Span(0, 172_369));
        var mpr = new VirtualHoneywell("mpr", form, at -> pascal, clock);
        mpr.write(hex("AA 00 00"));
        clock.advance(10_000_000);
        assertThat(read(mpr, 4)).isEqualTo("40 " + counts);
    }

    @Test
    void anAbp2RefusesOtherCommandsAndHaste() {
        VirtualHoneywell abp2 = abp2(0);
        refused(() -> abp2.write(hex("AB 00 00")), "expected the command AA 00 00");
        refused(() -> abp2.write(hex("AA 00")), "expected the command AA 00 00");
        refused(() -> abp2.read(new byte[7]), "the result is not there yet");
        abp2.write(hex("AA 00 00"));
        clock.advance(4_900_000);
        refused(() -> abp2.read(new byte[7]), "the result is not there yet");
        refused(() -> abp2.write(hex("AA 00 00")), "no command while it converts");
        refused(() -> abp2.read(new byte[4]), "read 1 or 7 bytes but was 4");
    }

    @ParameterizedTest
    @CsvSource({"9806.65, 13 27 53", "-500, FF 06 00", "0, 00 00 00"})
    void anXgzpConvertsWhenItIsTold(double pascal, String counts) throws BusException {
        var xgzp = new VirtualXgzp(at -> pascal, KPA_40, clock);
        xgzp.write(hex("30 0A"));
        xgzp.write(hex("30"));
        assertThat(read(xgzp, 1)).isEqualTo("0A");
        clock.advance(20_000_000);
        assertThat(read(xgzp, 1)).isEqualTo("02");
        xgzp.write(hex("06"));
        assertThat(read(xgzp, 5)).isEqualTo(counts + " 18 00");
    }

    @Test
    void anXgzpRefusesOtherRegistersAndHaste() {
        var xgzp = new VirtualXgzp(at -> 0, KPA_40, clock);
        refused(() -> xgzp.write(hex("31")), "expected register 06 to 0A or 30 but was 49");
        refused(() -> xgzp.write(hex("05")), "expected register 06 to 0A or 30 but was 5");
        refused(() -> xgzp.write(hex("30 0B")), "expected 0A to register 30");
        refused(() -> xgzp.write(hex("06 0A")), "expected 0A to register 30");
        xgzp.write(hex("30 0A"));
        refused(() -> xgzp.write(hex("30 0A")), "no command while it converts");
        xgzp.write(hex("06"));
        refused(() -> xgzp.read(new byte[5]), "it still converts");
        refused(() -> xgzp.read(new byte[6]), "within 06 to 0A but was 6 bytes from 6");
    }

    private VirtualPorts emg() {
        return VirtualPorts.of(DeviceUri.parse("sim+spi:0.0?chip=ads1292r&ready=25"), clock);
    }

    private void send(SpiDevice wire, String bytes) throws BusException {
        clock.advance(8_000);
        wire.transfer(hex(bytes), new byte[hex(bytes).length]);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000000", "2, 1000000", "1, 4000001"})
    void anAds1292rRefusesAnotherModeAndAnOverFastClock(int mode, int hertz) {
        refused(() -> emg().openSpi(SPI, hertz, mode), "expected mode 1 and at most 4000000 Hz");
    }

    @Test
    void anAds1292rHearsNoRegisterWhileItStreams() throws BusException {
        SpiDevice wire = emg().openSpi(SPI, 1_000_000, 1);
        refused(() -> send(wire, "20 00 00"), "expected SDATAC");
        send(wire, "11");
        byte[] in = new byte[3];
        clock.advance(8_000);
        wire.transfer(hex("20 00 00"), in);
        assertThat(in[2]).isEqualTo((byte) 0x73);
        send(wire, "06");
        refused(() -> send(wire, "20 00 00"), "expected SDATAC");
    }

    @ParameterizedTest
    @CsvSource({
        "03, expected a command that exists but was 3",
        "11 00, expected a command alone",
        "40 00 73, expected a register that can be written",
        "48 00 00, expected a register that can be written",
        "42 00 20, with the bits that are always 1",
        "43 00 00, with the bits that are always 1",
        "49 00 00, with the bits that are always 1",
        "4A 00 02, with the bits that are always 1",
        "4C 00 00, a register of 0 to 11",
        "41 01 03, with as many bytes as told",
        "00 00 00 00 00 00 00 00 00, expected RDATAC",
    })
    void anAds1292rRefusesWhatItHasNot(String bytes, String message) throws BusException {
        SpiDevice wire = emg().openSpi(SPI, 1_000_000, 1);
        send(wire, "11");
        refused(() -> send(wire, bytes), message);
    }

    @Test
    void anAds1292rRefusesHaste() throws BusException {
        SpiDevice wire = emg().openSpi(SPI, 1_000_000, 1);
        send(wire, "11");
        refused(() -> wire.transfer(hex("08"), new byte[1]), "expected 8 us after the last command");
        send(wire, "08");
        send(wire, "10");
        refused(() -> wire.transfer(new byte[9], new byte[9]), "there is no conversion yet");
        SpiDevice fast = emg().openSpi(SPI, 4_000_000, 1);
        send(fast, "11");
        refused(() -> send(fast, "20 00 00"), "expected 8 us for each byte of a command but its clock has 4000000 Hz");
    }

    private VirtualHx711 bridge() {
        var kind = new VirtualHx711.Kind711(false, 5, 80, true);
        return new VirtualHx711(at -> 1193046 / 429496.7296, 5, 6, kind, 0, clock);
    }

    private static int bits(VirtualHx711 chip, int pulses) {
        int code = 0;
        for (int i = 0; i < pulses; i++) {
            chip.level(6, true);
            chip.level(6, false);
            code = code << 1 | (chip.isHigh(5) ? 1 : 0);
        }
        return code;
    }

    @Test
    void anHx711GivesItsBitsWhenItIsReadyAndRefusesA28thPulse() {
        VirtualHx711 chip = bridge();
        clock.advance(49_000_000);
        assertThat(chip.isHigh(5)).isTrue();
        clock.advance(2_000_000);
        assertThat(chip.isHigh(5)).isFalse();
        assertThat(bits(chip, 24)).isEqualTo(0x123456);
        assertThat(bits(chip, 3)).isEqualTo(7);
        assertThatThrownBy(() -> bits(chip, 1)).hasMessageContaining("expected 25 to 27 pulses");
    }

    @Test
    void anHx711WhoseClockIsHighForTooLongHasToSettle() {
        VirtualHx711 chip = bridge();
        clock.advance(51_000_000);
        chip.level(6, true);
        clock.advance(61_000);
        chip.level(6, false);
        assertThat(chip.isHigh(5)).isTrue();
        clock.advance(49_000_000);
        assertThat(chip.isHigh(5)).isTrue();
        clock.advance(1_500_000);
        assertThat(chip.isHigh(5)).isFalse();
    }
}
