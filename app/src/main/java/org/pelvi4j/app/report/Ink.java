package org.pelvi4j.app.report;

import org.pelvi4j.display.terminal.TerminalLook;

/** Colour in lines of text. It only repeats what the characters say. Source of the colours: SCREENS 9. Immutable. */
public final class Ink {
    /** No colour, no bold: not a terminal. */
    public static final Ink NONE = new Ink("", "", "", "");

    private final String held;
    private final String letGo;
    private final String bold;
    private final String off;

    private Ink(String held, String letGo, String bold, String off) {
        this.held = held;
        this.letGo = letGo;
        this.bold = bold;
        this.off = off;
    }

    /**
     * The ink of a terminal.
     *
     * @param colours what it can show
     * @return the ink; bold stays where there is no colour
     */
    public static Ink of(TerminalLook.Colours colours) {
        return switch (colours) {
            case NONE -> new Ink("", "", "\u001b[1m", "\u001b[0m");
            case SIXTEEN -> new Ink("\u001b[33m", "\u001b[36m", "\u001b[1m", "\u001b[0m");
            case MANY -> new Ink("\u001b[38;5;221m", "\u001b[38;5;81m", "\u001b[1m", "\u001b[0m");
        };
    }

    /**
     * What belongs to holding.
     *
     * @param text the text
     * @return the text in its colour
     */
    public String held(String text) {
        return held.isEmpty() || text.isBlank() ? text : held + text + off;
    }

    /**
     * What belongs to letting go.
     *
     * @param text the text
     * @return the text in its colour
     */
    public String letGo(String text) {
        return letGo.isEmpty() || text.isBlank() ? text : letGo + text + off;
    }

    /**
     * A heading.
     *
     * @param text the text
     * @return the text in bold
     */
    public String strong(String text) {
        return bold.isEmpty() ? text : bold + text + off;
    }
}
