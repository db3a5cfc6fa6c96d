package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where this user's files are, by the XDG rules. Thread-safe. */
final class Folders {
    private Folders() {}

    /** The folder of {@code config.yaml}; it may be missing. */
    static Path config() {
        return folder("XDG_CONFIG_HOME", ".config");
    }

    /** The folder of the record; it may be missing. */
    static Path data() {
        return folder("XDG_DATA_HOME", ".local/share");
    }

    /** The folder of the recordings, made if it is missing, readable by its owner only. */
    static Path recordings() throws IOException {
        Path recordings = data().resolve("recordings");
        Files.createDirectories(
                recordings, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return recordings;
    }

    private static Path folder(String variable, String belowHome) {
        String set = System.getenv(variable);
        Path base = set != null && Path.of(set).isAbsolute()
                ? Path.of(set)
                : Path.of(System.getProperty("user.home"), belowHome);
        return base.resolve("pelvi4j");
    }
}
