package org.pelvi4j.sensor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.pelvi4j.sensor.SerialProbe.Found;
import org.pelvi4j.time.VirtualClock;

/** What is asked of a board that keeps its line over openings, as one does that is not reset by them. */
class SerialProbeTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    private Found found(UnaryOperator<String> answers) {
        var talker = new Talker(clock, 1, number -> new byte[0]);
        var line = new StringBuilder();
        talker.commands = bytes -> {
            for (byte each : bytes) {
                if (each != '\n') {
                    line.append((char) each);
                    continue;
                }
                String said = answers.apply(line.toString());
                line.setLength(0);
                talker.answer(said.getBytes(US_ASCII));
            }
        };
        return probed(talker);
    }

    private Found probed(Talker talker) {
        var ports = new PortsDouble(clock);
        ports.fault = null;
        ports.device = () -> talker;
        return SerialProbe.at(ports, clock, "/dev/ttyACM0");
    }

    @Test
    void theLettersOfAnotherBoardsQuestionDoNotSpoilTheNext() {
        Found found = found(line -> line.equals("WHORU") ? "UNO-R4\r\n" : "UNKNOWN COMMAND\r\n");
        assertThat(found).isEqualTo(new Found("chords", 115_200, 0.95, "UNO-R4"));
    }

    /** To a Cyton the H of WHORU means two hours on its memory card. Source: DOMAIN.md 3.8, its command set. */
    @Test
    void aCytonIsToldNothingThatIsACommandToIt() {
        var talker = new Talker(clock, 1, number -> new byte[0]);
        var told = new StringBuilder();
        talker.commands = bytes -> {
            told.append(new String(bytes, US_ASCII));
            if (bytes[0] == 'V') {
                talker.answer("v3.1.1$$$".getBytes(US_ASCII));
            }
        };
        assertThat(probed(talker)).isEqualTo(new Found("cyton", 115_200, 0.8, "v3.1.1$$$"));
        assertThat(told).hasToString("\u0007V");
    }

    @Test
    void aDongleWithoutItsBoardIsKnown() {
        var talker = new Talker(clock, 1, number -> new byte[0]);
        talker.commands = bytes -> talker.answer("Failure: Communications timeout$$$".getBytes(US_ASCII));
        Found found = probed(talker);
        assertThat(found.protocol()).isEqualTo("cyton");
        assertThat(found.said()).contains("Communications timeout");
    }

    private Found sending(double rateHz, IntFunction<byte[]> frame) {
        var talker = new Talker(clock, rateHz, frame);
        talker.commands = bytes -> {
            throw new AssertionError("a board that sends is asked nothing");
        };
        talker.start();
        return probed(talker);
    }

    @Test
    void aBoardThatSendsIsKnownByItsFramesAndNotAsked() {
        assertThat(sending(1000, i -> new byte[] {(byte) 0x84, 0x05}).protocol())
                .isEqualTo("spikershield");
        Found chords = sending(
                250,
                i -> HexFormat.of()
                        .parseHex(String.format(Locale.ROOT, "C77C%02X020003FF0000012C012B000701", i & 0xFF)));
        assertThat(chords.options()).isEqualTo("protocol=chords");
        Found bitalino = sending(1000, SerialProbeTest::bitalino);
        assertThat(bitalino).isEqualTo(new Found("bitalino", 115_200, 0.95, "it sends its frames"));
    }

    /** One channel at 512, digital pins 1100, check sum by the polynomial; the sixth is DOMAIN.md 3.5's vector. */
    private static byte[] bitalino(int number) {
        byte[] frame = {0, (byte) 0xC8, (byte) (number << 4)};
        int remainder = 0;
        for (byte part : frame) {
            for (int bit = 7; bit >= 0; bit--) {
                remainder = remainder << 1 | (part >> bit & 1);
                remainder = (remainder & 0x10) != 0 ? remainder ^ 0x13 : remainder;
            }
        }
        frame[2] |= (byte) remainder;
        return frame;
    }

    @Test
    void noiseIsNoBoard() {
        var random = new SplittableRandom(5);
        Found found = sending(100, i -> {
            byte[] noise = new byte[100];
            random.nextBytes(noise);
            return noise;
        });
        assertThat(found.protocol()).isEmpty();
        assertThat(found.options()).isEmpty();
    }

    @Test
    void whatIsFoundGoesIntoTheUri() {
        assertThat(new Found("chords", 230_400, 0.95, "UNO-R4").options()).isEqualTo("protocol=chords&board=uno-r4");
        assertThat(new Found("arduino", 9600, 0.5, "").options()).isEqualTo("protocol=arduino&baud=9600");
        assertThat(new Found("arduino", 115_200, 0.5, "").options()).isEqualTo("protocol=arduino");
        assertThat(new Found("cyton", 115_200, 0.8, "").options()).isEqualTo("protocol=cyton");
    }

    @Test
    void aBoardThatAnswersSomethingElseIsNotSaidToBeSilent() {
        assertThat(found(line -> "what?\r\n").said()).isEqualTo("it sends something that no known board sends");
    }
}
