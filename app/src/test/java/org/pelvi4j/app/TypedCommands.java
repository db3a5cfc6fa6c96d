package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Commands as a user types them, on a record of their own; what they say is that of the last one. Confined to one thread. */
final class TypedCommands {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    int run(String root, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", root));
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    /** Somebody new, who practises once. */
    void practised(String root, String person, String signal, String at) {
        assertThat(run(root, "profiles", "add", person, "--zone", "Europe/Berlin"))
                .isZero();
        practise(root, signal, at);
    }

    void practise(String root, String signal, String at) {
        assertThat(run(
                        root,
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
