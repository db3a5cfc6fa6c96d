package org.pelvi4j.display.ssd1306;

import java.util.Arrays;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An OLED panel with an SSD1306 on I2C; only pages that change are sent. Against wear it is dimmed after 60 s and dark
 * after 5 min without practice, and idle it shows no still picture. Sources: DOMAIN 3.17, SCREENS 6 and 8, SSD1306 data
 * sheet chapter 9. Confined to one thread.
 */
public final class Ssd1306 implements Display {
    private static final Logger LOG = LoggerFactory.getLogger(Ssd1306.class);

    private static final int WIDTH = 128;
    private static final int PAGE_ROWS = 8;

    /** Control byte before commands. Source: SSD1306 data sheet 8.1.5.2. */
    private static final int COMMANDS = 0x00;

    /** Control byte before data. Source: the same. */
    private static final int DATA = 0x40;

    private static final int CONTRAST = 0x81;

    /** While practising. Source: SCREENS 6, OLED wear. */
    private static final int BRIGHT = 0x8F;

    /** Idle for 60 s. Source: SCREENS 6, OLED wear. */
    private static final int DIM = 0x20;

    private static final int ON = 0xAF;
    private static final int OFF = 0xAE;
    private static final long DIM_AFTER_NANOS = 60_000_000_000L;
    private static final long OFF_AFTER_NANOS = 300_000_000_000L;
    private static final long WINK_EVERY_NANOS = 5_000_000_000L;
    private static final long WINK_NANOS = 200_000_000L;

    /** A panel that nothing is sent to is asked so often whether it is still there: one that lost its power shows nothing. */
    private static final long SILENT_NANOS = 1_000_000_000L;

    private final I2cDevice wire;
    private final Panel panel;
    private final Words words;
    private final Bits sheet;
    private byte[] shown = new byte[0];
    private boolean awake;
    private int light = BRIGHT;
    private boolean idle;
    private long idleNanos;
    private long sentNanos;
    private boolean sent;

    private Ssd1306(I2cDevice wire, Panel panel, Words words) {
        this.wire = wire;
        this.panel = panel;
        this.words = words;
        this.sheet = new Bits(WIDTH, panel.height());
    }

    /**
     * Creates a panel; it is woken by the first picture.
     *
     * @param wire its address on the bus, closed with it
     * @param height 64 or 32 pixels
     * @param words in which language
     * @return the panel
     */
    public static Ssd1306 on(I2cDevice wire, int height, Words words) {
        return switch (height) {
            case 64 -> new Ssd1306(wire, new Panel64(), words);
            case 32 -> new Ssd1306(wire, new Panel32(), words);
            default -> throw new IllegalArgumentException("height: expected 64 or 32 but was " + height);
        };
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        sent = false;
        if (!awake) {
            command(panel.wake());
            awake = true;
            light = 0; // unknown: the first picture sets it
            shown = new byte[0];
        }
        Picture seen = picture.seenAt(nowNanos);
        light(seen.state(), nowNanos);
        sheet.clear();
        panel.draw(sheet, seen, words);
        if (seen.state() == State.IDLE) {
            wink(nowNanos - idleNanos);
        }
        send(pages());
        if (!sent && nowNanos - sentNanos >= SILENT_NANOS) {
            command(light == OFF ? new byte[] {(byte) OFF} : new byte[] {(byte) CONTRAST, (byte) light});
        }
        sentNanos = sent ? nowNanos : sentNanos;
    }

    /** A spot that is lit for a moment, each time in another place. */
    private void wink(long idleFor) {
        if (idleFor % WINK_EVERY_NANOS < WINK_NANOS) {
            int place = (int) (idleFor / WINK_EVERY_NANOS);
            int left = place * 37 % (WIDTH - 3);
            int top = place * 23 % (panel.height() - 3);
            sheet.fill(left, top, left + 2, top + 2);
        }
    }

    private void light(State state, long nowNanos) throws BusException {
        boolean nothing = state == State.IDLE || state == State.DONE;
        if (!nothing || !idle) {
            idleNanos = nowNanos;
        }
        idle = nothing;
        long idleFor = nowNanos - idleNanos;
        int wanted = idleFor >= OFF_AFTER_NANOS ? OFF : idleFor >= DIM_AFTER_NANOS ? DIM : BRIGHT;
        if (wanted == light) {
            return;
        }
        if (wanted == OFF) {
            command(new byte[] {(byte) OFF});
        } else {
            boolean dark = light == OFF;
            command(new byte[] {(byte) CONTRAST, (byte) wanted});
            if (dark) {
                command(new byte[] {(byte) ON});
            }
        }
        light = wanted;
    }

    /** The sheet as the controller keeps it: pixel (x, y) is bit y and 7 of byte x + y / 8 * 128. Source: DOMAIN 3.17. */
    private byte[] pages() {
        byte[] pages = new byte[WIDTH * panel.height() / PAGE_ROWS];
        for (int y = 0; y < panel.height(); y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (sheet.get(x, y)) {
                    pages[y / PAGE_ROWS * WIDTH + x] |= (byte) (1 << (y % PAGE_ROWS));
                }
            }
        }
        return pages;
    }

    private void send(byte[] pages) throws BusException {
        if (shown.length == 0) {
            command(new byte[] {0x22, 0x00, (byte) 0xFF, 0x21, 0x00, 0x7F});
            data(pages, 0, pages.length);
        } else {
            for (int from = 0; from < pages.length; from += WIDTH) {
                if (!Arrays.equals(pages, from, from + WIDTH, shown, from, from + WIDTH)) {
                    byte page = (byte) (from / WIDTH);
                    command(new byte[] {0x22, page, page, 0x21, 0x00, 0x7F});
                    data(pages, from, WIDTH);
                }
            }
        }
        shown = pages;
    }

    private void command(byte[] commands) throws BusException {
        write(COMMANDS, commands, 0, commands.length);
    }

    private void data(byte[] bytes, int from, int count) throws BusException {
        write(DATA, bytes, from, count);
    }

    private void write(int control, byte[] bytes, int from, int count) throws BusException {
        byte[] out = new byte[count + 1];
        out[0] = (byte) control;
        System.arraycopy(bytes, from, out, 1, count);
        sent = true;
        try {
            wire.write(out);
        } catch (BusException gone) {
            awake = false;
            throw gone;
        }
    }

    /** 20 a second, as a bus of 100 kHz carries them. Source: SCREENS 6. */
    @Override
    public double refreshHz() {
        return 20;
    }

    /** Darkens the panel and gives the wire back. */
    @Override
    public void close() {
        if (awake) {
            awake = false;
            try {
                wire.write(new byte[] {COMMANDS, (byte) OFF});
            } catch (BusException gone) {
                LOG.debug("ssd1306: it was gone before it was darkened", gone);
            }
        }
        wire.close();
    }
}
