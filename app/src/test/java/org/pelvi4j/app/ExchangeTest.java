package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recordings;

/** What leaves the record by {@code export} and comes in by {@code import}. */
class ExchangeTest extends TypedCommands {
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
}
