package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pelvi4j.record.RecordedSensor;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.time.VirtualClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code detect}: the contractions in recordings, by the flow that runs live. Confined to one thread. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Finds the contractions in recordings, streaming them through the flow that runs live, without look-ahead.",
        footer = {
            "",
            "Examples:",
            "  pelvi4j detect practice.edf",
            "  pelvi4j detect trace.csv --signal pressure --unit mmHg --rate 100 --column 2 --json"
        })
final class DetectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private FileReading reading = new FileReading();

    @Option(names = "--json", description = "One JSON object per contraction.")
    private boolean json;

    @Option(names = "--events", description = "Each phase event too, in the order decided.")
    private boolean events;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        for (String file : files) {
            int found = detect(file, out);
            if (!json) {
                out.println(file + ": " + found + (found == 1 ? " contraction" : " contractions"));
            }
        }
        out.flush();
        return 0;
    }

    private int detect(String file, PrintWriter out) throws IOException {
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        try (var recording = Recordings.open(Path.of(file), reading.format(), reading.options())) {
            var sensor = RecordedSensor.of(file, recording, clock);
            var lines = new EventLines(
                    out, file, new EventLines.Form(json, events), sensor.info().rateHz());
            var unused = Session.of(SessionSetup.watching(sensor, clock).followedBy(lines))
                    .run();
            return lines.found();
        }
    }
}
