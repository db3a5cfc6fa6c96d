package org.pelvi4j.frame;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Gathers what a device prints between its frames into lines; what is no text is counted. Confined to one thread. */
final class TextLines {
    /** Longest line handed on. Source: DOMAIN.md 3.3. */
    static final int LONGEST = 128;

    private final byte[] line = new byte[LONGEST];
    private final byte[] prompt;
    private int length;
    private int prompted;
    private boolean overlong;
    private long discarded;

    private TextLines(byte[] prompt) {
        this.prompt = prompt;
    }

    /** Lines that end with CR or LF only. */
    static TextLines plain() {
        return new TextLines(new byte[0]);
    }

    /** Lines that also end with a prompt, such as {@code $$$}, which stays in the line. */
    static TextLines endingAlsoWith(String prompt) {
        return new TextLines(prompt.getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes a byte that belongs to no frame; gives the line that it ends, if it ends one. */
    @Nullable
    String take(byte next) {
        if (next == '\n' || next == '\r') {
            return end();
        }
        if ((next < ' ' || next > '~') && next != '\t') {
            discarded++;
            cut();
            return null;
        }
        if (length == LONGEST) {
            overlong = true;
            discarded++;
            return null;
        }
        line[length++] = next;
        return isPrompt(next) ? end() : null;
    }

    private boolean isPrompt(byte next) {
        if (prompt.length == 0) {
            return false;
        }
        prompted = next == prompt[prompted] ? prompted + 1 : next == prompt[0] ? 1 : 0;
        return prompted == prompt.length;
    }

    private @Nullable String end() {
        if (overlong || length == 0) {
            cut();
            return null;
        }
        String text = new String(line, 0, length, StandardCharsets.US_ASCII);
        length = 0;
        prompted = 0;
        return text;
    }

    /** Gives up the unfinished line: something else than text came. */
    void cut() {
        discarded += length;
        length = 0;
        prompted = 0;
        overlong = false;
    }

    /** Counts bytes that are in no line. */
    long discarded() {
        return discarded;
    }
}
