package org.pelvi4j.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person who did all there is to do in a process whose home, temporary files and logs lie in one folder, and was deleted:
 * not a byte of the name is left there. Source: RELIABILITY F15.
 */
@Tag("ci")
class DeletedPersonTest {
    private static final String MARKER = "Xanthippe";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The life of the record in one process: {@code FOLDER live} or {@code FOLDER delete}. */
    static final class Life {
        private Life() {}

        public static void main(String... args) throws IOException {
            Path answers = Files.createTempFile("answers", "");
            Files.writeString(answers, "\n\n" + MARKER + "\n" + MARKER + "\n5 cm\nyes\n\n\nl\n\n\n\n\nPT1\n1234\n");
            String sensor = "--sensor=sim:healthy?signal=emg&rate=250&seed=3";
            List<String> commands = args[0].equals("delete")
                    ? List.of("delete --person " + MARKER + " --yes")
                    : List.of(
                            "profiles add " + MARKER,
                            "calibrate --speed max --answers " + answers + " " + sensor,
                            "practice --speed max --lines --programme beginner " + sensor,
                            "assess glazer --short --speed max --lines " + sensor,
                            "history",
                            "day --walk");
            for (String command : commands) {
                var out = new PrintWriter(new StringWriter());
                int code = Main.run(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8), command.split(" "));
                assertThat(code).as(command).isZero();
            }
            Files.delete(answers);
        }
    }

    private void live(String what) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Life.class.getName(),
                        what)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(what + ".log").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("share").toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(what + ".log")))
                .isZero();
    }

    private List<Path> naming() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(DeletedPersonTest::names)
                    .toList();
        }
    }

    private static boolean names(Path file) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(MARKER)
                    || bytes.toLowerCase(Locale.ROOT).contains("p-001")
                    || file.toString().contains("p-001");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsDeletedIsInNoFileOfTheRecordNorInTemporaryFilesNorInLogs() throws IOException, InterruptedException {
        live("live");
        assertThat(naming()).hasSizeGreaterThan(3);
        live("delete");
        assertThat(naming()).isEmpty();
    }
}
