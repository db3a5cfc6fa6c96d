package org.pelvi4j.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;

/** Brings a database to this version's form, step by step, a copy of the old one kept. Confined to one thread. */
final class Migrations {
    /** How many there are: one file {@code migration-N.sql} each. */
    static final int NEWEST = 4;

    private final DataFolder folder;
    private final Database database;

    Migrations(DataFolder folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    static int version(Database database) throws StoreException {
        return database.query("PRAGMA user_version", row -> row.getInt(1)).get(0);
    }

    void run() throws IOException {
        int version = version(database);
        if (version > NEWEST || version < 0) {
            throw new StoreException(
                    StoreException.Kind.NEWER,
                    folder.database() + ": expected version 0 to " + NEWEST + " but was " + version
                            + ", made by a newer Pelvi4J: use that one, or restore a backup");
        }
        if (version > 0 && version < NEWEST) {
            keepCopy(version);
        }
        for (int next = version + 1; next <= NEWEST; next++) {
            step(next);
        }
    }

    private void keepCopy(int version) throws IOException {
        Path copy = folder.inside(folder.aside()).resolve("before-version-" + NEWEST + ".db");
        Files.deleteIfExists(copy);
        DataFolder.ownerOnly(copy);
        database.execute("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
        if (Files.size(copy) == 0) {
            throw new StoreException(
                    StoreException.Kind.FAILED, copy + ": no copy of version " + version + " was made");
        }
    }

    private void step(int number) throws IOException {
        String sql = read(number);
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String each : sql.split(";\\s*(\\n|$)", -1)) {
                    if (!each.isBlank()) {
                        statement.execute(each);
                    }
                }
                statement.execute("PRAGMA user_version = " + number);
            }
            return number;
        });
    }

    private static String read(int number) throws IOException {
        String name = "migration-" + number + ".sql";
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource: expected " + name + " but found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
