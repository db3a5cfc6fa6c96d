package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pelvi4j.app.clinic.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what is wrong with this computer, and the command that mends it. Confined to one thread. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at Java, serial ports, buses, clock, disk and power; says what is wrong and the command that mends it.",
            "It changes nothing. Exit code 1 when something cannot work."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object per finding.")
    private boolean json;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var machine = new Machine(Path.of("/"), System.getProperty("user.name", "you"));
        List<Machine.Finding> findings = machine.findings(Runtime.version().feature(), folder.root(), Instant.now());
        for (Machine.Finding each : findings) {
            out.println(json ? line(each) : text(each));
        }
        out.flush();
        return findings.stream().anyMatch(f -> f.verdict() == Machine.Verdict.STOP) ? 1 : 0;
    }

    private static String text(Machine.Finding of) {
        String word = switch (of.verdict()) {
            case OK -> "ok";
            case LOOK -> "LOOK";
            case STOP -> "STOP";
            case ABSENT -> "-";
        };
        String line = String.format(Locale.ROOT, "%-11s %-5s %s", of.check(), word, of.text());
        return of.remedy().isEmpty() ? line : line + System.lineSeparator() + " ".repeat(18) + of.remedy();
    }

    private static String line(Machine.Finding of) throws IOException {
        return JsonLine.of("finding", line -> {
            line.writeStringField("check", of.check());
            line.writeStringField("verdict", of.verdict().name().toLowerCase(Locale.ROOT));
            line.writeStringField("text", of.text());
            JsonLine.text(line, "remedy", of.remedy());
        });
    }
}
