package org.pelvi4j.app.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Faults of a disk, as SQLite sees them, for tests outside this package. */
public final class StoreFaults {
    private StoreFaults() {}

    /** The disk refuses every write, or takes them again. */
    public static void refuse(Store store, boolean refused) throws IOException {
        store.database().execute("PRAGMA query_only = " + (refused ? 1 : 0));
    }

    /** Practices every eight hours. */
    public static void practices(Store store, Profile person, Instant first, int count) throws IOException {
        store.database().transaction(connection -> {
            try (var row = connection.prepareStatement(
                    "INSERT INTO practice (profile, started_utc, zone, clock_sure, kind, programme, sensor, planned, ended,"
                            + " seconds, done, judged, held, let_go, release_s, score)"
                            + " VALUES (?, ?, 'Europe/Berlin', 1, 'practice', 'lift-3min', 'x', 12, 'COMPLETED', 190, 12,"
                            + " 12, 9, 8, 0.9, 0.8)")) {
                for (int i = 0; i < count; i++) {
                    row.setLong(1, person.id());
                    row.setLong(2, first.plus(Duration.ofHours(8L * i)).toEpochMilli());
                    row.addBatch();
                }
                return row.executeBatch().length;
            }
        });
    }

    /** Twelve repetitions for each practice there is. */
    public static void repetitions(Store store) throws IOException {
        store.database().transaction(connection -> {
            try (var row = connection.createStatement()) {
                return row.executeUpdate(
                        "INSERT INTO rep SELECT practice.id, place.value, place.value, 1, 1, 1, 1, 4.5, 5,"
                                + " 0.9, 0.8, 0.25, 0, 0, 0.7, NULL FROM practice, (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT"
                                + " value + 1 FROM n WHERE value < 12) SELECT value FROM n) AS place");
            }
        });
    }

    /** What SQLite finds when it looks at all of it. */
    public static List<String> integrity(Store store) throws IOException {
        return store.database().query("PRAGMA integrity_check", row -> row.getString(1));
    }
}
