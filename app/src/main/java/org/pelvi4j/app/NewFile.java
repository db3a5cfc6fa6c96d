package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Files that a command makes: nothing is overwritten unasked, nobody else may read them. Immutable. */
final class NewFile {
    private NewFile() {}

    static Path checked(String option, @Nullable Path file, boolean force) {
        if (file == null) {
            throw new IllegalArgumentException(option + ": expected a file");
        }
        if (Files.exists(file) && !force) {
            throw new Failure(file + ": expected a new file but there is one of that name");
        }
        return file;
    }

    /** Writes all of it or nothing. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(
                folder == null ? file : folder,
                "pelvi4j-",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
