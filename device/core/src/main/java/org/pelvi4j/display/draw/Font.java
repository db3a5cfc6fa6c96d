package org.pelvi4j.display.draw;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Letters of 5 by 7 pixels, six apart; what has no letter is a question mark. Source: SCREENS 8. Immutable. */
public final class Font {
    /** From one letter to the next. */
    public static final int ADVANCE = 6;

    private static final int COLUMNS = 5;
    private static final int ROWS = 8;
    private static final Map<Character, int[]> LETTERS = read();

    private Font() {}

    private static Map<Character, int[]> read() {
        var letters = new HashMap<Character, int[]>();
        try (InputStream file = Font.class.getResourceAsStream("font5x7.txt")) {
            if (file == null) {
                throw new IllegalStateException("resource: expected font5x7.txt beside Font but found none");
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.readLine(); // says what it is
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int[] columns = new int[COLUMNS];
                for (int i = 0; i < COLUMNS; i++) {
                    columns[i] = Integer.parseInt(line, 2 + 3 * i, 4 + 3 * i, 16);
                }
                letters.put(line.charAt(0), columns);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        letters.put(' ', new int[COLUMNS]);
        return letters;
    }

    /**
     * Writes text.
     *
     * @param bits where
     * @param left of its first letter
     * @param top of its letters
     * @param text what
     */
    public static void write(Bits bits, int left, int top, String text) {
        for (int i = 0; i < text.length(); i++) {
            letter(bits, left + i * ADVANCE, top, text.charAt(i), 1);
        }
    }

    /**
     * Writes text twice as large.
     *
     * @param bits where
     * @param left of its first letter
     * @param top of its letters
     * @param text what
     */
    public static void writeDoubled(Bits bits, int left, int top, String text) {
        for (int i = 0; i < text.length(); i++) {
            letter(bits, left + i * 2 * ADVANCE, top, text.charAt(i), 2);
        }
    }

    private static void letter(Bits bits, int left, int top, char letter, int scale) {
        int[] columns = LETTERS.getOrDefault(letter, LETTERS.getOrDefault('?', new int[COLUMNS]));
        for (int x = 0; x < COLUMNS; x++) {
            for (int y = 0; y < ROWS; y++) {
                if ((columns[x] >> y & 1) != 0) {
                    int right = left + x * scale;
                    int down = top + y * scale;
                    bits.fill(right, down, right + scale - 1, down + scale - 1);
                }
            }
        }
    }
}
