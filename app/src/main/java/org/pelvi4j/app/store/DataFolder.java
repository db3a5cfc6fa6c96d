package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The folder of the record and what lies in it. Only its owner may look inside, whatever the umask. Source: RELIABILITY
 * 2, at rest. Immutable.
 *
 * @param root the folder
 */
record DataFolder(Path root) {
    private static final Set<java.nio.file.attribute.PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<java.nio.file.attribute.PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    static final String DATABASE = "pelvi4j.db";
    static final String RECORDINGS = "recordings";
    static final String CALIBRATIONS = "calibrations";

    Path database() {
        return root.resolve(DATABASE);
    }

    Path recordings() {
        return root.resolve(RECORDINGS);
    }

    Path lock() {
        return root.resolve("pelvi4j.lock");
    }

    /** Where what was replaced or broken is put aside; never deleted by itself. */
    Path aside() {
        return root.resolve("aside");
    }

    /** The pages and recordings that calibrations leave, by the person's code. */
    Path calibrations() {
        return root.resolve(CALIBRATIONS);
    }

    /** Deletes all that lies in a folder, if there is one. */
    static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    static void deleteIfEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }

    /** Makes what is missing. */
    void prepare() throws StoreException {
        try {
            folder(root);
            folder(recordings());
            if (!Files.isWritable(root)) {
                throw new AccessDeniedException(root.toString());
            }
        } catch (FileSystemException e) {
            throw notWritable(e);
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.FAILED, root + ": " + e.getMessage(), e);
        }
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        if (!Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    StoreException notWritable(IOException e) {
        String owner;
        try {
            owner = Files.exists(root) ? ", owned by " + Files.getOwner(root).getName() : "";
        } catch (IOException unknown) {
            owner = "";
        }
        return new StoreException(
                StoreException.Kind.NOT_WRITABLE,
                root + ": expected a folder that " + System.getProperty("user.name") + " may write but it is not"
                        + owner + " (" + e.getClass().getSimpleName() + "); practising works, nothing is kept",
                e);
    }

    /** Makes a folder of its own inside, such as {@code aside}. */
    Path inside(Path folder) throws IOException {
        folder(folder);
        return folder;
    }

    /** Makes an empty file that nobody else may read, before anything is written into it. */
    static void ownerOnly(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(FILE))
                .close();
        Files.setPosixFilePermissions(file, FILE);
    }

    /** A recording and the further files of it, after a disk was full in between. */
    List<Path> parts(String file) throws IOException {
        int dot = file.lastIndexOf('.');
        String stem = dot < 0 ? file : file.substring(0, dot);
        try (var files = Files.newDirectoryStream(recordings())) {
            var parts = new ArrayList<Path>();
            for (Path each : files) {
                String name = String.valueOf(each.getFileName());
                if (name.equals(file) || name.startsWith(stem + ".part") || name.startsWith(stem + ".events")) {
                    parts.add(each);
                }
            }
            return parts;
        }
    }
}
