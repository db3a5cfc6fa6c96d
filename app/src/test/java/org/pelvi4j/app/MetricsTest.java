package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the record tells of each repetition is computed anew by scipy from the EDF+ file alone, read by mne. */
@Tag("ci")
class MetricsTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void run(String... words) {
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), words))
                .as(err.toString())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, pressure, 100, 10", "healthy, pressure, 20, 10", "weak, pressure, 100, 10",
        "healthy, emg, 1000, 10", "healthy, emg, 250, 10", "overactive, emg, 1000, 10",
    })
    void everyRepetitionIsTheSame(String person, String signal, int rate, int judged)
            throws IOException, InterruptedException {
        Needs.command("/usr/bin/python3", "-c", "import mne, scipy");
        String root = folder.resolve("pelvi4j").toString();
        run(
                "practice",
                "--data",
                root,
                "--speed",
                "max",
                "--lines",
                "--at",
                "2026-11-24T08:00:00Z",
                "--sensor",
                "sim:" + person + "?seed=3&signal=" + signal + "&rate=" + rate);
        Path out = folder.resolve("out");
        run("export", "--data", root, "--out", out.toString());
        Path file;
        try (var files = Files.newDirectoryStream(out, "*.{edf,bdf}")) {
            file = files.iterator().next();
        }
        assertThat(computed(file, out.resolve("repetitions.csv"), signal)).isEqualTo("same " + judged);
    }

    private String computed(Path file, Path table, String signal) throws IOException, InterruptedException {
        Path script = folder.resolve("metrics_edf.py");
        try (InputStream in = Objects.requireNonNull(MetricsTest.class.getResourceAsStream("/metrics_edf.py"))) {
            Files.write(script, in.readAllBytes());
        }
        var process = new ProcessBuilder(
                        "/usr/bin/python3", script.toString(), file.toString(), table.toString(), "1", signal, "0.4")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
