package org.pelvi4j.sensor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

    @Test
    void aBoardThatAnswersSomethingElseIsNotSaidToBeSilent() {
        assertThat(found(line -> "what?\r\n").said()).isEqualTo("it sends something that no known board sends");
    }
}
