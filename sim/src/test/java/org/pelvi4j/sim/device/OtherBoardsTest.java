package org.pelvi4j.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Chords, BITalino and P2 against the byte strings of DOMAIN 3.4 to 3.6. */
class OtherBoardsTest {
    private final Signals.Heard heard = new Signals.Heard();

    private String said(Board board, String command) {
        for (byte b : command.getBytes(StandardCharsets.ISO_8859_1)) {
            board.receive(b & 0xFF, 0, heard);
        }
        return heard.takeText();
    }

    private String frame(int index) {
        return HexFormat.of().withUpperCase().withDelimiter(" ").formatHex(heard.frames.get(index));
    }

    /** Microvolts of a 10-bit code of a BITalino. */
    private static double bitalino(int code) {
        return (code / 1024.0 - 0.5) * 3.3 / 1009 * 1e6;
    }

    @Test
    void bitalinoSendsItsOneChannelFrame() {
        var board = new VirtualBitalino(1, 1000);
        assertThat(said(board, "\u0005")).isEmpty();
        for (int i = 0; i < 6; i++) {
            board.measure(new double[] {bitalino(512)}, heard);
        }
        assertThat(frame(5)).isEqualTo("00 C8 59");
    }

    @Test
    void bitalinoSendsAllSixChannels() {
        var board = new VirtualBitalino(6, 1000);
        said(board, "\u00fd");
        board.skip(9);
        board.receive(0xB3, 0, heard);
        double[] values = {
            bitalino(512), bitalino(300), bitalino(1023), bitalino(1), bitalino(33 << 4), bitalino(63 << 4)
        };
        board.measure(values, heard);
        // DOMAIN's vector has its digital pins at 0000; ours has its inputs pulled up, so the check differs with them.
        assertThat(frame(0)).startsWith("7F 18 C0 FF 2C 01 C8 9");
        assertThat(heard.carried.get(0)[2]).isCloseTo(bitalino(1023), within(1e-6));
    }

    @Test
    void bitalinoSaysItsVersionWhenIdleAndStopsOnlyWhileItRuns() {
        var board = new VirtualBitalino(1, 1000);
        assertThat(said(board, "\u0007")).isEqualTo("BITalino_v5.1\n");
        said(board, "\u0005");
        assertThat(board.streaming()).isTrue();
        assertThat(said(board, "\u0007")).isEmpty();
        said(board, "\u0000");
        assertThat(board.streaming()).isFalse();
        assertThat(said(board, "\u000b")).hasSize(16);
    }

    @Test
    void bitalinoTakesThePulseWidthForNoCommand() {
        var board = new VirtualBitalino(1, 1000);
        assertThat(said(board, "\u00a3\u0005")).isEmpty();
        assertThat(board.streaming()).isFalse();
        assertThat(said(board, "\u00a3\u0007\u0007")).isEqualTo("BITalino_v5.1\n");
    }

    /** DOMAIN 3.5: while it acquires it takes the stop and the outputs only. */
    @Test
    void bitalinoTakesNothingElseWhileItRuns() {
        var board = new VirtualBitalino(1, 1000);
        said(board, "\u0005");
        for (int value = 1; value < 0xFF; value++) {
            board.receive(value, 0, heard);
            assertThat(board.streaming()).as("%x", value).isTrue();
        }
        assertThat(heard.takeText()).isEmpty();
        board.measure(new double[] {bitalino(512)}, heard);
        assertThat(frame(0)).as("one channel, the last outputs").startsWith("00 F8 0");
        board.receive(0xFF, 0, heard);
        assertThat(board.streaming()).isFalse();
    }

    @Test
    void bitalinoAtATenthOfItsRateSendsEachTenth() {
        var board = new VirtualBitalino(1, 1000);
        said(board, "\u0083\u0005");
        for (int i = 0; i < 100; i++) {
            board.measure(new double[] {0}, heard);
        }
        assertThat(heard.frames).hasSize(10);
    }

