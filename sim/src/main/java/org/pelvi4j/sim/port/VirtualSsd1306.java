package org.pelvi4j.sim.port;

import java.util.Arrays;
import java.util.Locale;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/**
 * An OLED panel with an SSD1306 on I2C: its memory, its commands, and what can be seen of them. A command that the chip
 * does not have, or data for a wrong window, is refused. Source: SSD1306 data sheet, chapters 8 to 10. Confined to one
 * thread, but for {@link #text()}.
 */
public final class VirtualSsd1306 implements I2cChip {
    private static final int WIDTH = 128;
    private static final int PAGES = 8;
    private static final int LIT = 0xD8F0FF;
    private static final int DARK = 0x101418;

    private final int height;
    private final byte[] memory = new byte[WIDTH * PAGES];
    private final int[] arguments = new int[6];
    private int command = -1;
    private int wanted;
    private int got;
    private int mode = 2;
    private int firstColumn;
    private int lastColumn = WIDTH - 1;
    private int firstPage;
    private int lastPage = PAGES - 1;
    private int column;
    private int page;
    private int contrast = 0x7F;
    private int startLine;
    private int offset;
    private int lines = 64;
    private boolean mirrored = true;
    private boolean flipped = true;
    private boolean inverse;
    private boolean allOn;
    private boolean pumped;
    private boolean on;
    private long bytes;

    /**
     * Creates a dark panel; real memory holds noise at power-on, and so does this one.
     *
     * @param height 64 or 32 rows
     */
    public VirtualSsd1306(int height) {
        if (height != 64 && height != 32) {
            throw new IllegalArgumentException("height: expected 64 or 32 but was " + height);
        }
        this.height = height;
        for (int i = 0; i < memory.length; i++) {
            memory[i] = (byte) (i * 31 ^ i >> 3);
        }
    }

    /**
     * Tells whether anything can shine: it is on and its charge pump gives the panel's voltage.
     *
     * @return false while it is dark
     */
    public boolean shines() {
        return on && pumped;
    }

    /**
     * Tells how bright it is.
     *
     * @return 0 to 255
     */
    public int contrast() {
        return contrast;
    }

    /**
     * Counts what has come over the bus.
     *
     * @return bytes, without addresses
     */
    public long bytes() {
        return bytes;
    }

    @Override
    public synchronized void write(byte[] transfer) {
        bytes += transfer.length;
        int at = 0;
        while (at < transfer.length) {
            int control = transfer[at++] & 0xFF;
            boolean single = (control & 0x80) != 0;
            if ((control & 0x3F) != 0) {
                throw refused("control byte", "00, 40, 80 or C0", control);
            }
            boolean data = (control & 0x40) != 0;
            int until = single ? Math.min(at + 1, transfer.length) : transfer.length;
            for (; at < until; at++) {
                if (data) {
                    data(transfer[at]);
                } else {
                    command(transfer[at] & 0xFF);
                }
            }
        }
    }

    private static IllegalStateException refused(String what, String expected, int was) {
        return new IllegalStateException(
                "ssd1306: " + what + ": expected " + expected + " but was " + String.format(Locale.ROOT, "%02X", was));
    }

    private void data(byte value) {
        if (command >= 0) {
            throw refused("data", (wanted - got) + " more arguments of a command first", value & 0xFF);
        }
        memory[page * WIDTH + column] = value;
        column++;
        if (mode == 2) {
            column %= WIDTH;
        } else if (column > lastColumn) {
            column = firstColumn;
            page = page == lastPage ? firstPage : page + 1;
        }
    }

    private void command(int value) {
        if (command < 0) {
            command = value;
            wanted = argumentsOf(value);
            got = 0;
        } else {
            arguments[got++] = value;
        }
        if (got == wanted) {
            int complete = command;
            command = -1;
            obey(complete);
        }
    }

