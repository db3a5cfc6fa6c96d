package org.pelvi4j.display.ws2812;

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
 * WS2812B LEDs on the data line of an SPI bus: three SPI bits make one bit of theirs, and silence long enough to latch is in
 * the same transfer. Sources: SCREENS 7; DOMAIN 3.17. Confined to one thread.
 */
public final class Ws2812 implements Display {
    private static final Logger LOG = LoggerFactory.getLogger(Ws2812.class);

    /** Three times 800 kHz. Source: DOMAIN 3.17. */
    public static final int HERTZ = 2_400_000;

    /** SPI mode. Source: the same. */
    public static final int MODE = 0;

    /** 24 bits of three. Source: the same. */
    private static final int BYTES_PER_LED = 9;

    /** 300 us of silence. Source: the same. */
    private static final int RESET_BYTES = 90;

    private final SpiDevice wire;
    private final Leds leds;
    private final int count;
    private byte[] shown = new byte[0];

    private Ws2812(SpiDevice wire, int count) {
        this.wire = wire;
        this.leds = new Leds(count);
        this.count = count;
    }

    /**
     * Creates a strip.
     *
     * @param wire its select line at {@link #HERTZ} and {@link #MODE}, closed with it
     * @param count how many LEDs, 5 to 16
     * @return the strip
     */
    public static Ws2812 on(SpiDevice wire, int count) {
        return new Ws2812(wire, count);
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        byte[] bytes = frame(leds.draw(picture.seenAt(nowNanos), nowNanos));
        if (!Arrays.equals(bytes, shown)) {
            shown = new byte[0]; // until it has arrived
            wire.transfer(bytes, new byte[bytes.length]);
            shown = bytes;
        }
    }

    private static byte[] frame(Light[] lights) {
        byte[] bytes = new byte[lights.length * BYTES_PER_LED + RESET_BYTES];
        for (int i = 0; i < lights.length; i++) {
            int colour = greenRedBlue(lights[i]);
            for (int part = 0; part < 3; part++) {
                int spread = spread(colour >> (16 - 8 * part) & 0xFF);
                int at = i * BYTES_PER_LED + part * 3;
                bytes[at] = (byte) (spread >> 16);
                bytes[at + 1] = (byte) (spread >> 8);
                bytes[at + 2] = (byte) spread;
            }
        }
        return bytes;
    }

    /** Three bits for each: 1 is 110, 0 is 100. */
    static int spread(int eightBits) {
        int spread = 0;
        for (int bit = 7; bit >= 0; bit--) {
            spread = spread << 3 | ((eightBits >> bit & 1) == 1 ? 0b110 : 0b100);
        }
        return spread;
    }

    /** No channel above 64, so that nothing dazzles. Source: SCREENS 7. */
    private static int greenRedBlue(Light light) {
        return switch (light) {
            case OFF -> 0;
            case LEVEL -> 18 << 16 | 18 << 8 | 18;
            case WORK -> 32 << 16 | 64 << 8;
            case HOME -> 24 << 16 | 64;
            case FAULT -> 64 << 8;
        };
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
            Light[] dark = new Light[count];
            Arrays.fill(dark, Light.OFF);
            byte[] bytes = frame(dark);
            try {
                wire.transfer(bytes, new byte[bytes.length]);
            } catch (BusException gone) {
                LOG.debug("ws2812: it was gone before it was darkened", gone);
            }
        }
        wire.close();
    }
}
