package org.pelvi4j.sim.port;

import java.util.Arrays;
import org.pelvi4j.time.Clock;

/**
 * A character display with an HD44780 behind a PCF8574 on I2C. Instructions that come too early, and lines that are not
 * ready for it, are refused. Source: HD44780U data sheet, table 6 and figure 24; PCF8574 pins: DOMAIN 3.17. Confined to
 * one thread, but for {@link #text()}.
 */
public final class VirtualHd44780 implements I2cChip {
    private static final int REGISTER_SELECT = 0x01;
    private static final int READ = 0x02;
    private static final int ENABLE = 0x04;
    private static final int BACKLIGHT = 0x08;

    /** A byte on the bus takes 9 clocks; 400 kHz is the fastest that the PCF8574's boards are driven. */
    private static final long BYTE_NANOS = 22_500;

    private static final long USUAL_NANOS = 37_000;
    private static final long CLEAR_NANOS = 1_520_000;
    private static final long FIRST_NANOS = 4_100_000;
    private static final long SECOND_NANOS = 100_000;
    private static final int[] ROWS = {0x00, 0x40, 0x14, 0x54};
    private static final int MEMORY = 0x80;

    /** Of a character and the gap behind it, in dots. Source: HD44780U data sheet, 5 x 8 dots. */
    private static final int WIDTH = 6;

    private static final int HEIGHT = 9;

    /** Colours of a usual module, 0xRRGGBB: a dark dot and a bright one before its light. */
    private static final int DARK = 0x193278;

    private static final int LIT = 0xEBF5FF;

    private final int columns;
    private final int rows;
    private final Clock clock;
    private final char[] cells = new char[MEMORY];
    private final byte[] glyphs = new byte[64];
    private int port = 0xFF;
    private boolean fourBit;
    private int resets;
    private int half = -1;
    private int address;
    private boolean glyphAddress;
    private boolean on;
    private long busNanos;
    private long lastNanos;
    private long busyUntilNanos;

    /**
     * Creates a display that has just got power.
     *
     * @param columns 16 or 20
     * @param rows 2 or 4
     * @param clock for what must be waited for
     */
    public VirtualHd44780(int columns, int rows, Clock clock) {
        this.columns = columns;
        this.rows = rows;
        this.clock = clock;
        this.lastNanos = clock.nowNanos();
        this.busyUntilNanos = lastNanos;
        Arrays.fill(cells, ' ');
    }

    @Override
    public synchronized void write(byte[] bytes) {
        for (byte b : bytes) {
            pass();
            int next = b & 0xFF;
            boolean falls = (port & ENABLE) != 0 && (next & ENABLE) == 0;
            int was = port;
            port = next;
            if (falls) {
                nibble(was);
            }
        }
    }

    /** Time on the bus counts as well as the clock. */
    private void pass() {
        long now = clock.nowNanos();
        busNanos = now - lastNanos > busNanos ? 0 : busNanos - (now - lastNanos);
        lastNanos = now;
        busNanos += BYTE_NANOS;
    }

    private void nibble(int pins) {
        if ((pins & READ) != 0) {
            return;
        }
        boolean data = (pins & REGISTER_SELECT) != 0;
        int four = pins >> 4;
        boolean secondHalf = half >= 0;
        if (!secondHalf) {
            notTooEarly();
        }
        if (!fourBit) {
            start(four, data);
        } else if (secondHalf) {
            int value = half << 4 | four;
            half = -1;
            if (data) {
                store(value);
            } else {
                instruct(value);
            }
        } else {
            half = four;
        }
    }

    private void notTooEarly() {
        long left = busyUntilNanos - (lastNanos + busNanos);
        if (left > 0) {
            throw new IllegalStateException(
                    "hd44780: expected " + left / 1000 + " us more before this instruction: the last one still runs");
        }
    }

    private void busy(long nanos) {
        busyUntilNanos = lastNanos + busNanos + nanos;
    }

