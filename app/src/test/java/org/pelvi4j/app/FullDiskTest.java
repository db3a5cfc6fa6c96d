package org.pelvi4j.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real disk, in memory and mounted for one process only, that is full at each block in turn, is too small to begin on,
 * or cannot be written at all. Source: RELIABILITY F4 and F6.
 */
class FullDiskTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String err = "";

    /** Runs a class with a disk mounted at {@code folder/disk}. */
    private String on(String mount, int exitValue, Class<?> main, String... words)
            throws IOException, InterruptedException {
        Needs.command("unshare", "-Urm", "true");
        Path disk = Files.createDirectories(folder.resolve("disk"));
        var all = new ArrayList<String>(List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount " + mount + " '" + disk + "' && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        all.addAll(List.of(words));
        Path errors = folder.resolve("err");
        Process process = new ProcessBuilder(all).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, SECONDS)).isTrue();
        err = Files.readString(errors);
        assertThat(process.exitValue()).as(out + err).isEqualTo(exitValue);
        return out;
    }

    private String[] practice() {
        return new String[] {
            "practice",
            "--data",
            folder.resolve("disk/pelvi4j").toString(),
            "--sensor",
            "sim:healthy?signal=pressure&seed=4",
            "--programme",
            "beginner",
            "--speed",
            "max",
            "--lines"
        };
    }

    @Test
    @Tag("ci")
    void fullAtEachBlockItStopsCleanlyIsToldAndGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        fullAtEach(1);
    }

    @Test
    void fullAtSomeBlocksItStopsCleanlyIsToldAndGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        fullAtEach(5);
    }

    private void fullAtEach(int blocks) throws IOException, InterruptedException {
        String said = on(
                "-t tmpfs -o size=64m tmpfs",
                0,
                FullDiskPractices.class,
                folder.resolve("disk").toString(),
                Integer.toString(blocks));
        assertThat(said).matches("blocks [1-9][0-9], full for a while [1-9][0-9]*, for good [1-9][0-9]*\\n");
    }

    @Test
    void belowFiftyMegabytesItRefusesToBegin() throws IOException, InterruptedException {
        assertThat(on("-t tmpfs -o size=49m tmpfs", 1, Main.class, practice())).isEmpty();
        assertThat(err.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("pelvi4j: " + folder.resolve("disk/pelvi4j"))
                        .contains("expected 50 MB free on the disk: make room, or practise with --no-record"));
    }

    @Test
    void onADiskThatCannotBeWrittenItIsToldAndPractisingWorks() throws IOException, InterruptedException {
        assertThat(on("-t tmpfs -o ro tmpfs", 0, Main.class, practice())).contains("let go in time");
        assertThat(err.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("pelvi4j: " + folder.resolve("disk/pelvi4j") + ": expected a folder that ")
                        .endsWith("practising works, nothing is kept"));
    }

    @Test
    void aRecordOnADiskThatCannotBeWrittenAnyMoreIsReadAndNothingIsKept() throws IOException, InterruptedException {
        Path record = folder.resolve("disk");
        var first = new PrintWriter(new StringWriter());
        assertThat(Main.run(first, first, practice())).isZero();
        String said = on("--bind -o ro '" + record + "'", 0, Main.class, practice());
        assertThat(said).contains("let go in time");
        assertThat(err).endsWith("practising works, nothing is kept\n");
        String history = on(
                "--bind -o ro '" + record + "'",
                0,
                Main.class,
                "history",
                "--json",
                "--data",
                record.resolve("pelvi4j").toString());
        assertThat(history.lines()).hasSize(1);
    }
}
