package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests in which commands are typed as a user does, on a record of their own; what is said is that of the last one. */
abstract class TypedCommands {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    String root = "";

    @BeforeEach
    void aPlace() {
        root = folder.resolve("pelvi4j").toString();
    }

    int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", root));
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    /** Somebody new, who practises once. */
    void practised(String person, String signal, String at) {
        assertThat(run("profiles", "add", person, "--zone", "Europe/Berlin")).isZero();
        practise(signal, at);
    }

    void practise(String signal, String at) {
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
}
