package org.pelvi4j.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of everything, made while recording; and archives that are refused. Source: RELIABILITY F14. */
class BackupTest {
    private static final String RECORDING = "recordings/2026-11-24-090000.edf";
    private static final String PAGE = "p-001-emg-2026-11-24-090000.txt";

    @TempDir
    Path folder;

    private Path root;
    private Path archive;

    @BeforeEach
    void aBackup() throws IOException {
        root = folder.resolve("pelvi4j");
        archive = folder.resolve("backup.zip");
        try (Store store = Store.open(root, Kept.NOW)) {
            Profile person = Kept.person(store);
            Kept.recorded(store, person, Kept.NOW);
            long open = store.practiceLog().begin(Practice.Start.of(person, Kept.NOW, "lift-3min", 12));
            store.practiceLog().rep(open, Kept.rep(1, true));
            Path pages = Files.createDirectories(root.resolve("calibrations"));
            Files.writeString(pages.resolve(PAGE), "person: P-001\n");
            Files.copy(root.resolve(RECORDING), pages.resolve("p-001-emg-2026-11-24-090000.edf"));
            Files.writeString(pages.resolve("p-001-unlocked.edf"), "what nobody answers for");
            store.backup(archive);
        }
    }

    private Map<String, byte[]> entries() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private Path zipped(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("hostile.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private void refused(Map<String, byte[]> entries, String why) throws IOException {
        Path hostile = zipped(entries);
        var before = Kept.files(folder);
        byte[] database = Files.readAllBytes(root.resolve("pelvi4j.db"));
        assertThatThrownBy(() -> Restore.restore(hostile, root, Kept.NOW, 20_000_000))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(hostile + ": expected a backup of Pelvi4J but found ")
                .hasMessageContaining(why)
                .hasMessageMatching("[ -~]+");
        assertThat(Files.readAllBytes(root.resolve("pelvi4j.db"))).isEqualTo(database);
        assertThat(Kept.files(folder)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aBackupBringsEverythingBackAndPutsAsideWhatWasThere() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        assertThat(entries())
                .containsOnlyKeys(
                        "pelvi4j.db",
                        RECORDING,
                        "calibrations/" + PAGE,
                        "calibrations/p-001-emg-2026-11-24-090000.edf");
        Path other = folder.resolve("other");
        try (Store store = Store.open(other, Kept.NOW)) {
            store.profiles().add("Bob", Kept.BERLIN, "de", Kept.NOW);
        }
        Path aside = Restore.restore(archive, other, Kept.NOW);

        assertThat(aside).isEqualTo(other.resolve("aside/replaced-2026-11-24-080000"));
        assertThat(aside.resolve("pelvi4j.db")).exists();
        try (Store store = Store.open(other, Kept.NOW)) {
            assertThat(store.profiles().all()).extracting(Profile::name).containsExactly("Ada");
            assertThat(store.practices().latest(1, 10)).hasSize(2);
            assertThat(store.practices()
                            .find(1)
                            .orElseThrow()
                            .start()
                            .recording()
                            .orElseThrow())
                    .exists();
            assertThat(store.practices().reps(2)).containsExactly(Kept.rep(1, true));
        }
        assertThat(other.resolve("calibrations").resolve(PAGE)).hasContent("person: P-001");
        assertThat(other.resolve("calibrations/p-001-emg-2026-11-24-090000.edf"))
                .isNotEmptyFile();
        for (Path file : Kept.files(other)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.edf",
                "recordings/../../evil.edf",
                "/tmp/evil.edf",
                "recordings/..\\evil.edf",
                "recordings/.hidden.edf",
                "recordings/a/b.edf",
                "recordings/a.sh",
                "recordings/a.edf/",
                "recordings/\u0000.edf",
                "pelvi4j.db-wal",
                "pelvi4j.lock",
                "PELVI4J.DB",
                "calibrations/../evil1.txt",
                "calibrations/evil1.sh",
                "calibrations/.evil1.txt",
            })
    void aNameThatNoBackupOfOursHasIsRefused(String name) throws IOException {
        var entries = entries();
        entries.put(name, new byte[10]);
        refused(entries, "an entry that no backup of ours has");
    }

    @Test
    void aLinkThatStandsForARecordingIsRefused() throws IOException {
        var entries = entries();
        entries.put("recordings/link.edf", "../../../etc/passwd".getBytes(StandardCharsets.US_ASCII));
        refused(entries, "'recordings/link.edf', which is no recording");
    }

    @Test
    void whatStandsForAPageAndIsNoneIsRefused() throws IOException {
        var entries = entries();
        entries.put("calibrations/p-002-emg-1.txt", new byte[200]);
        refused(entries, "'calibrations/p-002-emg-1.txt', which is no page of a set-up");
    }

    @Test
    void aBombIsRefusedBeforeItFillsTheDisk() throws IOException {
        var entries = entries();
        byte[] bomb = Arrays.copyOf(entries.get(RECORDING), 30_000_000);
        entries.put("recordings/bomb.edf", bomb);
        assertThat(Files.size(zipped(entries))).isLessThan(200_000);
        refused(entries, "more than fits");
    }

    @Test
    void aDatabaseThatRunsCodeOfOthersIsRefused() throws IOException {
        Path evil = folder.resolve("evil");
        Restore.restore(archive, evil, Kept.NOW);
        try (Store store = Store.open(evil, Kept.NOW)) {
            store.database().execute("CREATE TRIGGER t AFTER INSERT ON tick BEGIN DELETE FROM practice; END");
        }
        var entries = entries();
        entries.put("pelvi4j.db", Files.readAllBytes(evil.resolve("pelvi4j.db")));
        refused(entries, "a database with other tables than ours");
    }

    @Test
    void aRecordingOutsideTheFolderOfRecordingsIsRefused() throws IOException {
        Path evil = folder.resolve("evil");
        Restore.restore(archive, evil, Kept.NOW);
        try (Store store = Store.open(evil, Kept.NOW)) {
            store.database().update("UPDATE practice SET recording = '../../secret.edf'");
        }
        var entries = entries();
        entries.put("pelvi4j.db", Files.readAllBytes(evil.resolve("pelvi4j.db")));
        refused(entries, "a practice whose recording is '../../secret.edf'");
    }

    @Test
    void whatIsNoDatabaseOrNoArchiveIsRefused() throws IOException {
        var entries = entries();
        entries.put("pelvi4j.db", new byte[5000]);
        refused(entries, "no database that can be read");
        entries.remove("pelvi4j.db");
        refused(entries, "no pelvi4j.db in it");
        refused(new LinkedHashMap<>(), "no pelvi4j.db in it");
    }

    @Test
    void aBackupNeverOverwritesAFile() throws IOException {
        byte[] before = Files.readAllBytes(archive);
        try (Store store = Store.open(root, Kept.NOW)) {
            assertThatThrownBy(() -> store.backup(archive)).hasMessageContaining("expected a new file");
        }
        assertThat(Files.readAllBytes(archive)).isEqualTo(before);
    }
}
