package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What a test needs from the machine. Where it is missing the test is skipped and says so; with
 * {@code -Dpelvi4j.required=all} it fails instead. Slow tests have the tag {@code ci}: only {@code -Dpelvi4j.tier=ci}
 * selects them.
 */
final class Needs {
    private static final boolean REQUIRED = "all".equals(System.getProperty("pelvi4j.required"));

    /** Commands that have worked: to import a library of Python takes a second, and every case of a test asks. */
    private static final Set<List<String>> WORKED = ConcurrentHashMap.newKeySet();

    private Needs() {}

    /** A command that exits 0, such as {@code python3 -c "import mne"}. */
    static void command(String... words) throws IOException, InterruptedException {
        if (WORKED.contains(List.of(words))) {
            return;
        }
        String why;
        try {
            Process process = new ProcessBuilder(List.of(words))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0) {
                WORKED.add(List.of(words));
                return;
            }
            process.destroyForcibly();
            why = "does not work";
        } catch (IOException notThere) {
            why = "is not installed";
        }
        missing(String.join(" ", words) + " " + why);
    }

    /** A folder of shared test material beside the project; it is never required, since a clone comes without it. */
    static Path shared(String name) {
        Path folder = Path.of("../../shared", name).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            abort("no shared " + name + " beside the project");
        }
        return folder;
    }

    private static void missing(String what) {
        if (REQUIRED) {
            fail("required: " + what);
        }
        abort(what);
    }
}
