package org.pelvi4j.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "pelvi4j",
        version = "pelvi4j 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Guides pelvic-floor muscle training by a pressure or EMG sensor.")
public final class Main {
    private Main() {}

    /**
     * Starts.
     *
     * @param args the words of the command line
     */
    public static void main(String... args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
