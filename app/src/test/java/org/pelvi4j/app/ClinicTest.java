package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.app.clinic.CalibrationFile;
import org.pelvi4j.app.clinic.Locks;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recordings;

/** A physiotherapist's session as words and answers: set-up, assessment, programme, practice, report. */
class ClinicTest {
    private static final String FIRST = "\n\nlying\nprobe A\n5 cm\nyes\n\n\n";
    private static final String LAST = "\n\n\n\nPT1\n1234\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int run(String... words) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), words);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String calibrate(String sensor, String answers, String... more) throws IOException {
        Path file = folder.resolve("answers");
        Files.writeString(file, answers);
        var words = new java.util.ArrayList<>(List.of(
                "calibrate", "--data", data(), "--sensor", sensor, "--speed", "max", "--answers", file.toString()));
        words.addAll(List.of(more));
        out.getBuffer().setLength(0);
        int code = run(words.toArray(String[]::new));
        return code + "\n" + out;
    }

    private String setUp(String sensor) throws IOException {
        return calibrate(sensor, FIRST + "l\n" + LAST);
    }

    private List<Path> pages() throws IOException {
        Path pages = folder.resolve("data/calibrations");
        if (!Files.isDirectory(pages)) {
            return List.of();
        }
        try (var files = Files.list(pages)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String after(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElse("none");
    }

    /** Somebody behind a virtual chip sees the set-up too; between what the sensor can tell is shown. */
    @Test
    void aPersonBehindAVirtualChipIsSetUp() throws IOException {
        String said = setUp("sim+i2c:1/0x28?chip=abp2&range=350mbar&seed=3");
        assertThat(said.replaceAll(" +", " "))
                .startsWith("0\n")
                .contains("range -9 to 366 cmH2O, the signal well within: ok", "strongest - rest =")
                .doesNotContain("all pads");
        assertThat(pages()).hasSize(1);
    }

    @Test
    void aSetUpIsLockedAndLeavesAPageWithItsOwnChecksum() throws IOException {
        String said = setUp("sim:healthy?signal=pressure&seed=3");

        assertThat(said)
                .startsWith("0\n")
                .contains("For me (P-001).", "step 10 of 10", "one channel: cannot tell a lift from a push");
        assertThat(pages()).hasSize(1);
        Path page = pages().get(0);
        assertThat(CalibrationFile.intact(page)).isTrue();
        assertThat(Files.getPosixFilePermissions(page)).hasSize(2);
        String text = Files.readString(page);
        assertThat(text)
                .contains("reference by: maximal", "probe: probe A", "posture: lying", "locked by: PT1", "sha256: ");
        assertThat(text).doesNotContain("1234");
        assertThat(Files.readString(folder.resolve("data/locks.properties"))).doesNotContain("1234");

        Path recording = page.resolveSibling(after(text, "recording: (\\S+)"));
        assertThat(Files.getPosixFilePermissions(recording)).hasSize(2);
        try (var recorded = Recordings.open(recording, null, ReadOptions.NONE)) {
            assertThat(recorded.person()).isEqualTo("P-001");
            List<String> windows = recorded.annotations().stream()
                    .map(Annotation::text)
                    .filter(event -> event.startsWith("CAL "))
                    .filter(event -> !event.startsWith("CAL scale"))
                    .toList();
            assertThat(windows)
                    .containsExactly(
                            "CAL settle",
                            "CAL rest",
                            "CAL gentle",
                            "CAL cough",
                            "CAL mvc 1",
                            "CAL mvc 2",
                            "CAL mvc 3",
                            "CAL lock by=PT1");
        }

        Files.writeString(page, text.replace("lying", "sitting"));
        assertThat(CalibrationFile.intact(page)).as("changed by hand").isFalse();
        assertThat(run("calibrate", "--show", "--data", data())).isZero();
        assertThat(out.toString()).contains("by PT1");
    }

    @Test
    void nothingIsKeptBeforeTheLock() throws IOException {
        assertThat(calibrate("sim:healthy?signal=pressure&seed=3", FIRST + "l\n\n\n\n\nPT1\n"))
                .startsWith("1\n");
        try (var files = Files.list(folder.resolve("data/calibrations"))) {
            assertThat(files).isEmpty();
        }
        assertThat(run("calibrate", "--show", "--data", data())).isZero();
        assertThat(out.toString()).contains("no calibration yet");
    }

    @Test
    void whereNobodyAnswersDefaultsAreTakenToTheEndAndKeptWhereNoLockIs() throws IOException {
        String said = calibrate("sim:healthy?signal=pressure&seed=3", "");
        assertThat(said)
                .startsWith("0\n")
                .contains("-> enter", "-> n\n", "step 10 of 10", "used mean of the best two", "template ")
                .contains("Kept, locked by nobody: ");
        assertThat(err.toString()).isEmpty();
        assertThat(pages()).hasSize(1);
        String page = Files.readString(pages().get(0));
        assertThat(page).contains("judged: notsure", "locked by: nobody", "programme: lift-3min");
        assertThat(CalibrationFile.intact(pages().get(0))).isTrue();
        assertThat(pages().get(0).resolveSibling(after(page, "recording: (\\S+)")))
                .exists();
        assertThat(folder.resolve("data/locks.properties")).doesNotExist();
        assertThat(run("calibrate", "--show", "--data", data())).isZero();
        assertThat(out.toString()).contains("by -").doesNotContain("CHANGED");
    }

    @Test
    void whereNobodyAnswersWhatIsLockedStays() throws IOException {
        Locks.in(Files.createDirectories(folder.resolve("data"))).add("PT1", "1234");
        String said = calibrate("sim:healthy?signal=pressure&seed=3", "");
        assertThat(said).startsWith("1\n").contains("step 10 of 10", "used mean of the best two", "template ");
        assertThat(err.toString().lines())
                .containsExactly("pelvi4j: Measured to the end, but this device has a lock and nobody was there to open"
                        + " it: nothing is kept. Code and PIN can come from a terminal, a pipe or --answers FILE.");
        assertThat(pages()).isEmpty();
    }

    @Tag("ci")
    @Test
    void aNameInPlaceOfACodeIsToldBeforeAnyPinIsAskedFor() throws IOException {
        String said = calibrate("sim:healthy?signal=pressure&seed=3", FIRST + "l\n\n\n\n\nAnna Meier\nPT1\n1234\n");
        assertThat(said).startsWith("0\n").contains("a code, no name");
        assertThat(Files.readString(pages().get(0))).contains("locked by: PT1");
    }

    @Tag("ci")
    @Test
    void anotherPinDoesNotReplaceWhatIsLocked() throws IOException {
        assertThat(setUp("sim:healthy?signal=pressure&seed=3")).startsWith("0\n");
        String other = FIRST + "l\n\n\n\n\n" + "PT1\n9999\n".repeat(7);
        String said = calibrate("sim:healthy?signal=pressure&seed=4", other);
        assertThat(said).startsWith("1\n").contains("That is not the PIN");
        assertThat(pages()).hasSize(1);
    }

    @Tag("ci")
    @Test
    void aPersonWhoNeverContractsIsRefusedWithTheReasonAndTheOldOneStays() throws IOException {
        assertThat(setUp("sim:healthy?signal=pressure&seed=3")).startsWith("0\n");
        String said = calibrate("sim:no-contact?signal=pressure&seed=3", FIRST + "l\n" + "\nq\n");
        assertThat(said).startsWith("1\n").contains("STOP");
        assertThat(pages()).hasSize(1);
    }

    @Tag("ci")
    @Test
    void twoZonesTellThatItIsAPushAndOneDoesNot() throws IOException {
        String two = setUp("sim:strainer?signal=pressure&channels=2&seed=3");
        assertThat(two).contains("the channels say: push").contains("push, push, push");
        String one = calibrate("sim:strainer?signal=pressure&seed=3", FIRST + "p\n" + LAST);
        assertThat(one)
                .contains("one channel: cannot tell a lift from a push")
                .doesNotContain("the channels say")
                .contains("you judged a push: first the lift, strength later");
    }

    /** The whole session, each person as DOMAIN says. */
    @Tag("ci")
    @ParameterizedTest
    @ValueSource(strings = {"healthy", "weak", "flicker", "overactive", "strainer"})
    void aPhysiotherapistsSessionFromSetUpToReport(String person) throws IOException {
        String sensor = "sim:" + person + "?signal=emg&seed=3";
        String said = setUp(sensor);
        assertThat(said).startsWith("0\n").contains("one channel: cannot tell a lift from a push");
        String template = after(said, "template ([a-z0-9-]+)");
        switch (person) {
            case "healthy" -> assertThat(template).isIn("lift-3min", "long-10-10");
            case "overactive" -> assertThat(template).isEqualTo("downtrain");
            default -> assertThat(template).isIn("beginner", "lift-3min");
        }

        out.getBuffer().setLength(0);
        assertThat(run("assess", "glazer", "--data", data(), "--sensor", sensor, "--speed", "max", "--lines", "--json"))
                .isZero();
        String figures = out.toString();
        double rest = figure(figures, "pre", "mean");
        double tonic = figure(figures, "tonic", "mean");
        assertThat(tonic).isGreaterThan(rest);
        assertThat(figures).contains("measured by probe").doesNotContainPattern("(?i)normal|\\bgood\\b|\\bpoor\\b");
        if (person.equals("healthy")) {
            assertThat(tonic / rest).isGreaterThan(3);
            assertThat(figure(figures, "tonic", "release-research")).isLessThan(1.0);
        } else if (person.equals("overactive")) {
            assertThat(figures)
                    .containsPattern("\"tonic\",\"metric\":\"releases-out\",\"value\":[1-5]|release-research");
        }

        assertThat(run("programme", "show", template)).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("practice", "--data", data(), "--sensor", sensor, "--speed", "max", "--lines"))
                .isZero();
        assertThat(out.toString()).contains("let go in time");

        Path report = folder.resolve("report.html");
        assertThat(run("report", "--data", data(), "--out", report.toString())).isZero();
        assertThat(Files.readString(report)).contains(template, "PT1", "glazer-long", "onset, 75 % rule");
    }

    private static double figure(String json, String segment, String metric) {
        return Double.parseDouble(
                after(json, "\"segment\":\"" + segment + "\",\"metric\":\"" + metric + "\",\"value\":([0-9.]+)"));
    }
}
