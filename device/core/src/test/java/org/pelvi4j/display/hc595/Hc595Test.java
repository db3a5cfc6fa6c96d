package org.pelvi4j.display.hc595;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.display.FakePorts;
import org.pelvi4j.display.Pictures;

/** LEDs behind shift registers. */
class Hc595Test {
    private final FakePorts ports = new FakePorts();

    private Hc595 row(int leds) {
        return Hc595.on(ports.openSpi(new SpiAddress(0, 0), Hc595.HERTZ, Hc595.MODE), leds);
    }

    @Test
    void theFirstLedsAreInTheNearestChipWhichIsSentLast() throws BusException {
        row(16).show(Pictures.hold(62).picture(), 0);
        assertThat(ports.spi).containsExactly(new byte[] {0b0000_0011, (byte) 0b1111_1111}); // LEDs 1 to 10
    }

    @Test
    void eightAreOneChipAndNothingIsSentTwice() throws BusException {
        Hc595 row = row(8);
        row.show(Pictures.hold(62).picture(), 0);
        row.show(Pictures.hold(62).picture(), 0);
        assertThat(ports.spi).containsExactly(new byte[] {0b0001_1111});
        row.close();
        assertThat(ports.spi.get(1)).containsExactly(0);
        assertThat(ports.opened).containsExactly("spi 0.0 1000000 mode 0", "spi closed");
    }
}
