package org.pelvi4j.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sim.draw.Draws;

class FaultTest {
    @ParameterizedTest
    @CsvSource({
        "byte-loss=1e-3, byte-loss=0.001",
        "byte-loss, byte-loss=0.001",
        "unplug=20s+5s, unplug@20s+5s",
        "unplug@20s+500ms, unplug@20s+0.5s",
        "stuck:2@1min, stuck:2@60s",
        "wrong:1=-1@20s+5s, wrong:1=-1@20s+5s",
        "clock=200ppm, clock=0.0002",
        "clock=-0.5%, clock=-0.005",
        "reset@20s, reset@20s",
    })
    void whatIsWrittenIsReadAndWrittenAgain(String text, String plain) {
        assertThat(Fault.parse(text)).hasToString(plain);
        assertThat(Fault.parse(plain)).isEqualTo(Fault.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bite-loss|expected one of off, stuck",
                "byte-loss=2|expected an amount of 0 to 1 but was 2",
                "byte-loss=few|expected a number but was few",
                "unplug=20|expected a time such as 20s or 500ms but was 20",
                "unplug=20s+|expected FROM[+LENGTH]",
                "byte-loss:1|expected no channel, it hits the whole wire",
                "off=1@2s|off has no amount",
                "chunk=1.2.3|expected a number",
                "=5|expected NAME[:CHANNEL]",
                "unplug@20s+0s|positive LENGTH",
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> Fault.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void faultsBeginAndEndAtTheirTimes() {
        var faults = new Faults(List.of(Fault.parse("off@20s+5s"), Fault.parse("reset@22s")));
        assertThat(faults.advance(19.99)).isEmpty();
        assertThat(faults.isOn(FaultKind.OFF)).isFalse();
        assertThat(faults.advance(20)).hasSize(1);
        assertThat(faults.isOn(FaultKind.OFF)).isTrue();
        assertThat(faults.advance(23))
                .extracting(change -> change.fault().kind())
                .containsExactly(FaultKind.RESET);
        assertThat(faults.advance(25)).extracting(Faults.Change::began).containsExactly(false);
        assertThat(faults.any()).isFalse();
        assertThat(faults.nextChangeSeconds()).isInfinite();
    }

    @Test
    void aChannelsFaultLeavesTheOthers() {
        var faults = new Faults(List.of(Fault.parse("wrong:2=-1")));
        faults.advance(0);
        double[] values = {1, 2};
        new SampleFaults(faults, Draws.of(1), 2).spoil(values);
        assertThat(values).containsExactly(1, -2);
    }

    @Test
    void aStuckChannelRepeatsItsLastValue() {
        var faults = new Faults(List.of(Fault.parse("stuck:1@1s")));
        var samples = new SampleFaults(faults, Draws.of(1), 1);
        double[] values = {7};
        faults.advance(0);
        samples.spoil(values);
        faults.advance(1);
        values[0] = 8;
        samples.spoil(values);
        assertThat(values).containsExactly(7);
    }

    @Test
    void bytesAreLostAtTheRateThatWasAsked() {
        var faults = new Faults(List.of(Fault.parse("byte-loss=0.01")));
        faults.advance(0);
        var wire = new WireFaults(faults, Draws.of(3));
        int left = 0;
        for (int i = 0; i < 1000; i++) {
            left += wire.spoil(new byte[100], 100);
        }
        assertThat(100_000 - left).isBetween(900, 1100);
    }

    @Test
    void oneBitIsTurnedAtTheRateThatWasAsked() {
        var faults = new Faults(List.of(Fault.parse("bit-flip=0.5")));
        faults.advance(0);
        byte[] bytes = new byte[10_000];
        new WireFaults(faults, Draws.of(3)).spoil(bytes, bytes.length);
        int flipped = 0;
        for (byte b : bytes) {
            assertThat(Integer.bitCount(b & 0xFF)).isLessThanOrEqualTo(1);
            flipped += Integer.bitCount(b & 0xFF);
        }
        assertThat(flipped).isBetween(4800, 5200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0xA0, 0xC0, 0x5A, 0xFF})
    void theWrongBaudRateTurnsBytesIntoOthers(int sent) {
        var faults = new Faults(List.of(Fault.parse("wrong-baud")));
        faults.advance(0);
        byte[] bytes = {(byte) sent};
        new WireFaults(faults, Draws.of(3)).spoil(bytes, 1);
        // Sampled at every second bit: bits 1, 3, 5, 7 of the byte, then the idle line. Worked out by hand.
        int expected = switch (sent) {
            case 0x00 -> 0xF0;
            case 0xA0 -> 0xFC;
            case 0xC0 -> 0xF8;
            case 0x5A -> 0xF3;
            default -> 0xFF;
        };
        assertThat(bytes[0] & 0xFF).isEqualTo(expected);
    }

    @Test
    void clearingEndsThemAll() {
        var faults = new Faults(List.of(Fault.parse("off"), Fault.parse("stuck@20s")));
        faults.advance(0);
        assertThat(faults.clear()).containsExactly(Fault.parse("off"));
        assertThat(faults.advance(30)).isEmpty();
    }
}
