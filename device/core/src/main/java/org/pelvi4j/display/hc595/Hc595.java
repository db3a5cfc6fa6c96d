package org.pelvi4j.display.hc595;

import java.util.Arrays;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.draw.Leds;
import org.pelvi4j.display.draw.Light;
import org.pelvi4j.feedback.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * LEDs on one or two 74HC595 in a chain, chip select as the latch; sent when it changes. The first LED, the end of rest, is
 * QA of the chip nearest to the bus. Sources: SCREENS 7; DOMAIN 3.17. Confined to one thread.
 */
public final class Hc595 implements Display {
    private static final Logger LOG = LoggerFactory.getLogger(Hc595.class);

    /** Clock rate that any of them takes. Source: DOMAIN 3.17. */
    public static final int HERTZ = 1_000_000;

    /** SPI mode. Source: the same. */
    public static final int MODE = 0;

    private static final int PER_CHIP = 8;

    private final SpiDevice wire;
    private final Leds leds;
    private final int chips;
    private byte[] shown = new byte[0];

    private Hc595(SpiDevice wire, int count) {
        this.wire = wire;
        this.leds = new Leds(count);
        this.chips = (count + PER_CHIP - 1) / PER_CHIP;
    }

    /**
     * Creates a row.
     *
     * @param wire its select line at {@link #HERTZ} and {@link #MODE}, closed with it
     * @param count how many LEDs, 5 to 16
     * @return the row
     */
    public static Hc595 on(SpiDevice wire, int count) {
        return new Hc595(wire, count);
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        send(leds.draw(picture.seenAt(nowNanos), nowNanos));
    }

    private void send(Light[] lights) throws BusException {
        byte[] bytes = new byte[chips];
        for (int i = 0; i < lights.length; i++) {
            if (lights[i] != Light.OFF) {
                int chip = chips - 1 - i / PER_CHIP; // the first byte sent ends in the furthest chip
                bytes[chip] |= (byte) (1 << (i % PER_CHIP));
            }
        }
        if (!Arrays.equals(bytes, shown)) {
            shown = new byte[0]; // until it has arrived
            wire.transfer(bytes, new byte[chips]);
            shown = bytes;
        }
    }

    /** Source: SCREENS 6. */
    @Override
    public double refreshHz() {
        return 20;
    }

    @Override
    public void close() {
        if (shown.length > 0) {
            shown = new byte[0];
            try {
                wire.transfer(new byte[chips], new byte[chips]);
            } catch (BusException gone) {
                LOG.debug("hc595: it was gone before it was darkened", gone);
            }
        }
        wire.close();
    }
}
