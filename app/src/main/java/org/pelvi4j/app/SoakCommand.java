package org.pelvi4j.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.pelvi4j.sim.soak.Soak;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code soak}: many simulated practices with faults, in virtual time. Confined to one thread. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Practises lift-3min again and again in virtual time, each seed with another simulated person, device and"
                    + " faults, and checks what must hold whatever happens.",
            "Prints one line per failure with the command that repeats it; exit code 1 when there is one."
        })
final class SoakCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many practices (default: ${DEFAULT-VALUE}).")
    private long seeds = 100;

    @Option(
            names = "--seed",
            paramLabel = "FIRST",
            defaultValue = "1",
            description = "The first seed (default: ${DEFAULT-VALUE}).")
    private long first = 1;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "0",
            description = "Goes on with more seeds until so many hours of virtual time have been practised.")
    private double hours;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        boolean held = Soak.run(new Soak.Amount(first, seeds, hours), line -> {
            out.println(line);
            out.flush();
        });
        return held ? 0 : 1;
    }
}
