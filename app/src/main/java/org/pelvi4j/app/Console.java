package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.pelvi4j.display.terminal.TerminalOutput;

/** The terminal this program runs in: draws text, reads keys on a thread of its own. Thread-safe. */
final class Console implements TerminalOutput, AutoCloseable {
    private static final int KEY_WAIT_MILLIS = 100;
    private static final int ESCAPE = 27;

    /** The rest of a sequence comes at once. Source: chosen. */
    private static final int SEQUENCE_MILLIS = 25;

    private static final int LONGEST_SEQUENCE = 16;

    private final Terminal terminal;
    private final Attributes before;
    private volatile boolean closing;

    private Console(Terminal terminal) {
        this.terminal = terminal;
        before = terminal.enterRawMode();
    }

    /** Whether stdin and stdout are a terminal. */
    static boolean interactive() {
        return isTerminal(0) && isTerminal(1) && !"dumb".equals(System.getenv("TERM"));
    }

    /** {@code System.console()} answers this on JDK 17 and no longer on 22. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    /** Opens the terminal in raw mode; keys go to the consumer, in order. */
    static Console open(IntConsumer keys) throws IOException {
        // Ctrl-C stays a signal: the shutdown hook stops the session and saves it.
        Console console = new Console(
                TerminalBuilder.builder().system(true).nativeSignals(false).build());
        Thread reader = new Thread(() -> console.read(keys), "pelvi4j-keys");
        reader.setDaemon(true);
        reader.start();
        return console;
    }

    private void read(IntConsumer keys) {
        NonBlockingReader in = terminal.reader();
        try {
            while (!closing) {
                int key = in.read(KEY_WAIT_MILLIS);
                if (key == ESCAPE && skippedSequence(in)) {
                    continue;
                }
                if (key >= 0) {
                    keys.accept(key);
                } else if (key == NonBlockingReader.EOF) {
                    return;
                }
            }
        } catch (IOException closed) {
            closing = true;
        }
    }

    /** An arrow or function key begins like the Escape key, and means nothing here. */
    private static boolean skippedSequence(NonBlockingReader in) throws IOException {
        int next = in.peek(SEQUENCE_MILLIS);
        if (next != '[' && next != 'O') {
            return false;
        }
        for (int i = 0; i < LONGEST_SEQUENCE; i++) {
            int part = in.read(SEQUENCE_MILLIS);
            if (part < 0 || (i > 0 && part >= '@' && part <= '~')) {
                break;
            }
        }
        return true;
    }

    @Override
    public void write(String ansi) {
        terminal.writer().write(ansi);
        terminal.flush();
    }

    @Override
    public int columns() {
        return terminal.getColumns();
    }

    @Override
    public int rows() {
        return terminal.getRows();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        terminal.setAttributes(before);
        terminal.close();
    }
}
