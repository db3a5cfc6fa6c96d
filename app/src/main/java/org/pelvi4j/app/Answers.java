package org.pelvi4j.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Keys;
import picocli.CommandLine.Option;

/** The option that answers instead of the keyboard, shared by the commands that ask. Confined to one thread. */
final class Answers {
    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Takes the answers from a file, one a line, instead of the keyboard.")
    private @Nullable Path file;

    boolean given() {
        return file != null;
    }

    /** The answers, line by line: of the file, else as they are typed. */
    Keys lines() throws IOException {
        return Keys.of(
                file == null
                        ? new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                        : Files.newBufferedReader(file));
    }
}
