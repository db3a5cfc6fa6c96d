package org.pelvi4j.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Programme;

/** The data that come with the library, from the jar of the seeds. */
final class Seeds {
    private static final String SCENARIOS = "scenarios";
    private static final String SUFFIX = ".yaml";

    private Seeds() {}

    static Scenario scenario(String id) {
        Scenario scenario = find(SCENARIOS, id, Scenario::read);
        if (scenario == null) {
            throw new IllegalArgumentException(
                    "scenario: expected one of " + String.join(", ", scenarioIds()) + " but was '" + id + "'");
        }
        return scenario;
    }

    static boolean hasScenario(String id) {
        return id.matches("[a-z0-9-]+") && Seeds.class.getResource("/" + SCENARIOS + "/" + id + SUFFIX) != null;
    }

    static Programme programme(String id) {
        Programme programme = find("programmes", id, Programme::read);
        if (programme == null) {
            throw new IllegalArgumentException("expected the id of a programme such as lift-3min but was '" + id + "'");
        }
        return programme;
    }

    private static <T> @Nullable T find(String folder, String id, BiFunction<String, Reader, T> read) {
        String file = folder + "/" + id + SUFFIX;
        try (InputStream bytes = id.matches("[a-z0-9-]+") ? Seeds.class.getResourceAsStream("/" + file) : null) {
            if (bytes == null) {
                return null;
            }
            return read.apply(file, new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> scenarioIds() {
        URL folder = Seeds.class.getResource("/" + SCENARIOS + "/");
        if (folder == null) {
            return List.of();
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath("/" + SCENARIOS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("scenarios: expected a folder but was " + folder, e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