    private void start(int four, boolean data) {
        if (data || (four != 3 && four != 2)) {
            throw new IllegalStateException("hd44780: expected the start sequence 3 3 3 2 but was "
                    + Integer.toHexString(four) + (data ? " as data" : ""));
        }
        if (four == 2) {
            if (resets < 3) {
                throw new IllegalStateException(
                        "hd44780: expected 3 three times before 2 but was " + resets + " times");
            }
            fourBit = true;
            busy(USUAL_NANOS);
            return;
        }
        resets++;
        busy(resets == 1 ? FIRST_NANOS : SECOND_NANOS);
    }

    private void store(int value) {
        if (glyphAddress) {
            glyphs[address & 0x3F] = (byte) (value & 0x1F);
        } else {
            cells[address & (MEMORY - 1)] = (char) value;
        }
        forward();
        busy(USUAL_NANOS);
    }

    private void forward() {
        address++;
        if (!glyphAddress && address == 0x28) {
            address = 0x40;
        } else if (!glyphAddress && address == 0x68) {
            address = 0;
        }
    }

    private void instruct(int value) {
        busy(value <= 3 ? CLEAR_NANOS : USUAL_NANOS);
        if (value >= 0x80) {
            address = value & 0x7F;
            glyphAddress = false;
        } else if (value >= 0x40) {
            address = value & 0x3F;
            glyphAddress = true;
        } else if (value >= 0x20) {
            // Whoever begins anew without switching it off tells it 8 bits again by the first two 3.
            fourBit = (value & 0x10) == 0;
        } else if (value >= 0x08 && value < 0x10) {
            on = (value & 4) != 0;
        } else if (value == 1) {
            Arrays.fill(cells, ' ');
            address = 0;
            glyphAddress = false;
        } else if (value == 2 || value == 3) {
            address = 0;
            glyphAddress = false;
        } else if (value != 0x06) {
            throw new IllegalStateException(
                    "hd44780: expected an instruction that moves right and shifts nothing but was "
                            + Integer.toHexString(value));
        }
    }

    @Override
    public void read(byte[] into) {
        Arrays.fill(into, (byte) port);
    }

    /**
     * Tells whether the light behind it is on.
     *
     * @return its pin
     */
    public boolean backlight() {
        return (port & BACKLIGHT) != 0;
    }

    /**
     * Looks at an own character.
     *
     * @param index 0 to 7
     * @return its eight rows of five dots, as {@code #} and {@code .}, separated by line feeds
     */
    public String glyph(int index) {
        var text = new StringBuilder();
        for (int row = 0; row < 8; row++) {
            for (int dot = 4; dot >= 0; dot--) {
                text.append((glyphs[index * 8 + row] >> dot & 1) == 1 ? '#' : '.');
            }
            text.append(row < 7 ? "\n" : "");
        }
        return text.toString();
    }

    /**
     * Tells whether a dot shines.
     *
     * @param x from the left, six to a character, the last of them the gap behind it
     * @param y from the top, nine to a row, the last of them the gap below it
     * @return whether it does
     */
    public boolean lit(int x, int y) {
        int column = x % WIDTH;
        int row = y % HEIGHT;
        if (!on || column == WIDTH - 1 || row == HEIGHT - 1) {
            return false;
        }
        char cell = cells[ROWS[y / HEIGHT] + x / WIDTH];
        return cell < 16
                ? (glyphs[(cell & 7) * 8 + row] >> (WIDTH - 2 - column) & 1) == 1
                : CharacterRom.dot(cell, column, row);
    }

    /**
     * Draws the glass.
     *
     * @return a PNG file, four pixels a dot, with a margin of a dot
     */
    public synchronized byte[] png() {
        var picture = new Png(columns * WIDTH + 1, rows * HEIGHT + 1);
        for (int y = 0; y <= rows * HEIGHT; y++) {
            for (int x = 0; x <= columns * WIDTH; x++) {
                boolean margin = x == 0 || y == 0;
                picture.set(x, y, !margin && lit(x - 1, y - 1) ? LIT : DARK);
            }
        }
        return picture.file(4);
    }

    /** A line per row; own characters 0 to 7 are shown as circled digits; blank while it is off. */
    @Override
    public synchronized String text() {
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                char cell = on ? cells[ROWS[row] + column] : ' ';
                text.append(cell < 16 ? (char) ((cell & 7) == 0 ? '\u24ea' : '\u2460' + (cell & 7) - 1) : cell);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
