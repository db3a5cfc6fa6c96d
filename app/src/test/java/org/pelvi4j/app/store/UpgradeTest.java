package org.pelvi4j.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.RepResult;

/** A record of an older version is brought to this one's form, and a copy of it stays. Source: RELIABILITY F8. */
class UpgradeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void aRecordOfTheFirstVersion() throws IOException, SQLException {
        root = folder.resolve("pelvi4j");
        Files.createDirectories(root);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("pelvi4j.db"));
                var statement = connection.createStatement();
                InputStream first = Objects.requireNonNull(Store.class.getResourceAsStream("migration-1.sql"))) {
            for (String sql : new String(first.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO profile VALUES (1, 'P-001', 'Ada', 'Europe/Berlin', 'en', 0, 1)");
            statement.execute("INSERT INTO practice VALUES (1, 1, 1790000000000, 'Europe/Berlin', 1, 'practice',"
                    + " 'lift-3min', 'x', 12, NULL, 'COMPLETED', 190, 2, 1, 1, 0.9, 0.8)");
            for (int rep = 1; rep <= 2; rep++) {
                statement.execute("INSERT INTO rep VALUES (1, " + rep + ", " + rep + ", 1, " + (rep - 1)
                        + ", 1, 1, 4.5, 5, 0.9, 0.8, 0.2, 0, 0, 0.7)");
            }
            statement.execute("PRAGMA user_version = 1");
        }
    }

    @Test
    void whatWasKeptIsThereAndACopyOfTheOldOneToo() throws IOException {
        try (Store store = Store.open(root, Kept.NOW)) {
            Practice practice = store.practices().find(1).orElseThrow();
            assertThat(practice.totals().judged()).isEqualTo(1);
            assertThat(practice.totals().done()).isEqualTo(2);
            assertThat(practice.told()).isEmpty();
            assertThat(store.practices().reps(1)).extracting(RepResult::guess).containsOnly(Guess.NONE);
            assertThat(Migrations.version(store.database())).isEqualTo(4);
        }
        Path copy = root.resolve("aside/before-version-4.db");
        assertThat(copy).isNotEmptyFile();
        assertThat(Store.openToRead(root).profiles().all()).hasSize(1);
    }

    @Test
    void readingBesideAnotherProcessChangesNothingAndSaysWhatIsToBeDone() throws IOException {
        byte[] before = Files.readAllBytes(root.resolve("pelvi4j.db"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Store.openToRead(root))
                .hasMessage(root.resolve("pelvi4j.db") + ": expected version 4 but was 1");
        assertThat(Files.readAllBytes(root.resolve("pelvi4j.db"))).isEqualTo(before);
    }
}
