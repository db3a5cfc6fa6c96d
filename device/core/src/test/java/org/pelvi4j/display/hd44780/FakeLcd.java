package org.pelvi4j.display.hd44780;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.display.Png;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.display.draw.Font;

/** The controller behind a PCF8574, strict: it reads a nibble when enable falls, and nibbles in pairs after its start. */
public final class FakeLcd implements I2cDevice {
    private final int columns;
    private final int rows;
    private final byte[] cells = new byte[0x80];
    private final byte[] glyphs = new byte[64];
    private final List<Integer> start = new ArrayList<>();
    final List<String> writes = new ArrayList<>();
    private int lines;
    private int high = -1;
    private int address;
    private boolean glyph;
    boolean on;
    boolean gone;

    public FakeLcd(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public void write(byte[] bytes) throws BusException {
        if (gone) {
            throw new BusException(BusException.Kind.NO_ANSWER, "lcd: gone");
        }
        writes.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (byte next : bytes) {
            boolean falls = (lines & 4) != 0 && (next & 4) == 0;
            if (falls && (lines & 0xFB) != (next & 0xFF)) {
                throw new AssertionError("lines change while enable falls");
            }
            if (falls) {
                nibble(next >> 4 & 0x0F, (next & 1) != 0);
            }
            lines = next & 0xFF;
        }
    }

    private void nibble(int bits, boolean data) {
        if (start.size() < 4) {
            start.add(bits);
            if (start.size() == 4 && !start.equals(List.of(3, 3, 3, 2))) {
                throw new AssertionError("started with " + start);
            }
        } else if (high < 0) {
            high = bits;
        } else {
            int code = high << 4 | bits;
            high = -1;
            if (data) {
                store(code);
            } else {
                instruct(code);
            }
        }
    }

    private void instruct(int code) {
        if ((code & 0x80) != 0) {
            address = code & 0x7F;
            glyph = false;
        } else if ((code & 0x40) != 0) {
            address = code & 0x3F;
            glyph = true;
        } else if (code == 1) {
            java.util.Arrays.fill(cells, (byte) ' ');
            glyph = false;
        } else if ((code & 0xF8) == 8) {
            on = (code & 4) != 0;
        } else if (code != 0x28 && code != 0x06) {
            throw new AssertionError("instruction " + Integer.toHexString(code));
        }
    }

    private void store(int code) {
        if (glyph) {
            glyphs[address++] = (byte) code;
        } else {
            cells[address++] = (byte) code;
        }
    }

    private int cell(int row, int column) {
        int[] begin = rows == 2 ? new int[] {0, 0x40} : new int[] {0, 0x40, 0x14, 0x54};
        return cells[begin[row] + column];
    }

    /** What stands on it; own characters by the stand-ins given, the shape by its dots. */
    String text(String standIns) {
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append('|');
            for (int column = 0; column < columns; column++) {
                int code = cell(row, column);
                text.append(code >= 8 ? (char) code : code == 0 ? shape() : standIns.charAt(code - 1));
            }
            text.append("|\n");
        }
        return text.toString();
    }

    private char shape() {
        return switch (glyph(0)) {
            case "00040A0A111F0000" -> '△';
            case "001F110A0A040000" -> '▽';
            case "001F1111111F0000" -> '□';
            case "001F1F1F1F1F0000" -> '■';
            case "000E1111110E0000" -> '○';
            case "000E1F1F1F0E0000" -> '●';
            case "001B1B1B1B1B0000" -> '‖';
            case "00110A040A110000" -> '✕';
            case "00040E0E1F1F0000" -> '▲';
            default -> '?';
        };
    }

    String glyph(int number) {
        return HexFormat.of().withUpperCase().formatHex(glyphs, number * 8, number * 8 + 8);
    }

    void png(String name) throws IOException {
        Bits bits = bits();
        Png.write(name, bits.width(), bits.height(), bits::get);
    }

    /** Which of its dots are lit, with a free column and row round each character. */
    public Png.Dots dots() {
        return bits()::get;
    }

    private Bits bits() {
        var bits = new Bits(columns * 6 + 1, rows * 9 + 1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int code = cell(row, column);
                if (code >= 8) {
                    Font.write(bits, column * 6 + 1, row * 9 + 1, String.valueOf((char) code));
                } else {
                    dots(bits, column * 6 + 1, row * 9 + 1, code);
                }
            }
        }
        return bits;
    }

    private void dots(Bits bits, int left, int top, int code) {
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 5; x++) {
                if ((glyphs[code * 8 + y] >> (4 - x) & 1) != 0) {
                    bits.set(left + x, top + y);
                }
            }
        }
    }

    @Override
    public void read(byte[] into) {
        throw new AssertionError("a display reads nothing");
    }

    @Override
    public void close() {}
}
