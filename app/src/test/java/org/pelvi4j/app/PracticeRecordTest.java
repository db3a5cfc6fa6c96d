package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recordings;

/** What a practice leaves in the record. */
class PracticeRecordTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final String SENSOR = "sim:healthy?signal=pressure&seed=4";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void aPlace() {
        root = folder.resolve("pelvi4j");
    }

    private int practise(String... more) {
        var words = new java.util.ArrayList<>(List.of(
                "practice", "--data", root.toString(), "--speed", "max", "--lines", "--programme", "beginner", "--at"));
        words.add(NOW.toString());
        words.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private void person(String name) throws IOException {
        try (Store store = Store.open(root, NOW)) {
            Profile added = store.profiles().add(name, ZoneId.of("Europe/Berlin"), "de", NOW);
            store.profiles().activate(added.id());
        }
    }

    @Test
    void theRowHasWhatWasSaidAndTheRecordingBearsTheCodeOnly() throws IOException {
        person("Ada");
        assertThat(practise("--sensor", SENSOR)).isZero();
        try (Store store = Store.open(root, NOW)) {
            Practice kept = store.practices().latest(1, 10).get(0);
            assertThat(store.practices().latest(1, 10)).hasSize(1);
            assertThat(kept.start().at()).isBetween(NOW, NOW.plusMillis(20));
            assertThat(kept.start().programme()).isEqualTo("beginner");
            assertThat(kept.totals().ended()).isEqualTo("COMPLETED");
            assertThat(kept.totals().done()).isEqualTo(10);
            assertThat(kept.totals().judged()).isEqualTo(8);
            assertThat(store.practices().reps(kept.id())).hasSize(10);
            assertThat(out.toString())
                    .contains("Für Ada (P-001).")
                    .contains(kept.totals().letGo() + " von 8 rechtzeitig losgelassen, "
                            + kept.totals().held() + " von 8 gehalten.")
                    .contains("Heute: 1 von 3 Runden.");
            Path file = kept.start().recording().orElseThrow();
            assertThat(file.getFileName().toString()).startsWith("2026-11-24-080000.");
            try (var recording = Recordings.open(file, null, ReadOptions.NONE)) {
                assertThat(recording.person()).isEqualTo("P-001");
                assertThat(recording.annotations().stream()
                                .filter(event -> event.text().startsWith("REP ")))
                        .hasSize(10);
            }
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("Ada");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whereNothingCanBeKeptItIsToldAndPractisingWorks() throws IOException {
        root = Files.writeString(folder.resolve("file"), "").resolve("pelvi4j");
        assertThat(practise("--sensor", SENSOR)).isZero();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("practising works, nothing is kept");
        assertThat(out.toString()).contains("let go in time").doesNotContain("Recording");
    }

    @Test
    void theLimitOfTheDayIsKeptUnlessAskedOtherwise() throws IOException {
        person("Ada");
        try (Store store = Store.open(root, NOW)) {
            store.profiles().set(1, "most-groups", "1");
        }
        assertThat(practise("--sensor", SENSOR)).isZero();
        assertThat(practise("--sensor", SENSOR)).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "pelvi4j: Ada hat die eine Runde dieses Tages gemacht. --anyway macht trotzdem weiter.");
        assertThat(practise("--sensor", SENSOR, "--anyway")).isZero();
    }

    @Test
    void whatIsSetForAPersonIsTakenWhereTheCommandLineSaysNothing() throws IOException {
        person("Bob");
        person("Ada");
        try (Store store = Store.open(root, NOW)) {
            store.profiles().set(1, "sensor", "sim:healthy?signal=pressure&seed=4");
        }
        assertThat(practise("--profile", "Bob")).isZero();
        assertThat(out.toString()).contains("Bob (P-001)").contains("Bob: ");
        assertThat(practise()).isEqualTo(2);
        assertThat(practise("--profile", "Eve", "--sensor", SENSOR)).isEqualTo(1);
        assertThat(err.toString()).contains("profile 'Eve': expected Bob, Ada");
    }

    /** As by Ctrl-C, or when the terminal's window is closed. */
    @Test
    @Tag("ci")
    void aProcessThatIsToldToGoLeavesTheRecordInOrder() throws IOException, InterruptedException {
        person("Ada");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "practice",
                        "--data",
                        root.toString(),
                        "--sensor",
                        SENSOR,
                        "--speed",
                        "8",
                        "--lines")
                .start();
        try (var said = process.inputReader()) {
            assertThat(said.lines().anyMatch(line -> line.contains(" anspannen ")))
                    .isTrue();
            // By its handle: the process itself would close the stream with what it says last.
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(said.lines()).anyMatch(line -> line.contains("Alles bis dahin ist gespeichert."));
        }
        process.waitFor();
        assertThat(Store.endedInOrder(root)).isTrue();
        try (Store store = Store.open(root, NOW)) {
            assertThat(store.findings()).isEmpty();
            assertThat(store.practices().latest(1, 10))
                    .singleElement()
                    .satisfies(practice -> assertThat(practice.totals().ended()).isEqualTo("STOPPED"));
        }
    }

    @Test
    void aFileOfItsOwnIsNotInTheRecord() throws IOException {
        Path file = folder.resolve("own.edf");
        assertThat(practise("--sensor", SENSOR, "--record", file.toString())).isZero();
        assertThat(file).isNotEmptyFile();
        assertThat(root).doesNotExist();
    }
}
