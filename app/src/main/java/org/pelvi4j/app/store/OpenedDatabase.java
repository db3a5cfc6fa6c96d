package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A database that was looked through and has this version's form. Confined to one thread.
 *
 * @param database open
 * @param fresh whether it is a new one in the place of a broken one
 * @param findings what was done, one line each for people
 */
record OpenedDatabase(Database database, boolean fresh, List<String> findings) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Opens it to write; a broken one is put aside and a new one made. */
    static OpenedDatabase open(DataFolder folder, Instant now) throws IOException {
        try {
            return new OpenedDatabase(checked(folder), false, List.of());
        } catch (SQLException e) {
            if (!Database.broken(e)) {
                throw new StoreException(StoreException.Kind.FAILED, folder.database() + ": " + e.getMessage(), e);
            }
            Path aside = putAside(folder, now);
            String told =
                    "the database was broken; it lies in " + aside + ", and a new one was made from the recordings";
            return new OpenedDatabase(reopened(folder), true, List.of(told));
        }
    }

    /** Opens it to read; it must have this version's form already. */
    static Database openToRead(DataFolder folder) throws StoreException {
        try {
            Database database = Database.openToRead(folder.database());
            int version = Migrations.version(database);
            if (version != Migrations.NEWEST) {
                database.close();
                throw new StoreException(
                        version > Migrations.NEWEST ? StoreException.Kind.NEWER : StoreException.Kind.FAILED,
                        folder.database() + ": expected version " + Migrations.NEWEST + " but was " + version);
            }
            return database;
        } catch (StoreException e) {
            throw e;
        } catch (IOException | SQLException e) {
            throw new StoreException(StoreException.Kind.FAILED, folder.database() + ": " + e.getMessage(), e);
        }
    }

    /** Opens the database and has SQLite look at all of it. */
    private static Database checked(DataFolder folder) throws IOException, SQLException {
        Database database = Database.open(folder.database());
        try {
            String wrong = database.integrity();
            if (!wrong.isEmpty()) {
                throw new SQLiteException(wrong, SQLiteErrorCode.SQLITE_CORRUPT);
            }
            new Migrations(folder, database).run();
            return database;
        } catch (IOException | SQLException e) {
            try (database) {
                throw e;
            }
        }
    }

    private static Database reopened(DataFolder folder) throws IOException {
        try {
            return checked(folder);
        } catch (SQLException e) {
            throw new StoreException(StoreException.Kind.FAILED, folder.database() + ": " + e.getMessage(), e);
        }
    }

    private static Path putAside(DataFolder folder, Instant now) throws IOException {
        Path target = folder.inside(folder.aside()).resolve("broken-" + NAME.format(now) + ".db");
        for (int i = 2; Files.exists(target); i++) {
            target = folder.aside().resolve("broken-" + NAME.format(now) + "-" + i + ".db");
        }
        var renames = new Renames();
        renames.rename(folder.database(), target);
        for (String more : List.of("-wal", "-shm")) {
            Path part = folder.database().resolveSibling(DataFolder.DATABASE + more);
            if (Files.exists(part)) {
                renames.rename(part, target.resolveSibling(target.getFileName() + more));
            }
        }
        return target;
    }
}
