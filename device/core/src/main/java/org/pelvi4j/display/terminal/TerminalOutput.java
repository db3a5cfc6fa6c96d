package org.pelvi4j.display.terminal;

import java.io.IOException;

/** A terminal, as far as the live screen needs one. Confined to one thread. */
public interface TerminalOutput {
    /**
     * Writes text with escape sequences and flushes it.
     *
     * @param ansi what to write
     * @throws IOException when the terminal is gone
     */
    void write(String ansi) throws IOException;

    /**
     * Tells the width; read before every drawing, so that a change of size is seen.
     *
     * @return columns
     */
    int columns();

    /**
     * Tells the height.
     *
     * @return rows
     */
    int rows();
}
