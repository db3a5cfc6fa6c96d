package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreFaults;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.Recordings;

/** The record with more than one process, with other users, and with processes that are killed. */
class StoreProcessTest {
    @TempDir
    Path folder;

    /** The class path copied to where another user may read it: a Maven repository in a home folder is often private. */
    private String readableByAll() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("classes"));
        Files.setPosixFilePermissions(copies, PosixFilePermissions.fromString("rwxr-xr-x"));
        var paths = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path from = Path.of(entry);
            Path to = copies.resolve(paths.size() + "-" + from.getFileName());
            if (Files.exists(from)) {
                copy(from, to);
                paths.add(to.toString());
            }
        }
        return String.join(File.pathSeparator, paths);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path copied = Files.copy(each, to.resolve(from.relativize(each).toString()));
                String rights = Files.isDirectory(each) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(copied, PosixFilePermissions.fromString(rights));
            }
        }
    }

    private static Process start(List<String> before, String what, Path... paths) throws IOException {
        return start(before, System.getProperty("java.class.path"), what, paths);
    }

    private static Process start(List<String> before, String classPath, String what, Path... paths) throws IOException {
        var words = new ArrayList<String>(before);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "org.pelvi4j.app.store.StoreProcess",
                what));
        Stream.of(paths).map(Path::toString).forEach(words::add);
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return String.valueOf(process.inputReader().readLine());
    }

    @Test
    void theSecondOfTwoProcessesIsRefusedAndToldWhichHasIt() throws IOException, InterruptedException {
        Path root = folder.resolve("pelvi4j");
        Process first = start(List.of(), "hold", root);
        assertThat(firstLine(first)).isEqualTo("open");
        Process second = start(List.of(), "open", root);

        assertThat(firstLine(second))
                .isEqualTo("IN_USE " + root + ": in use by process " + first.pid() + ": end that one first");
        first.destroyForcibly().waitFor();
        assertThat(firstLine(start(List.of(), "open", root))).isEqualTo("open");
    }

    @Test
    void aFolderOfSomebodyElseIsToldAndNothingIsKept() throws IOException, InterruptedException {
        Needs.command("setpriv", "--reuid", "65534", "--clear-groups", "true");
        Path root = folder.resolve("pelvi4j");
        Files.createDirectory(root);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process other = start(List.of("setpriv", "--reuid", "65534", "--clear-groups"), readableByAll(), "open", root);

        assertThat(firstLine(other))
                .startsWith("NOT_WRITABLE " + root + ": expected a folder that ")
                .contains("owned by ")
                .endsWith("practising works, nothing is kept");
    }

    /** Thirty times: at most a second of signal is lost, no repetition, and the record is whole. Source: RELIABILITY F1. */
    @Test
    @Tag("ci")
    void aKillLosesNoRepetitionAndAtMostASecondOfSignal() throws IOException, InterruptedException {
        kills(30);
    }

    @Test
    void aKillOrTwoLoseNoRepetitionAndAtMostASecondOfSignal() throws IOException, InterruptedException {
        kills(2);
    }

    /**
     * Forcing the disk, or a write of the database, fails at the k-th call, for a while or for ever: the process tells it or
     * ends, and the record is whole afterwards. Source: RELIABILITY F5; EdfFaultsTest has every step of a recording.
     */
    @ParameterizedTest
    @CsvSource({
        "'fsync,fdatasync', EIO, 1+3",
        "'fsync,fdatasync', EIO, 2+3",
        "'fsync,fdatasync', EIO, 5+3",
        "'fsync,fdatasync', EIO, 3+",
        "pwrite64, ENOSPC, 2..4",
        "pwrite64, ENOSPC, 9..12",
        "pwrite64, EIO, 6+"
    })
    @Tag("ci")
    void aDiskThatFailsAtSomeCallLeavesTheRecordWhole(String calls, String error, String when)
            throws IOException, InterruptedException {
        Needs.command("strace", "-f", "-e", "trace=fdatasync", "true");
        Path root = folder.resolve("pelvi4j");
        start(List.of(), "open", root).waitFor();
        var strace = new ArrayList<String>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
        if (calls.equals("pwrite64")) {
            for (String name : List.of("pelvi4j.db", "pelvi4j.db-wal")) {
                strace.addAll(List.of("-P", root.resolve(name).toString()));
            }
        }
        strace.addAll(List.of("-e", "trace=" + calls, "-e", "inject=" + calls + ":error=" + error + ":when=" + when));
        Process process = start(strace, "record", root);
        try (BufferedReader said = process.inputReader()) {
            for (int line = 0; line < 30; line++) {
                if (said.readLine() == null) {
                    break;
                }
            }
        }
        // strace ends when what it traces has, and not before
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        try (Store store = Store.open(root, Instant.now())) {
            assertThat(store.findings()).noneMatch(line -> line.contains("broken"));
            assertThat(StoreFaults.integrity(store)).containsExactly("ok");
            for (Practice practice : store.practices().latest(1, 100)) {
                assertThat(store.practices().reps(practice.id()))
                        .hasSize(practice.totals().done());
            }
        }
        try (Stream<Path> files = Files.list(Path.of("."))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("hs_err")))
                    .isEmpty();
        }
    }

    /** A rename that fails at the k-th call, k to the end: what was there before is whole and in its place. */
    @Test
    @Tag("ci")
    void aRenameThatFailsWhileRestoringLeavesTheRecordAsItWas() throws IOException, InterruptedException {
        Needs.command("strace", "-f", "-e", "trace=rename", "true");
        Path archive = folder.resolve("backup.zip");
        try (Store store = Store.open(folder.resolve("theirs"), Instant.now())) {
            store.profiles().add("Bob", ZoneId.of("UTC"), "en", Instant.now());
            Files.writeString(store.calibrations().pages().resolve("p-001-emg-1.txt"), "person: P-001\n");
            store.backup(archive);
        }
        Path root = folder.resolve("pelvi4j");
        try (Store store = Store.open(root, Instant.now())) {
            store.profiles().add("Ada", ZoneId.of("UTC"), "en", Instant.now());
            Files.writeString(store.calibrations().pages().resolve("p-001-emg-2.txt"), "person: P-001\n");
        }
        int k = 0;
        String said;
        do {
            k++;
            Process process = start(
                    List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=/^rename:error=EIO:when=" + k),
                    "restore",
                    root,
                    archive);
            said = firstLine(process);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            boolean restored = said.startsWith("restored");
            assertThat(restored || said.startsWith("refused ")).as(said).isTrue();
            try (Store store = Store.open(root, Instant.now())) {
                assertThat(store.findings()).isEmpty();
                assertThat(store.aside().isPresent()).isEqualTo(restored);
                assertThat(store.profiles().all())
                        .extracting(Profile::name)
                        .as("rename %d", k)
                        .containsExactly(restored ? "Bob" : "Ada");
                assertThat(store.calibrations().pages().resolve(restored ? "p-001-emg-1.txt" : "p-001-emg-2.txt"))
                        .exists();
            }
        } while (!said.startsWith("restored"));
        // Database, recordings and set-ups: aside, and into their place.
        assertThat(k).isGreaterThan(6);
    }

    private void kills(int count) throws IOException, InterruptedException {
        Path root = folder.resolve("pelvi4j");
        var random = new SplittableRandom(2026);
        for (int kill = 0; kill < count; kill++) {
            Process process = start(List.of(), "record", root);
            long reps = 0;
            long sample = 0;
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            int lines = 20 + random.nextInt(60);
            try (BufferedReader said = process.inputReader()) {
                for (int i = 0; i < lines && System.nanoTime() - until < 0; i++) {
                    String line = String.valueOf(said.readLine());
                    sample = line.startsWith("sample ") ? Long.parseLong(line.substring(7)) : sample;
                    reps = line.startsWith("rep ") ? Long.parseLong(line.substring(4)) : reps;
                }
                // By its handle: the process itself would close the stream with what it said last.
                assertThat(process.toHandle().destroyForcibly()).isTrue();
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    sample = line.matches("sample [0-9]+") ? Long.parseLong(line.substring(7)) : sample;
                    reps = line.matches("rep [0-9]+") ? Long.parseLong(line.substring(4)) : reps;
                }
            }
            process.waitFor();
            survived(root, kill, sample, reps);
        }
    }

    private static void survived(Path root, int kill, long sample, long reps) throws IOException {
        long begin = System.nanoTime();
        try (Store store = Store.open(root, Instant.now())) {
            // 3 s, times three for a busy machine.
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(9));
            assertThat(StoreFaults.integrity(store)).containsExactly("ok");
            Practice last = store.practices().latest(1, 100).get(0);
            assertThat(store.practices().latest(1, 100)).hasSize(kill + 1);
            assertThat(last.totals().ended()).isEqualTo(Practice.INTERRUPTED);
            assertThat(last.totals().done()).isBetween((int) reps, (int) reps + 1);
            Path file = last.start().recording().orElseThrow();
            long kept = 0;
            try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
                double[] values = new double[1];
                while (recording.next(values)) {
                    kept = recording.number() + 1;
                    assertThat(Math.round(values[0])).isEqualTo(recording.number() % 1000);
                }
            }
            assertThat(sample - kept).as("samples lost").isLessThanOrEqualTo(250);
        }
    }
}
