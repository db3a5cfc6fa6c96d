package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sim.run.Catalogue;
import org.pelvi4j.sim.run.SimulateOptions;
import org.pelvi4j.sim.run.SimulateRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: a virtual serial board on a pseudo-terminal, for any program. Confined to one thread. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plugs in a virtual serial board, on a pseudo-terminal that any program can open as a serial port.",
            "With --list it says what can be simulated, with --plot it draws what would come of a scenario."
        },
        footer = {
            "",
            "Commands on standard input while it runs: unplug, plug, mute, fault NAME, clear, status, quit.",
            "The person keeps to the scenario's timetable from the board's start on: a paused practice is not seen there.",
            "Example, in two terminals:",
            "  pelvi4j simulate --scenario lift3-healthy --device cyton --link /tmp/board",
            "  pelvi4j practice --sensor 'serial:/tmp/board?protocol=cyton&channel=1'",
            "A picture: pelvi4j simulate --scenario leadoff-midset --plot leadoff.png"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            defaultValue = "lift3-healthy",
            description = "What the board measures (default: ${DEFAULT-VALUE}).")
    private String scenario = "lift3-healthy";

    @Option(names = "--device", paramLabel = "PROTOCOL", description = "The board, such as cyton; --list names them.")
    private @Nullable String device;

    @Option(names = "--link", paramLabel = "PATH", description = "Where programs find its port.")
    private @Nullable Path link;

    @Option(names = "--list", description = "List people, scenarios, devices and faults, and leave.")
    private boolean list;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Practise the scenario in no time, draw it as .svg or .png, and leave.")
    private @Nullable Path plot;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "What goes wrong, possibly several, such as byte-loss=1e-3 or unplug=20s+5s.")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Random numbers other than the scenario's own.")
    private @Nullable Long seed;

    @Option(names = "--replay", paramLabel = "FILE", description = "A recording to send instead of a scenario.")
    private @Nullable Path replay;

    @Mixin
    private FileReading reading = new FileReading();

    @Option(names = "--truth", paramLabel = "FILE", description = "Where to write what was really sent, as JSON lines.")
    private @Nullable Path truth;

    @Override
    public Integer call() throws Exception {
        if (list) {
            PrintWriter out = spec.commandLine().getOut();
            Catalogue.lines().forEach(out::println);
        } else if (plot != null) {
            spec.commandLine().getOut().println(new Plotting(scenario, device, faults, seed).draw(plot));
        } else {
            run(
                    needed("--device", "a board such as cyton", device),
                    needed("--link", "a path such as /tmp/board", link));
        }
        return 0;
    }

    private static <T> T needed(String option, String expected, @Nullable T given) {
        if (given == null) {
            throw new IllegalArgumentException(
                    option + ": expected " + expected + " but it is missing; or take --list or --plot FILE");
        }
        return given;
    }

    private void run(String board, Path port) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        var options = new SimulateOptions(
                scenario, board, port, faults, seed, reading.signal(), replay, reading.options(), truth);
        SimulateRun.run(options, System.in, line -> {
            err.println(line);
            err.flush();
        });
    }
}
