package org.pelvi4j.display.ssd1306;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.display.Png;
import org.pelvi4j.display.draw.Bits;

/** A panel that keeps what the controller would keep: memory in horizontal mode, contrast, on or off. */
public final class FakePanel implements I2cDevice {
    private static final int WIDTH = 128;

    final List<String> writes = new ArrayList<>();
    private final byte[] memory = new byte[1024];
    private int firstPage;
    private int lastPage = 7;
    private int page;
    private int column;
    int contrast;
    boolean on;
    boolean closed;
    boolean gone;

    public FakePanel() {}

    @Override
    public void write(byte[] bytes) throws BusException {
        if (gone) {
            throw new BusException(BusException.Kind.NO_ANSWER, "panel: gone");
        }
        writes.add(HexFormat.of().withUpperCase().formatHex(bytes));
        if (bytes[0] == 0x40) {
            for (int i = 1; i < bytes.length; i++) {
                store(bytes[i]);
            }
        } else if (bytes[0] == 0x00) {
            commands(bytes);
        } else {
            throw new AssertionError("control byte " + bytes[0]);
        }
    }

    private void store(byte data) {
        memory[page * WIDTH + column] = data;
        column = (column + 1) % WIDTH;
        if (column == 0) {
            page = page == lastPage ? firstPage : page + 1;
        }
    }

    private void commands(byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) {
            int code = bytes[i] & 0xFF;
            switch (code) {
                case 0xAE -> on = false;
                case 0xAF -> on = true;
                case 0x81 -> contrast = bytes[++i] & 0xFF;
                case 0x22 -> {
                    firstPage = bytes[++i] & 7;
                    lastPage = bytes[++i] & 7;
                    page = firstPage;
                }
                case 0x21 -> {
                    column = bytes[++i];
                    if (bytes[++i] != WIDTH - 1) {
                        throw new AssertionError("columns to " + bytes[i]);
                    }
                }
                case 0xD5, 0xA8, 0xD3, 0x8D, 0x20, 0xDA, 0xD9, 0xDB -> i++;
                case 0x40, 0xA1, 0xC8, 0xA4, 0xA6, 0x2E -> {}
                default -> throw new AssertionError("command " + Integer.toHexString(code));
            }
        }
    }

    /** Which of its dots are lit. */
    public Png.Dots dots(int height) {
        return bits(height)::get;
    }

    Bits bits(int height) {
        var bits = new Bits(WIDTH, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if ((memory[y / 8 * WIDTH + x] >> (y % 8) & 1) != 0) {
                    bits.set(x, y);
                }
            }
        }
        return bits;
    }

    @Override
    public void read(byte[] into) {
        throw new AssertionError("a display reads nothing");
    }

    @Override
    public void close() {
        closed = true;
    }
}
