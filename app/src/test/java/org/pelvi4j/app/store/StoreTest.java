package org.pelvi4j.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sensor.Signal;

/** The record, on a real database and real files. */
class StoreTest {
    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void aFolder() {
        root = folder.resolve("data/pelvi4j");
    }

    private Store open() throws IOException {
        return Store.open(root, Kept.NOW);
    }

    @Test
    void everyConnectionHasThePragmasThatSurviveAPowerCut() throws IOException {
        try (Store store = open()) {
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
            assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
            assertThat(Integer.parseInt(pragma(store, "busy_timeout"))).isGreaterThanOrEqualTo(5000);
            assertThat(pragma(store, "secure_delete")).isEqualTo("1");
            assertThat(pragma(store, "user_version")).isEqualTo("4");
        }
    }

    @Test
    void aConnectionThatOnlyReadsHasThemToo() throws IOException {
        open().close();
        try (Store store = Store.openToRead(root)) {
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
            assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(store, "trusted_schema")).isEqualTo("0");
            assertThat(Integer.parseInt(pragma(store, "busy_timeout"))).isGreaterThanOrEqualTo(5000);
        }
    }

    private static String pragma(Store store, String name) throws IOException {
        return store.database().query("PRAGMA " + name, row -> row.getString(1)).get(0);
    }

    @Test
    void whatWasKeptIsThereWhenItIsOpenedAgain() throws IOException {
        long id;
        Profile person;
        try (Store store = open()) {
            person = Kept.person(store);
            id = Kept.practice(store, person, Instant.parse("2026-11-24T07:00:00Z"), 12);
        }
        try (Store store = open()) {
            assertThat(store.findings()).isEmpty();
            assertThat(store.profiles().active()).contains(person);
            Practice practice = store.practices().find(id).orElseThrow();
            assertThat(practice.totals())
                    .isEqualTo(new Practice.Totals("COMPLETED", 190, 12, 12, 8, 6, 1.15, 8.8 / 12));
            assertThat(store.practices().reps(id)).isEqualTo(Kept.reps(12));
        }
    }

    @Test
    void aValueThatIsUnknownStaysUnknown() throws IOException {
        try (Store store = open()) {
            long id = store.practiceLog().begin(Practice.Start.of(Kept.person(store), Kept.NOW, "flicks", 10));
            var unjudged = new RepResult(1, 1, false, false, false, Double.NaN, 5, Double.NaN, Double.NaN);
            store.practiceLog().rep(id, unjudged);
            assertThat(store.practices().reps(id)).containsExactly(unjudged);
            assertThat(store.practices().find(id).orElseThrow().totals().score())
                    .isNaN();
        }
    }

    @Test
    void aRepetitionIsKeptAtOnceAndAPracticeThatWasCutIsMarked() throws IOException {
        long id;
        Path copy = folder.resolve("copy");
        try (Store store = open()) {
            id = store.practiceLog().begin(Practice.Start.of(Kept.person(store), Kept.NOW, "lift-3min", 12));
            store.practiceLog().rep(id, Kept.rep(1, true));
            store.practiceLog().rep(id, Kept.rep(2, true));
            Files.createDirectories(copy.resolve("recordings"));
            for (String name : List.of("pelvi4j.db", "pelvi4j.db-wal", "pelvi4j.lock")) {
                Files.copy(root.resolve(name), copy.resolve(name));
            }
        }
        try (Store store = Store.open(copy, Kept.NOW)) {
            assertThat(store.findings()).containsExactly("1 practice was interrupted; what was recorded is kept");
            Practice practice = store.practices().find(id).orElseThrow();
            assertThat(practice.totals().ended()).isEqualTo(Practice.INTERRUPTED);
            assertThat(practice.totals().done()).isEqualTo(2);
        }
    }

    @Test
    void severalPracticesThatWereCutAreToldInOneLine() throws IOException {
        try (Store store = open()) {
            Profile person = Kept.person(store);
            long first = store.practiceLog().begin(Practice.Start.of(person, Kept.NOW, "flicks", 10));
            long second = store.practiceLog().begin(Practice.Start.of(person, Kept.NOW, "lift-3min", 12));
            assertThat(second).isGreaterThan(first);
        }
        try (Store store = open()) {
            assertThat(store.findings()).containsExactly("2 practices were interrupted; what was recorded is kept");
        }
    }

    @Test
    void theFolderAndEveryFileInItBelongToTheirOwnerOnly() throws IOException {
        try (Store store = open()) {
            Kept.recorded(store, Kept.person(store), Kept.NOW);
            assertThat(mode(root)).isEqualTo("rwx------");
            assertThat(mode(root.resolve("recordings"))).isEqualTo("rwx------");
            assertThat(Kept.files(root)).hasSizeGreaterThanOrEqualTo(4);
            for (Path file : Kept.files(root)) {
                assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aSecondOneInTheSameProcessIsRefusedAndTheFirstStaysLocked() throws IOException {
        try (Store store = open()) {
            for (int i = 0; i < 3; i++) {
                long begin = System.nanoTime();
                assertThatThrownBy(this::open)
                        .hasMessage(root + ": in use by process "
                                + ProcessHandle.current().pid() + ": end that one first");
                // 1 s. Source: RELIABILITY F12.
                assertThat(System.nanoTime() - begin).isLessThan(1_000_000_000L);
            }
            assertThat(store.profiles().all()).isEmpty();
        }
        open().close();
    }

    @Test
    void deletingAPersonLeavesNothingOfThePersonInAnyFile() throws IOException {
        String marker = "Xanthippe-Marker";
        try (Store store = open()) {
            Profile other = Kept.person(store);
            Profile person = store.profiles().add(marker, Kept.BERLIN, "en", Kept.NOW);
            store.profiles().set(person.id(), "probe", marker);
            for (int i = 0; i < 50; i++) {
                long id = store.practiceLog()
                        .begin(Practice.Start.of(person, Kept.NOW, marker, 12).on(marker, java.util.Optional.empty()));
                store.practiceLog().finish(id, Kept.result(12));
            }
            long recorded = Kept.recorded(store, person, Kept.NOW);
            Path recording = store.practices()
                    .find(recorded)
                    .orElseThrow()
                    .start()
                    .recording()
                    .orElseThrow();
            long kept = Kept.recorded(store, other, Kept.NOW.plusSeconds(60));
            store.profiles().delete(person.id());

            assertThat(recording).doesNotExist();
            assertThat(store.practices().find(kept)).isPresent();
            assertThat(store.practices()
                            .find(kept)
                            .orElseThrow()
                            .start()
                            .recording()
                            .orElseThrow())
                    .exists();
            for (Path file : Kept.files(folder)) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain(marker).doesNotContain(person.code());
            }
            assertThat(store.profiles().active()).contains(other);
        }
    }

    @Test
    void aCalibrationIsKeptWithAChecksumThatAChangeBreaks() throws IOException {
        var measured = new Calibration(Signal.EMG, 2.1, 0.3, 28.5, Calibration.How.MAXIMAL, Kept.NOW, "probe A");
        try (Store store = open()) {
            Profile person = Kept.person(store);
            store.calibrations().add(person.id(), measured, "PT-7");
            var kept = store.calibrations().latest(person.id(), Signal.EMG).orElseThrow();
            assertThat(kept.calibration()).isEqualTo(measured);
            assertThat(kept.intact()).isTrue();
            assertThat(store.calibrations().latest(person.id(), Signal.PRESSURE))
                    .isEmpty();

            store.database().update("UPDATE calibration SET reference = 20");
            assertThat(store.calibrations()
                            .latest(person.id(), Signal.EMG)
                            .orElseThrow()
                            .intact())
                    .isFalse();
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndLeftAsItIs() throws IOException {
        try (Store store = open()) {
            store.database().execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(root.resolve("pelvi4j.db"));
        assertThatThrownBy(this::open)
                .hasMessage(
                        root.resolve("pelvi4j.db") + ": expected version 0 to 4 but was 99, made by a newer Pelvi4J:"
                                + " use that one, or restore a backup")
                .extracting(e -> ((StoreException) e).kind())
                .isEqualTo(StoreException.Kind.NEWER);
        assertThat(Files.readAllBytes(root.resolve("pelvi4j.db"))).isEqualTo(before);
    }

    @Test
    void aJournalThatIsGoneIsToldAndThePracticesAreFoundAmongTheRecordings() throws IOException {
        Path copy = folder.resolve("copy");
        try (Store store = open()) {
            Profile person = Kept.person(store);
            store.database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
            Kept.recorded(store, person, Kept.NOW);
            Files.createDirectories(copy.resolve("recordings"));
            for (Path file : Kept.files(root)) {
                Path name = root.relativize(file);
                if (!name.toString().endsWith("-wal") && !name.toString().endsWith("-shm")) {
                    Files.copy(file, copy.resolve(name));
                }
            }
        }
        try (Store store = Store.open(copy, Kept.NOW)) {
            assertThat(store.findings())
                    .containsExactly("the database's journal is gone, so the last entries may be;"
                            + " 1 practices were found among the recordings");
            Practice found = store.practices().latest(1, 10).get(0);
            assertThat(found.totals().ended()).isEqualTo(Practice.FOUND);
            assertThat(found.start().at()).isEqualTo(Kept.NOW);
            assertThat(found.totals().done()).isEqualTo(1);
            assertThat(found.totals().score()).isEqualTo(0.87);
        }
    }

    @Test
    void whatOnlyHelpsToReadTheJournalMayBeGone() throws IOException {
        Path copy = folder.resolve("copy");
        try (Store store = open()) {
            Kept.practice(store, Kept.person(store), Kept.NOW, 12);
            Files.createDirectories(copy.resolve("recordings"));
            for (Path file : Kept.files(root)) {
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(file, copy.resolve(root.relativize(file)));
                }
            }
        }
        try (Store store = Store.open(copy, Kept.NOW)) {
            assertThat(store.findings()).isEmpty();
            assertThat(store.practices().latest(1, 10)).hasSize(1);
        }
    }

    @Test
    void aRecordingHasADateAndNoNameInItsOwn() throws IOException {
        try (Store store = open()) {
            Profile person = Kept.person(store);
            long id = Kept.recorded(store, person, Kept.NOW);
            Path file =
                    store.practices().find(id).orElseThrow().start().recording().orElseThrow();
            assertThat(file.getFileName()).hasToString("2026-11-24-090000.edf");
            assertThat(store.newRecording(Kept.NOW.atZone(Kept.BERLIN), ".edf").getFileName())
                    .hasToString("2026-11-24-090000-2.edf");
            try (var recording = Recordings.open(file, null, ReadOptions.NONE)) {
                assertThat(recording.person()).isEqualTo("P-001");
            }
        }
    }
}
