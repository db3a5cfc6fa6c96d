package org.pelvi4j.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.Programme;

/** Finds programmes: those of the product by id, the user's own by file. Thread-safe. */
final class Programmes {
    /** Where nobody chose one. */
    static final String USUAL = "lift-3min";
    /** The setting that holds the file of a programme after a step; it travels with the record. */
    static final String CHANGED = "changed-programme";

    private static final String FOLDER = "programmes";

    private Programmes() {}

    /** Reads a programme by id, or by the path of a {@code .yaml} file. */
    static Programme named(String idOrFile) throws IOException {
        if (idOrFile.endsWith(".yaml") || idOrFile.endsWith(".yml") || idOrFile.contains("/")) {
            return inFile(idOrFile);
        }
        String resource = FOLDER + "/" + idOrFile + ".yaml";
        InputStream found = idOrFile.matches("[a-z0-9-]+")
                ? Programmes.class.getClassLoader().getResourceAsStream(resource)
                : null;
        if (found == null) {
            throw new IllegalArgumentException(
                    "programme '" + idOrFile + "': expected one of " + String.join(", ", ids()) + ", or a .yaml file");
        }
        try (Reader reader = new InputStreamReader(found, StandardCharsets.UTF_8)) {
            return Programme.read(resource, reader);
        }
    }

    /** A person's own programme: the one a step has made, else the one that is set, else the usual one. */
    static Programme of(Store store, Profile person) throws IOException {
        String changed = store.profiles().setting(person.id(), CHANGED).orElse("");
        if (!changed.isEmpty()) {
            return Programme.read("programme of " + person.code(), new StringReader(changed));
        }
        return named(store.profiles().setting(person.id(), "programme").orElse(USUAL));
    }

    /** Reads a programme from a file, whatever its name. */
    static Programme inFile(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            return Programme.read(file, reader);
        }
    }

    /** The ids of the product's own programmes, in order. */
    static List<String> ids() throws IOException {
        return Seeds.ids(FOLDER);
    }
}