    private static int argumentsOf(int command) {
        return switch (command) {
            case 0x20, 0x81, 0x8D, 0xA8, 0xD3, 0xD5, 0xD9, 0xDA, 0xDB -> 1;
            case 0x21, 0x22, 0xA3 -> 2;
            case 0x29, 0x2A -> 5;
            case 0x26, 0x27 -> 6;
            default -> {
                boolean known = command < 0x20
                        || command == 0x2E
                        || (command >= 0x40 && command <= 0x7F)
                        || (command >= 0xA0 && command <= 0xA7 && command != 0xA2)
                        || (command >= 0xAE && command <= 0xB7)
                        || (command >= 0xC0 && command <= 0xC8)
                        || command == 0xE3;
                if (!known) {
                    throw refused("command", "one of the data sheet's chapter 9", command);
                }
                yield 0;
            }
        };
    }

    private void obey(int complete) {
        int first = arguments[0];
        switch (complete) {
            case 0x20 -> mode = first & 3;
            case 0x21 -> window(0x7F);
            case 0x22 -> window(0x07);
            case 0x81 -> contrast = first;
            case 0x8D -> pumped = (first & 0x14) == 0x14;
            case 0xA8 -> lines = (first & 0x3F) + 1;
            case 0xD3 -> offset = first & 0x3F;
            case 0xA0, 0xA1 -> mirrored = complete == 0xA0;
            case 0xA4, 0xA5 -> allOn = complete == 0xA5;
            case 0xA6, 0xA7 -> inverse = complete == 0xA7;
            case 0xAE, 0xAF -> on = complete == 0xAF;
            default -> obeyRange(complete);
        }
    }

    private void obeyRange(int complete) {
        if (complete < 0x10) {
            column = (column & 0x70) | complete;
        } else if (complete < 0x20) {
            column = ((complete & 0x07) << 4) | (column & 0x0F);
        } else if (complete >= 0x40 && complete <= 0x7F) {
            startLine = complete & 0x3F;
        } else if (complete >= 0xB0 && complete <= 0xB7) {
            page = complete & 7;
        } else if (complete >= 0xC0 && complete <= 0xC8) {
            flipped = complete < 0xC8;
        }
    }

    private void window(int mask) {
        int from = arguments[0] & mask;
        int until = arguments[1] & mask;
        if (from > until) {
            throw refused("window", "an end not before " + from, until);
        }
        if (mask == 0x07) {
            firstPage = from;
            lastPage = until;
            page = from;
        } else {
            firstColumn = from;
            lastColumn = until;
            column = from;
        }
    }

    @Override
    public void read(byte[] into) throws BusException {
        if (into.length != 1) {
            throw new BusException(Kind.NO_ANSWER, "ssd1306: only its status byte can be read");
        }
        into[0] = (byte) (on ? 0 : 0x40);
    }

    /**
     * Tells what can be seen at a place of the panel, the right way up when segments and rows are remapped as usual.
     *
     * @param x from the left, 0 to 127
     * @param y from the top
     * @return whether the pixel shines
     */
    public boolean lit(int x, int y) {
        if (!shines() || y >= lines) {
            return false;
        }
        int ramColumn = mirrored ? WIDTH - 1 - x : x;
        int row = flipped ? lines - 1 - y : y;
        int ramRow = (row + startLine + offset) % 64;
        boolean set = (memory[ramRow / 8 * WIDTH + ramColumn] >> (ramRow % 8) & 1) == 1;
        return allOn || set != inverse;
    }

    /**
     * Draws the panel.
     *
     * @return a PNG file, four pixels a dot
     */
    public synchronized byte[] png() {
        var picture = new Png(WIDTH, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.set(x, y, lit(x, y) ? LIT : DARK);
            }
        }
        return picture.file(4);
    }

    /** A line of {@code #} and {@code .} per row of the panel. */
    @Override
    public synchronized String text() {
        var text = new StringBuilder();
        char[] row = new char[WIDTH];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, '.');
            for (int x = 0; x < WIDTH; x++) {
                if (lit(x, y)) {
                    row[x] = '#';
                }
            }
            text.append(row).append('\n');
        }
        return text.toString();
    }
}
