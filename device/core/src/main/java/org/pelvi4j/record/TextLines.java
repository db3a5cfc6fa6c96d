package org.pelvi4j.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a text file, each of bounded length, so that a file without line ends fills no memory. Confined to one thread. */
final class TextLines implements AutoCloseable {
    /** OpenSignals writes the settings of all its devices into one line. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final Path file;
    private final InputStream in;
    private byte[] line = new byte[256];
    private long number;

    TextLines(Path file) throws IOException {
        this.file = file;
        this.in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        number++;
        while (b >= 0 && b != '\n') {
            if (length == LONGEST_LINE) {
                throw new RecordingException(
                        file, "line " + number + ": expected at most " + LONGEST_LINE + " bytes in a line");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) b;
            b = in.read();
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
