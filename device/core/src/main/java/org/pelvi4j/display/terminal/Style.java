package org.pelvi4j.display.terminal;

/** How a cell is written; the shape beside it says the same without colour. Immutable. */
enum Style {
    /** As the terminal writes by itself. */
    PLAIN("", "", ""),
    /** What must be read from afar. */
    BOLD("1", "1", "1"),
    /** Contraction. Source: SCREENS 9, colours. */
    SQUEEZE("38;5;221", "33", ""),
    /** Release. Source: SCREENS 9, colours. */
    LET_GO("38;5;81", "36", ""),
    /** No signal. Source: SCREENS 9, colours. */
    FAULT("1;38;5;210", "1;31", "1");

    private final String many;
    private final String sixteen;
    private final String none;

    Style(String many, String sixteen, String none) {
        this.many = many;
        this.sixteen = sixteen;
        this.none = none;
    }

    /** The parameters of the escape sequence that selects it; empty for the terminal's own. */
    String codes(TerminalLook.Colours colours) {
        return switch (colours) {
            case MANY -> many;
            case SIXTEEN -> sixteen;
            case NONE -> none;
        };
    }
}
