package org.pelvi4j.exercise;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programmes of the project, and others written in a test. */
public final class Seeds {
    static final Path FOLDER = Path.of("../../seeds/programmes");

    private Seeds() {}

    public static Programme programme(String id) {
        try (Reader yaml = Files.newBufferedReader(FOLDER.resolve(id + ".yaml"))) {
            return Programme.read("programmes/" + id + ".yaml", yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Programme yaml(String... lines) {
        return Programme.read("programmes/my.yaml", new StringReader(String.join("\n", lines) + "\n"));
    }
}
