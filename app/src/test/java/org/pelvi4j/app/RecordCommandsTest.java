package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recordings;

/** The commands of the record, as their user meets them. */
class RecordCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String root = "";

    @BeforeEach
    void aPlace() {
        root = folder.resolve("pelvi4j").toString();
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", root));
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private void practised(String person, String signal, String at) {
        assertThat(run("profiles", "add", person, "--zone", "Europe/Berlin")).isZero();
        practise(signal, at);
    }

    private void practise(String signal, String at) {
        assertThat(run(
                        "practice",
                        "--sensor",
                        "sim:healthy?seed=4&signal=" + signal + "&rate=" + (signal.equals("emg") ? 250 : 20),
                        "--programme",
                        "beginner",
                        "--speed",
                        "max",
                        "--lines",
                        "--at",
                        at))
                .as(err.toString())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history --last 0 | --last: expected 1 or more",
                "history --from yesterday | --from: expected a date such as 2026-11-24 but was 'yesterday'",
                "history --from 2026-11-24 --to 2026-11-23 | --to: expected 2026-11-24 or later",
                "day --date 24.11.2026 | --date: expected a date",
                "report | --out=FILE",
                "export --out x --format xml | --format: expected edf, csv, opensignals or none but was 'xml'",
                "backup x.tar | FILE: expected a name ending in .zip",
                "delete | --practice=ID",
                "delete --practice 1 --everything | mutually exclusive",
                "profiles set colour=red | NAME: expected one of",
                "profiles set groups=99 | groups: expected 1 to 12 but was '99'",
                "profiles set sensor=foo | expected SCHEME:ADDRESS",
                "profiles set programme=nix | expected one of beginner",
                "profiles add Ada --zone Mars | --zone: expected a time zone such as Europe/Berlin",
                "profiles add Ada --language tlh | --language: expected one of [en, de]",
                "import | FILE"
            })
    void aMistakeIsOneLineAndExitCode2(String words, String expected) {
        run("profiles", "add", "Somebody");
        assertThat(run(words.split(" "))).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
        assertThat(err.toString()).startsWith("pelvi4j: ").contains(expected);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history --profile Eve | profile 'Eve': expected Somebody",
                "profiles use Eve | profile 'Eve': expected Somebody; 'pelvi4j profiles add NAME'",
                "profiles step | no step is proposed for Somebody now",
                "delete --person Eve --yes | --person: expected somebody in the record but was 'Eve'",
                "delete --practice 7 --yes | --practice: expected the id of one in the record but was 7",
                "delete --person Somebody | expected --yes to delete Somebody (P-001) with 0 practices; nothing was deleted",
                "export --out x | no practice in this period",
                "import nix.edf | nix.edf: no such file",
                "restore nix.zip | nix.zip: no such file"
            })
    void whatCannotBeDoneIsOneLineAndExitCode1(String words, String expected) {
        run("profiles", "add", "Somebody");
        assertThat(run(words.split(" "))).as(err.toString()).isEqualTo(1);
        assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
        assertThat(err.toString()).startsWith("pelvi4j: ").contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "backup",
        "day",
        "delete",
        "export",
        "history",
        "import",
        "profiles",
        "profiles add",
        "profiles set",
        "profiles step",
        "profiles use",
        "report",
        "restore"
    })
    void everyCommandExplainsItselfAndClaimsNothing(String command) {
        var said = new StringWriter();
        assertThat(Main.run(new PrintWriter(said), new PrintWriter(err), (command + " --help").split(" ")))
                .isZero();
        assertThat(said.toString()).contains("Usage: pelvi4j " + command).contains("--help");
        assertThat(said.toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("treat", "cure", "prevent", "diagnos", "therap");
    }

    @Test
    void anEmptyRecordIsNoMistake() {
        assertThat(run("profiles")).isZero();
        assertThat(out.toString()).contains("Nobody yet");
        assertThat(run("history")).isEqualTo(1);
        assertThat(err.toString()).contains("nobody has practised yet");
        run("profiles", "add", "Ada");
        assertThat(run("history")).isZero();
        assertThat(out.toString()).isEqualTo("Ada (P-001), practice record\nNo practice yet.\n");
        assertThat(run("history", "--json")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDayIsTickedByHandAndTakenBack() {
        run("profiles", "add", "Ada", "--zone", "Europe/Berlin");
        assertThat(run("day", "--walk", "--date", "2026-11-24")).isZero();
        assertThat(out.toString())
                .contains("Done: 30 minutes of brisk walking.")
                .contains("Not ticked: an easy jog");
        assertThat(run("day", "--no-walk", "--jog", "--date", "2026-11-24", "--json"))
                .isZero();
        assertThat(out.toString())
                .isEqualTo("{\"type\":\"day\",\"date\":\"2026-11-24\",\"profile\":\"P-001\",\"zone\":\"Europe/Berlin\","
                        + "\"groups\":0,\"planned\":3,\"practices\":0,\"minutes\":0,\"walk\":false,\"jog\":true}\n");
    }

    @Test
    void whatIsExportedIsImportedAgainElsewhereWithEachSampleAndRepetition() throws IOException {
        practised("Ada", "emg", "2026-11-24T07:00:00Z");
        Path bdf = folder.resolve("bdf");
        Path csv = folder.resolve("csv");
        Path text = folder.resolve("text");
        assertThat(run("export", "--out", bdf.toString(), "--json")).isZero();
        assertThat(out.toString().lines()).hasSize(4).allMatch(line -> line.startsWith("{\"type\":\"file\""));
        assertThat(run("export", "--out", csv.toString(), "--format", "csv")).isZero();
        assertThat(run("export", "--out", text.toString(), "--format", "opensignals"))
                .isZero();
        assertThat(run("export", "--out", csv.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("expected a new or empty folder");
        double[] truth = samples(bdf.resolve("2026-11-24-080000.bdf"));

        Practice truly;
        List<RepResult> reps;
        try (Store store = Store.openToRead(Path.of(root))) {
            truly = store.practices().latest(1, 1).get(0);
            reps = store.practices().reps(truly.id()).stream()
                    .map(rep -> rep.judged() ? rep : unjudged(rep))
                    .toList();
        }
        // How the contraction answered is in the row only; the file's figures have two decimals.
        var alike = RecursiveComparisonConfiguration.builder()
                .withIgnoredFields("response", "measures")
                .withComparatorForType(
                        (Double a, Double b) ->
                                (Double.isNaN(a) && Double.isNaN(b)) || Math.abs(a - b) <= 0.0051 ? 0 : 1,
                        Double.class)
                .build();
        root = folder.resolve("elsewhere").toString();
        for (String file : List.of(
                bdf + "/2026-11-24-080000.bdf", csv + "/2026-11-24-080000.csv", text + "/2026-11-24-080000.txt")) {
            String name = "From " + file.substring(file.length() - 3);
            run("profiles", "add", name, "--zone", "Europe/Berlin");
            assertThat(run("import", file)).as(err.toString()).isZero();
            assertThat(run("import", file)).isEqualTo(1);
            assertThat(err.toString()).contains("there is a practice of " + name + " of 2026-11-24T08:00 already");
        }
        try (Store store = Store.open(Path.of(root), Instant.now())) {
            for (int person = 1; person <= 2; person++) {
                Practice kept = store.practices().latest(person, 2).get(0);
                assertThat(kept.totals().judged()).isEqualTo(truly.totals().judged());
                assertThat(kept.totals().held()).isEqualTo(truly.totals().held());
                assertThat(kept.totals().letGo()).isEqualTo(truly.totals().letGo());
                assertThat(store.practices().reps(kept.id()))
                        .usingRecursiveFieldByFieldElementComparator(alike)
                        .isEqualTo(reps);
            }
            for (int person = 1; person <= 3; person++) {
                Practice kept = store.practices().latest(person, 2).get(0);
                assertThat(kept.start().at()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
                assertThat(kept.totals().done()).isEqualTo(person == 3 ? 0 : 10);
                assertThat(kept.start().kind()).isEqualTo(person == 3 ? "recording" : "practice");
                assertThat(kept.totals().seconds()).isBetween(99.5, 101.0);
                double step = person == 3 ? 3000 / 65536.0 : 0.01;
                double[] same = samples(kept.start().recording().orElseThrow());
                for (int i = 0; i < 22_500; i++) {
                    assertThat(Math.abs(same[i] - truth[i]))
                            .as("person %d, sample %d", person, i)
                            .isLessThan(step);
                }
            }
            assertThat(store.practices().latest(1, 1).get(0).totals().releaseSeconds())
                    .isCloseTo(
                            store.practices().latest(2, 1).get(0).totals().releaseSeconds(),
                            org.assertj.core.data.Offset.offset(0.002));
        }
    }

    /** What nobody judged has only its release in a file. */
    private static RepResult unjudged(RepResult rep) {
        return new RepResult(
                rep.rep(), rep.set(), false, false, false, Double.NaN, Double.NaN, rep.releaseSeconds(), Double.NaN);
    }

    private static double[] samples(Path file) throws IOException {
        double[] all = new double[200_000];
        try (var recording = Recordings.open(file, null, ReadOptions.NONE)) {
            double[] values = new double[recording.channels().size()];
            while (recording.next(values)) {
                all[(int) recording.number()] = values[0];
            }
        }
        return all;
    }

    @Test
    void textOfOthersIsImported() throws IOException {
        run("profiles", "add", "Ada", "--zone", "Europe/Berlin");
        var text = new StringBuilder("""
                %OpenBCI Raw EXG Data
                %Number of channels = 1
                %Sample Rate = 250 Hz
                %Board = OpenBCI_GUI$BoardCytonSerial
                Sample Index, EXG Channel 0, Timestamp, Timestamp (Formatted)
                """);
        for (int n = 0; n < 2500; n++) {
            text.append(n % 256)
                    .append(", ")
                    .append(Math.round(100 * Math.sin(n)))
                    .append(".5, ")
                    .append(1_790_000_000 + n / 250.0)
                    .append(", 2026-09-21 16:13:20.000\n");
        }
        Path file = Files.writeString(folder.resolve("OpenBCI-RAW.txt"), text);
        assertThat(run("import", file.toString())).as(err.toString()).isZero();
        assertThat(run("history", "--json")).isZero();
        assertThat(out.toString())
                .contains("\"kind\":\"recording\"")
                .contains("\"seconds\":10,")
                .contains("\"held\":null");
    }

    @Test
    void anExportHoldsNoNameAndNoFormulas() throws IOException {
        practised("=Xanthippe", "pressure", "2026-11-24T07:00:00Z");
        Path target = folder.resolve("out");
        assertThat(run("export", "--out", target.toString())).isZero();
        try (var files = Files.list(target)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain("Xanthippe");
            }
        }
        assertThat(Files.readAllLines(target.resolve("practices.csv")).get(1))
                .startsWith("1,P-001,2026-11-24T08:00:00+01:00,true,practice,beginner,");
    }

    @Test
    void openSignalsTextIsForEmgAndSaysSo() {
        practised("Ada", "pressure", "2026-11-24T07:00:00Z");
        Path target = folder.resolve("out");
        assertThat(run("export", "--out", target.toString(), "--format", "opensignals"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("not written: sensor: expected EMG only");
        assertThat(target.resolve("practices.csv")).exists();
    }

    @Test
    void deletedIsGone() throws IOException {
        practised("Ada", "pressure", "2026-11-24T07:00:00Z");
        practise("pressure", "2026-11-24T10:00:00Z");
        practised("Xanthippe", "pressure", "2026-11-24T07:00:00Z");
        assertThat(run("delete", "--practice", "1", "--yes")).isZero();
        assertThat(run("delete", "--person", "Xanthippe", "--yes")).isZero();
        assertThat(run("history", "--json", "--profile", "Ada")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        try (var files = Files.list(Path.of(root, "recordings"))) {
            assertThat(files).hasSize(1);
        }
        try (var files = Files.walk(Path.of(root))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Xanthippe")
                        .doesNotContain("P-002");
            }
        }
        assertThat(run("delete", "--everything", "--yes")).isZero();
        try (var files = Files.list(Path.of(root, "recordings"))) {
            assertThat(files).isEmpty();
        }
        assertThat(run("profiles")).isZero();
        assertThat(out.toString()).contains("Nobody yet");
    }

    @Test
    void aBackupIsMadeWhileAnotherProcessHasTheRecordAndBringsItBack() throws IOException {
        practised("Ada", "pressure", "2026-11-24T07:00:00Z");
        Path archive = folder.resolve("backup.zip");
        try (Store busy = Store.open(Path.of(root), Instant.now())) {
            long open =
                    busy.practiceLog().begin(Practice.Start.of(busy.profiles().get(1), Instant.now(), "lift-3min", 12));
            assertThat(run("backup", archive.toString())).as(err.toString()).isZero();
            assertThat(run("history", "--json")).as(err.toString()).isZero();
            assertThat(out.toString().lines()).hasSize(2);
            assertThat(run("delete", "--practice", "1", "--yes")).isEqualTo(1);
            assertThat(err.toString())
                    .contains("in use by process " + ProcessHandle.current().pid());
            busy.practices().delete(open);
        }
        assertThat(run("backup", archive.toString())).isEqualTo(1);
        root = folder.resolve("elsewhere").toString();
        assertThat(run("restore", archive.toString())).as(err.toString()).isZero();
        assertThat(run("history", "--json")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("\"end\":\"COMPLETED\"").contains("\"end\":\"INTERRUPTED\"");
        assertThat(run("history", "--json", "--last", "1")).isZero();
        assertThat(out.toString().lines()).hasSize(1).allMatch(line -> line.contains("\"end\":\"INTERRUPTED\""));
    }

    @Test
    void aStepIsProposedShownAndTakenOnlyWhenAskedFor() {
        run("profiles", "add", "Ada", "--zone", "Europe/Berlin");
        run("profiles", "set", "programme=beginner");
        for (int hour = 7; hour <= 13; hour += 3) {
            practise("pressure", "2026-11-24T" + (hour < 10 ? "0" : "") + hour + ":00:00Z");
        }
        assertThat(run("history")).isZero();
        assertThat(out.toString()).containsPattern("A next step\\sis possible: squeeze\\s4 s instead of 3 s");
        assertThat(run("profiles", "--json")).isZero();
        assertThat(out.toString()).contains("\"programme\":\"beginner\"");
        assertThat(run("profiles", "step")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("squeeze 4 s instead of 3 s");
        assertThat(run("history")).isZero();
        assertThat(out.toString()).doesNotContain("next step");
        assertThat(run("practice", "--sensor", "sim:healthy?signal=pressure&seed=4", "--speed", "max", "--lines"))
                .isZero();
        assertThat(out.toString()).contains("squeeze 4 s");
    }

    @Test
    void peopleShareTheDeviceAndNoProbe() {
        run("profiles", "add", "Ada");
        run("profiles", "set", "probe=pads left");
        assertThat(run("profiles", "add", "Bob")).isZero();
        assertThat(run("profiles", "set", "probe=pads left")).isEqualTo(1);
        assertThat(err.toString()).contains("probe: 'pads left' is Ada's; one person per probe");
        assertThat(run("profiles")).isZero();
        assertThat(out.toString().lines().map(String::stripTrailing))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("  Ada (P-001") && line.endsWith("probe=pads left"))
                .anyMatch(line -> line.startsWith("* Bob (P-002"));
        assertThat(run("profiles", "use", "P-001")).isZero();
        assertThat(out.toString()).isEqualTo("Ada (P-001) is the active one.\n");
    }
}
