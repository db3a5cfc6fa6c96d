package org.pelvi4j.display.hd44780;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.feedback.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A character display of 16x2 or 20x4 behind a PCF8574; only changed cells and characters are sent, each stretch in one
 * transfer. Sources: DOMAIN 3.17; HD44780 data sheet, figure 24 (4-bit start). Confined to one thread.
 */
public final class Hd44780 implements Display {
    private static final Logger LOG = LoggerFactory.getLogger(Hd44780.class);

    /** PCF8574 pins. Source: DOMAIN 3.17. */
    private static final int REGISTER_SELECT = 0x01;

    private static final int ENABLE = 0x04;
    private static final int BACKLIGHT = 0x08;

    private static final int SET_GLYPH = 0x40;
    private static final int SET_CELL = 0x80;
    private static final int FUNCTION_4_BIT_2_LINES = 0x28;
    private static final int ON_WITHOUT_CURSOR = 0x0C;
    private static final int OFF = 0x08;
    private static final int CLEAR = 0x01;
    private static final int MOVE_RIGHT = 0x06;

    /** A display that nothing is sent to is asked so often whether it is still there: one that lost its power shows nothing. */
    private static final long SILENT_NANOS = 1_000_000_000L;

    private final I2cDevice wire;
    private final Ports time;
    private final Face face;
    private final Words words;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable Sheet shown;
    private long sentNanos;
    private boolean sent;

    private Hd44780(I2cDevice wire, Ports time, Face face, Words words) {
        this.wire = wire;
        this.time = time;
        this.face = face;
        this.words = words;
    }

    /**
     * Creates a display; it is woken by the first picture.
     *
     * @param wire its address on the bus, closed with it
     * @param time who lets the pauses of its start pass
     * @param size {@code 16x2} or {@code 20x4}
     * @param words in which language
     * @return the display
     */
    public static Hd44780 on(I2cDevice wire, Ports time, String size, Words words) {
        return switch (size) {
            case "16x2" -> new Hd44780(wire, time, new Face16(), words);
            case "20x4" -> new Hd44780(wire, time, new Face20(), words);
            default -> throw new IllegalArgumentException("size: expected 16x2 or 20x4 but was " + size);
        };
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        Sheet before = shown;
        sent = false;
        shown = null; // until all of it has arrived
        if (before == null) {
            wake();
            before = face.sheet(); // blank, as after CLEAR
        }
        Sheet sheet = face.sheet();
        face.draw(sheet, picture.seenAt(nowNanos), words);
        glyphs(before, sheet);
        for (int row = 0; row < sheet.rows(); row++) {
            cells(before, sheet, row);
        }
        if (!sent && nowNanos - sentNanos >= SILENT_NANOS) {
            out.write(BACKLIGHT);
            flush();
        }
        sentNanos = sent ? nowNanos : sentNanos;
        shown = sheet;
    }

    /** Source: DOMAIN 3.17, power-up. */
    private void wake() throws BusException {
        time.pause(50_000_000);
        nibble(3, 0);
        flush();
        time.pause(4_500_000);
        nibble(3, 0);
        flush();
        time.pause(4_500_000);
        nibble(3, 0);
        flush();
        time.pause(150_000);
        nibble(2, 0);
        instruct(FUNCTION_4_BIT_2_LINES);
        instruct(ON_WITHOUT_CURSOR);
        instruct(CLEAR);
        flush();
        time.pause(2_000_000);
        instruct(MOVE_RIGHT);
        flush();
    }

    private void glyphs(Sheet before, Sheet after) throws BusException {
        for (int i = 0; i < Sheet.GLYPHS; i++) {
            if (!Arrays.equals(before.glyph(i), after.glyph(i))) {
                instruct(SET_GLYPH | i * Sheet.GLYPH_ROWS);
                for (byte row : after.glyph(i)) {
                    data(row);
                }
                flush();
            }
        }
    }

    /** Each stretch of changed cells begins with its address, which is also due after a character was defined. */
    private void cells(Sheet before, Sheet after, int row) throws BusException {
        boolean running = false;
        for (int column = 0; column < after.columns(); column++) {
            boolean changed = before.cell(row, column) != after.cell(row, column);
            if (changed && !running) {
                instruct(SET_CELL | (face.address(row) + column));
            }
            if (changed) {
                data(after.cell(row, column));
            }
            running = changed;
        }
        flush();
    }

    private void instruct(int code) {
        nibble(code >> 4, 0);
        nibble(code & 0x0F, 0);
    }

    private void data(byte code) {
        nibble(code >> 4 & 0x0F, REGISTER_SELECT);
        nibble(code & 0x0F, REGISTER_SELECT);
    }

    /** Data first, then the enable pulse: the controller reads at its falling edge. */
    private void nibble(int bits, int select) {
        int lines = bits << 4 | BACKLIGHT | select;
        out.write(lines);
        out.write(lines | ENABLE);
        out.write(lines);
    }

    private void flush() throws BusException {
        if (out.size() > 0) {
            byte[] bytes = out.toByteArray();
            out.reset();
            sent = true;
            wire.write(bytes);
        }
    }

    /** 10 a second: the glass is slower than more. Source: SCREENS 6. */
    @Override
    public double refreshHz() {
        return 10;
    }

    /** Blanks the display, its light off, and gives the wire back. */
    @Override
    public void close() {
        if (shown != null) {
            shown = null;
            try {
                instruct(OFF);
                out.write(0);
                flush();
            } catch (BusException gone) {
                LOG.debug("hd44780: it was gone before it was blanked", gone);
            }
        }
        wire.close();
    }
}
