package org.pelvi4j.display.draw;

import java.util.ArrayList;
import java.util.List;

/** A text in lines, broken between words. Immutable. */
public final class Wrapped {
    private Wrapped() {}

    /**
     * Breaks a text.
     *
     * @param text any; words are parted by one blank
     * @param room how many characters a line has; a longer word has a line of its own
     * @return one line or more
     */
    public static List<String> lines(String text, int room) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line);
                line = word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }
}
