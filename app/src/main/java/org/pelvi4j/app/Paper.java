package org.pelvi4j.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pelvi4j.app.report.Ink;
import org.pelvi4j.app.report.TerminalCharts;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.display.draw.Wrapped;
import org.pelvi4j.display.terminal.TerminalLook;
import picocli.CommandLine.Option;

/** The option and the surroundings that say how a page of lines may look. Confined to one thread. */
final class Paper {
    private static final int USUAL_COLUMNS = 80;
    private static final int MOST_COLUMNS = 200;

    @Option(names = "--ascii", description = "Draw in ASCII only.")
    private boolean ascii;

    private int columns;

    /** How wide: COLUMNS, else the terminal, else 80. */
    int columns() {
        if (columns == 0) {
            int asked = number(System.getenv("COLUMNS"));
            int found = asked > 0 ? asked : Console.interactive() ? terminal() : 0;
            columns = found > 0 ? Math.min(found, MOST_COLUMNS) : USUAL_COLUMNS;
        }
        return columns;
    }

    /** Asks the terminal itself; loading a whole terminal library would take longer than the page. */
    private static int terminal() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            boolean over = process.waitFor(1, TimeUnit.SECONDS);
            return over ? number(said.replaceFirst("^\\d+ ", "").strip()) : 0;
        } catch (IOException noTool) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(String text) {
        return text != null && text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** A sentence in lines as wide as the terminal. */
    List<String> wrapped(String text) {
        return Wrapped.lines(text, columns());
    }

    private TerminalLook look() {
        TerminalLook look = TerminalLook.of(System.getenv());
        return ascii ? look.inAscii() : look;
    }

    boolean ascii() {
        return look().ascii();
    }

    private Ink ink() {
        return Console.interactive() ? Ink.of(look().colours()) : Ink.NONE;
    }

    String strong(String text) {
        return ink().strong(text);
    }

    TerminalCharts charts(Texts texts) {
        return new TerminalCharts(texts, columns(), look().ascii(), ink());
    }
}
