package org.pelvi4j.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualCytonTest {
    private final Signals.Heard heard = new Signals.Heard();
    private final VirtualCyton board = new VirtualCyton(7, VirtualCyton.RATE_HZ);

    @BeforeEach
    void power() {
        board.powerOn(heard);
        heard.takeText();
    }

    private String answer(String command) {
        return answer(command, 0);
    }

    private String answer(String command, long nowNanos) {
        for (byte b : command.getBytes(StandardCharsets.ISO_8859_1)) {
            board.receive(b & 0xFF, nowNanos, heard);
        }
        return heard.takeText();
    }

    @Test
    void aResetEndsItsBannerWithThreeDollars() {
        assertThat(answer("v"))
                .startsWith("OpenBCI V3 8-16 channel")
                .contains("Firmware: v3.1.1")
                .endsWith("$$$");
    }

    @Test
    void framesAreThoseOfTheDocumentation() {
        answer("b");
        double step = 4.5 / ((1 << 23) - 1) / 24 * 1e6;
        for (int i = 0; i < 7; i++) {
            board.measure(new double[7], heard);
        }
        board.measure(new double[] {4474 * step, -4474 * step, step, -step, 1e9, -1e9, 0}, heard);
        // DOMAIN 3.8's vector, but for input 8 (no source: 0) and the acceleration, which comes each tenth frame.
        assertThat(HexFormat.of().withUpperCase().withDelimiter(" ").formatHex(heard.frames.get(7)))
                .isEqualTo("A0 07 00 11 7A FF EE 86 00 00 01 FF FF FF 7F FF FF 80 00 00 00 00 00 00 00 00 "
                        + "00 00 00 00 00 00 C0");
        assertThat(heard.carried.get(7)[0]).isEqualTo(100.0017, org.assertj.core.api.Assertions.within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "2,4", "3,6", "4,8", "5,12", "6,24"})
    void theGainThatWasSetDecidesTheCode(char code, int gain) {
        assertThat(answer("x10" + code + "0000X")).isEqualTo("Success: Channel set for 1$$$");
        answer("b");
        board.measure(new double[] {1000, 1000, 0, 0, 0, 0, 0}, heard);
        assertThat(int24(heard.frames.get(0), 2)).isEqualTo((int) Math.rint(1000e-6 * gain * 8388607 / 4.5));
        assertThat(int24(heard.frames.get(0), 5)).isEqualTo((int) Math.rint(1000e-6 * 24 * 8388607 / 4.5));
    }

    private static int int24(byte[] frame, int at) {
        return frame[at] << 16 | (frame[at + 1] & 0xFF) << 8 | (frame[at + 2] & 0xFF);
    }

    @Test
    void theCounterWrapsAndEachStartBeginsAtZero() {
        answer("b");
        for (int i = 0; i < 257; i++) {
            board.measure(new double[7], heard);
        }
        assertThat(heard.frames.get(255)[1]).isEqualTo((byte) 255);
        assertThat(heard.frames.get(256)[1]).isZero();
        answer("sb");
        board.measure(new double[7], heard);
        assertThat(heard.frames.get(257)[1]).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D|060110$$$",
                "d|updating channel settings to default$$$",
                "C|no daisy to attach!8$$$",
                "c|''",
                "V|v3.1.1$$$",
                "~~|Success: Sample rate is 250Hz$$$",
                "//|Board mode is default$$$",
                "/2|Success: analog$$$",
                "z110Z|Success: Lead off set for 1$$$",
                "x3020000X|Success: Channel set for 3$$$",
                "x102000X|Failure: too few chars$$$",
                "x1020000V|Failure: 9th char not X$$$",
                "z11ZZ|Failure: too few chars$$$",
                "z1111|Failure: 5th char not Z$$$",
                "x9020000X|Failure: Err: too many chars$$$",
                "x1070000X|Failure: Err: too many chars$$$",
                "-|Success: Configured internal test signal.$$$",
                "<|Time stamp ON$$$",
                ":|Wifi not present, send { to attach the shield$$$",
            })
    void commandsAreAnsweredAsDocumented(String command, String expected) {
        assertThat(answer(command)).isEqualTo(expected);
    }

    @Test
    void stackedChannelSettingsAreAllTaken() {
        assertThat(answer("x1020000Xx2020000Xx3020000X"))
                .isEqualTo("Success: Channel set for 1$$$Success: Channel set for 2$$$Success: Channel set for 3$$$");
    }

    @Test
    void theRegistersTellTheSettings() {
        answer("x1040000X");
        assertThat(answer("?"))
                .contains("ADS_ID, 00, 3E", "CH1SET, 05, 40", "CH2SET, 06, 68", "WHO_AM_I, 0F, 33")
                .endsWith("$$$");
    }

    @Test
    void anUnfinishedCommandTimesOut() {
        assertThat(answer("x10", 0)).isEmpty();
        assertThat(answer("V", 1_100_000_000L)).startsWith("Timeout processing").endsWith("v3.1.1$$$");
    }

    @Test
    void whileItStreamsItDoesNotTalk() {
        answer("b");
        assertThat(answer("x1020000XdD?V//")).isEmpty();
        assertThat(board.streaming()).isTrue();
        assertThat(answer("v")).endsWith("$$$");
        assertThat(board.streaming()).isFalse();
    }

    @Test
    void ratesThatTheRadioCannotCarrySendNothing() {
        assertThat(answer("~4")).isEqualTo("Success: Sample rate is 1000Hz$$$");
        answer("b");
        assertThat(board.streaming()).isFalse();
        answer("s~6b");
        assertThat(board.streaming()).isTrue();
    }

    @Test
    void anInputThatIsOffReadsZero() {
        answer("1b");
        board.measure(new double[] {1000, 1000, 0, 0, 0, 0, 0}, heard);
        assertThat(int24(heard.frames.get(0), 2)).isZero();
        assertThat(int24(heard.frames.get(0), 5)).isPositive();
    }

    @Test
    void aDongleAnswersForItsRadio() {
        assertThat(answer("\u00f0\u0007")).isEqualTo("Success: System is up$$$");
    }

    @Test
    void timeStampsChangeTheTail() {
        answer("<b");
        board.measure(new double[7], heard);
        board.measure(new double[7], heard);
        assertThat(heard.frames.get(0)[32]).isEqualTo((byte) 0xC3);
        assertThat(heard.frames.get(1)[32]).isEqualTo((byte) 0xC4);
        assertThat(heard.frames.get(1)[31]).isEqualTo((byte) 4);
    }

    @Test
    void nineChannelsAreRefused() {
        assertThatThrownBy(() -> new VirtualCyton(9, 250)).hasMessage("channels: expected 1 to 8 but was 9");
    }
}
