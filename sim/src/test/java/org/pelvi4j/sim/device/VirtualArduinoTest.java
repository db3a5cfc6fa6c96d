package org.pelvi4j.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

class VirtualArduinoTest {
    private static final SensorInfo TWO = new SensorInfo(
            "two",
            100,
            List.of(
                    new Channel(Role.PFM, Signal.PRESSURE, 0, 25_000, 1),
                    new Channel(Role.ABDOMINAL, Signal.EMG, -1000, 1000, 0.1)));
    private final Signals.Heard heard = new Signals.Heard();

    @Test
    void linesCarryNamesAndEndWithCarriageReturnAndLineFeed() {
        var board = new VirtualArduino(TWO, true, 2);
        board.measure(new double[] {1234.567, -0.004}, heard);
        assertThat(new String(heard.frames.get(0), StandardCharsets.US_ASCII)).isEqualTo("press:1234.57,abd:-0.00\r\n");
        assertThat(heard.carried.get(0)).containsExactly(1234.57, -0.0);
    }

    @Test
    void plainNumbersHaveNoNames() {
        var board = new VirtualArduino(TWO, false, 0);
        board.measure(new double[] {99_999, 12.6}, heard);
        assertThat(new String(heard.frames.get(0), StandardCharsets.US_ASCII)).isEqualTo("25000,13\r\n");
    }

    @Test
    void openingThePortResetsItAndItStreamsWithoutACommand() {
        var board = new VirtualArduino(TWO, true, 2);
        board.powerOn(heard);
        assertThat(board.streaming()).isFalse();
        board.opened(heard);
        assertThat(board.streaming()).isTrue();
        assertThat(heard.takeText()).endsWith("\r\n");
    }
}
