package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Store;

/** The commands of the record, as their user meets them. */
class RecordCommandsTest extends TypedCommands {
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
