package org.pelvi4j.app.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes everything into one archive: a copy of the database that SQLite itself makes, and the recordings. Confined to one thread. */
final class Backup {
    static final String DATABASE = DataFolder.DATABASE;
    static final String RECORDINGS = DataFolder.RECORDINGS + "/";
    static final String CALIBRATIONS = DataFolder.CALIBRATIONS + "/";

    private final DataFolder folder;

    Backup(DataFolder folder) {
        this.folder = folder;
    }

    void write(Database database, Path archive) throws IOException {
        if (Files.exists(archive)) {
            throw new StoreException(
                    StoreException.Kind.REFUSED, archive + ": expected a new file but there is one of that name");
        }
        Path copy = folder.root().resolve("backup.db.part");
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        try {
            Files.deleteIfExists(copy);
            DataFolder.ownerOnly(copy);
            database.execute("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
            DataFolder.ownerOnly(part);
            try (OutputStream file = Files.newOutputStream(part);
                    var zip = new ZipOutputStream(file)) {
                entry(zip, DATABASE, copy);
                entries(zip, RECORDINGS, folder.recordings(), "*.{edf,bdf,csv}");
                entries(zip, CALIBRATIONS, folder.calibrations(), "*[0-9].{txt,edf,bdf}");
            }
            Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(part);
        }
    }

    private static void entries(ZipOutputStream zip, String prefix, Path folder, String names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                entry(zip, prefix + file.getFileName(), file);
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
