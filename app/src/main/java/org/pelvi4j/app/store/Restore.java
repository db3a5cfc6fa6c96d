package org.pelvi4j.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.pelvi4j.record.Format;
import org.pelvi4j.record.Recordings;

/**
 * Puts an archive in the place of the record. The archive is believed in nothing: only known names, bounded sizes, a
 * database with our tables and nothing else in it, recordings that are recordings. What was there before is put aside.
 * Confined to one thread.
 */
public final class Restore {
    /** A name that a backup of ours can have: no folder, no dots before letters, nothing else. */
    private static final Pattern NAME =
            Pattern.compile("recordings/[A-Za-z0-9][A-Za-z0-9_-]{0,80}(\\.[A-Za-z0-9-]{1,20}){1,2}");

    private static final Pattern ENDING = Pattern.compile(".*\\.(edf|bdf|csv)");
    /** A page of a set-up, or its recording. */
    private static final Pattern SET_UP = Pattern.compile("calibrations/[a-z0-9][a-z0-9-]{0,80}[0-9]\\.(txt|edf|bdf)");
    /** How every page begins. */
    private static final byte[] PAGE = "person: ".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_ENTRIES = 100_000;
    /** A day of three channels at 1 kHz in 24 bit. */
    private static final long LARGEST_ENTRY = 1L << 30;
    /** Left free on the disk. Source: RELIABILITY F4. */
    private static final long SPARE_BYTES = 50L << 20;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path archive;
    private final long largestTotal;
    private long total;

    private Restore(Path archive, long largestTotal) {
        this.archive = archive;
        this.largestTotal = largestTotal;
    }

    /**
     * Restores an archive.
     *
     * @param archive as {@link Store#backup} writes it
     * @param root the folder of the record, open nowhere
     * @param now a label for what is put aside
     * @return where the record that was there before lies now
     * @throws IOException when the archive is refused; then nothing has changed
     */
    public static Path restore(Path archive, Path root, Instant now) throws IOException {
        var folder = new DataFolder(root);
        folder.prepare();
        long free = Files.getFileStore(root).getUsableSpace();
        return new Restore(archive, Math.max(0, free - SPARE_BYTES)).into(folder, now);
    }

    static Path restore(Path archive, Path root, Instant now, long largestTotal) throws IOException {
        var folder = new DataFolder(root);
        folder.prepare();
        return new Restore(archive, largestTotal).into(folder, now);
    }

    private Path into(DataFolder folder, Instant now) throws IOException {
        Path fresh = folder.root().resolve("restoring.part");
        FolderLock lock = FolderLock.take(folder);
        try {
            clear(fresh);
            var unpacked = new DataFolder(fresh);
            unpacked.prepare();
            unpack(unpacked);
            checkDatabase(unpacked);
            return exchange(folder, unpacked, now);
        } finally {
            try (lock) {
                clear(fresh);
            }
        }
    }

    private void unpack(DataFolder target) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream file = Files.newInputStream(archive);
                var zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                boolean known = name.equals(Backup.DATABASE)
                        || SET_UP.matcher(name).matches()
                        || (NAME.matcher(name).matches() && ENDING.matcher(name).matches());
                if (!known || entry.isDirectory() || !names.add(name) || names.size() > MOST_ENTRIES) {
                    throw refused("an entry that no backup of ours has: '" + printable(name) + "'");
                }
                Path path = target.root().resolve(name);
                target.inside(Objects.requireNonNull(path.getParent()));
                copy(zip, path);
                checkRecording(path, name);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw refused("no archive that can be read: " + e.getMessage());
        }
        if (!names.contains(Backup.DATABASE)) {
            throw refused("no " + Backup.DATABASE + " in it");
        }
    }

    private void copy(InputStream from, Path path) throws IOException {
        DataFolder.ownerOnly(path);
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (OutputStream to = Files.newOutputStream(path)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                size += read;
                total += read;
                if (size > LARGEST_ENTRY || total > largestTotal) {
                    throw refused("more than fits: over " + Math.min(LARGEST_ENTRY, largestTotal) + " bytes");
                }
                to.write(buffer, 0, read);
            }
        }
    }

    private void checkRecording(Path path, String name) throws IOException {
        if (name.equals(Backup.DATABASE)) {
            return;
        }
        if (name.endsWith(".txt")) {
            try (InputStream page = Files.newInputStream(path)) {
                if (!Arrays.equals(page.readNBytes(PAGE.length), PAGE)) {
                    throw refused("'" + name + "', which is no page of a set-up");
                }
            }
            return;
        }
        Format expected = name.endsWith(".csv") ? Format.CSV : Format.EDF;
        if (Recordings.sniff(path) != expected) {
            throw refused("'" + name + "', which is no recording");
        }
    }

    /** Only our tables, and all rows sound: a trigger or a view would run code of others. */
    private void checkDatabase(DataFolder unpacked) throws IOException {
        Path reference = unpacked.root().resolve("reference.db");
        try (Database database = Database.open(unpacked.database());
                Database ours = Database.open(reference)) {
            new Migrations(unpacked, database).run();
            new Migrations(unpacked, ours).run();
            String sql = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
            List<String> is = database.query(sql, row -> row.getString(1));
            List<String> must = ours.query(sql, row -> row.getString(1));
            if (!is.equals(must)) {
                throw refused("a database with other tables than ours");
            }
            String wrong = database.integrity();
            if (!wrong.isEmpty()) {
                throw refused("a broken database: " + printable(wrong));
            }
            for (String name : database.query(
                    "SELECT recording FROM practice WHERE recording IS NOT NULL", row -> row.getString(1))) {
                if (!NAME.matcher(Backup.RECORDINGS + name).matches()) {
                    throw refused("a practice whose recording is '" + printable(name) + "'");
                }
            }
        } catch (SQLException e) {
            throw refused("no database that can be read: " + e.getMessage());
        }
    }

    private static Path exchange(DataFolder folder, DataFolder unpacked, Instant now) throws IOException {
        Path aside = folder.inside(folder.aside()).resolve("replaced-" + DATE.format(now));
        folder.inside(aside);
        try {
            exchange(folder, unpacked, aside);
            return aside;
        } catch (IOException e) {
            DataFolder.deleteIfEmpty(aside);
            throw e;
        }
    }

    /** All of it, or nothing is changed. */
    private static void exchange(DataFolder folder, DataFolder unpacked, Path aside) throws IOException {
        var renames = new Renames();
        String database = DataFolder.DATABASE;
        for (String name : List.of(
                database, database + "-wal", database + "-shm", DataFolder.RECORDINGS, DataFolder.CALIBRATIONS)) {
            Path old = folder.root().resolve(name);
            if (Files.exists(old)) {
                renames.rename(old, aside.resolve(name));
            }
        }
        renames.rename(unpacked.recordings(), folder.recordings());
        if (Files.exists(unpacked.calibrations())) {
            renames.rename(unpacked.calibrations(), folder.calibrations());
        }
        renames.rename(unpacked.database(), folder.database());
    }

    private StoreException refused(String what) {
        return new StoreException(
                StoreException.Kind.REFUSED,
                archive + ": expected a backup of Pelvi4J but found " + what + "; nothing was changed");
    }

    private static String printable(String text) {
        String plain = text.replaceAll("[^ -~]", ".");
        return plain.substring(0, Math.min(plain.length(), 80));
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