    @Test
    void chordsAnswersItsCommandsAndAnyByteStopsIt() {
        var board = VirtualChords.unoR4(2, 500);
        assertThat(said(board, "WHORU\n")).isEqualTo("UNO-R4\r\n");
        assertThat(said(board, "STATUS\n")).isEqualTo("STOPPED\r\n");
        assertThat(said(board, "HELLO\n")).isEqualTo("UNKNOWN COMMAND\r\n");
        assertThat(said(board, "START\n")).isEmpty();
        assertThat(board.streaming()).isTrue();
        said(board, "?");
        assertThat(board.streaming()).isFalse();
    }

    @Test
    void chordsSendsItsFrame() {
        var board = VirtualChords.unoR4(2, 500);
        said(board, "START\n");
        board.skip(42);
        double step = 5e6 / 16384 / 1000;
        board.measure(new double[] {step, -1e9}, heard);
        assertThat(frame(0)).isEqualTo("C7 7C 2A 20 01 00 00 20 00 20 00 20 00 20 00 01");
        assertThat(heard.carried.get(0)[0]).isCloseTo(step, within(1e-9));
    }

    @Test
    void p2StreamsFromItsOpening() {
        var board = new VirtualP2(1, 250);
        board.powerOn(heard);
        assertThat(board.streaming()).isFalse();
        board.opened(heard);
        board.skip(57);
        board.measure(new double[] {0}, heard);
        assertThat(frame(0)).isEqualTo("A5 5A 02 39 02 00 02 00 02 00 02 00 02 00 02 00 0F");
    }

    @Test
    void chordsOfTheFirstBoardHasTenBits() {
        var board = VirtualChords.unoR3(1, 250);
        assertThat(said(board, "WHORU\n")).isEqualTo("UNO-R3\r\n");
        said(board, "START\n");
        board.skip(42);
        board.measure(new double[] {1e9}, heard);
        assertThat(frame(0)).isEqualTo("C7 7C 2A 03 FF 02 00 02 00 02 00 02 00 02 00 01");
    }

    @Test
    void spikerShieldSendsFiveValuesOfTwoBytesForEachMeasurement() {
        var board = new VirtualSpikerShield(1, 2000);
        board.powerOn(heard);
        assertThat(board.streaming()).isFalse();
        board.opened(heard);
        assertThat(heard.takeText()).isEqualTo("StartUp!\r\n");
        double step = 5e6 / 1024 / 1000;
        board.measure(new double[] {5 * step}, heard);
        assertThat(frame(0)).isEqualTo("84 01 84 02 84 03 84 04 84 05");
        assertThat(heard.carried.get(0)[0]).isCloseTo(5 * step, within(1e-9));
        board.measure(new double[] {1e9}, heard);
        assertThat(frame(1)).endsWith("87 7F");
    }

    @Test
    void spikerShieldHasAsManyChannelsAsItIsToldAndSaysWhoItIs() {
        var board = new VirtualSpikerShield(2, 1000);
        board.opened(heard);
        heard.takeText();
        said(board, "c:2;\n");
        double step = 5e6 / 1024 / 1000;
        board.measure(new double[] {5 * 511 * step, (130 - 512) * step * 5}, heard);
        assertThat(frame(0)).endsWith("87 7F 00 00"); // both beyond their rails
        assertThat(said(board, "b:;\n"))
                .isEqualTo("\u00ff\u00ff\u0001\u0001\u0080\u00ffHWT:MUSCLESS;\u00ff\u00ff\u0001\u0001\u0081\u00ff");
    }

    @Test
    void aDaisySendsPairsOfFramesAndIsTakenOffByItsCommand() {
        var board = VirtualCyton.withDaisy(16, 125);
        board.powerOn(heard);
        assertThat(heard.takeText()).contains("On Daisy ADS1299").endsWith("$$$");
        assertThat(said(board, "C")).isEqualTo("16$$$");
        assertThat(said(board, "xI060000X")).isEqualTo("Success: Channel set for 16$$$");
        said(board, "b");
        double[] values = new double[16];
        values[0] = 100;
        values[15] = -100;
        board.measure(values, heard);
        assertThat(frame(0)).startsWith("A0 01 00 11 7A").contains(" C0 A0 02 00 00 00");
        assertThat(heard.frames.get(0)).hasSize(66);
        said(board, "s");
        assertThat(said(board, "c")).isEqualTo("daisy removed$$$");
        said(board, "b");
        board.measure(values, heard);
        assertThat(heard.frames.get(1)).hasSize(33);
    }
}
