package org.pelvi4j.display.ws2812;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.display.FakePorts;
import org.pelvi4j.display.Pictures;

/** A strip of WS2812. */
class Ws2812Test {
    private final FakePorts ports = new FakePorts();

    private Ws2812 strip() {
        return Ws2812.on(ports.openSpi(new SpiAddress(0, 0), Ws2812.HERTZ, Ws2812.MODE), 8);
    }

    /** Reads the wire back as a strip does: 110 is 1, 100 is 0, red, green, blue of each LED. */
    private static List<String> read(byte[] sent) {
        var bits = new StringBuilder();
        for (byte next : sent) {
            bits.append(
                    String.format("%8s", Integer.toBinaryString(next & 0xFF)).replace(' ', '0'));
        }
        var colours = new ArrayList<String>();
        for (int led = 0; led < 8; led++) {
            int[] channels = new int[3];
            for (int i = 0; i < 24; i++) {
                String triple = bits.substring(led * 72 + i * 3, led * 72 + i * 3 + 3);
                assertThat(triple).isIn("110", "100");
                channels[i / 8] = channels[i / 8] << 1 | (triple.equals("110") ? 1 : 0);
            }
            colours.add(channels[1] + "," + channels[0] + "," + channels[2]);
        }
        assertThat(bits.substring(8 * 72)).hasSize(720).doesNotContain("1");
        return colours;
    }

    /** Source: DOMAIN 3.17. */
    @Test
    void aByteIsThreeBytesOnTheWire() {
        assertThat(Ws2812.spread(0x00)).isEqualTo(0x924924);
        assertThat(Ws2812.spread(0xFF)).isEqualTo(0xDB6DB6);
    }

    @Test
    void theGoalIsAmberTheLevelWhite() throws BusException {
        strip().show(Pictures.hold(62).picture(), 0);
        assertThat(read(ports.spi.get(0)))
                .containsExactly("18,18,18", "18,18,18", "18,18,18", "64,32,0", "18,18,18", "0,0,0", "0,0,0", "0,0,0");
    }

    @Test
    void homeIsBlueAndAFaultRed() throws BusException {
        Ws2812 strip = strip();
        strip.show(Pictures.rest(3).picture(), 0);
        assertThat(read(ports.spi.get(0))).startsWith("0,24,64", "0,0,0");
        strip.show(Pictures.noSignal().picture(), 0);
        assertThat(read(ports.spi.get(1))).startsWith("64,0,0", "0,0,0", "64,0,0");
        strip.close();
        assertThat(read(ports.spi.get(2))).containsOnly("0,0,0");
    }
}
