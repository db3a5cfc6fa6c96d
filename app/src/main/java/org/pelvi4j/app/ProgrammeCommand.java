package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Timeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code programme}: what can be practised, and whether a file of one's own is right. Confined to one thread. */
@Command(
        name = "programme",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists and shows programmes, and checks a file of one's own.",
        footer = {
            "",
            "Examples:",
            "  pelvi4j programme list",
            "  pelvi4j programme show lift-3min --yaml > mine.yaml",
            "  pelvi4j programme check mine.yaml"
        })
final class ProgrammeCommand implements Callable<Integer> {
    private static final int USUAL_COLUMNS = 80;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "expected list, show ID or check FILE");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the programmes that come with it.")
    int list(@Option(names = "--json", description = "One JSON object per programme.") boolean json)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (String id : Programmes.ids()) {
            Programme each = Programmes.named(id);
            out.println(json ? json(each) : text(each));
        }
        out.flush();
        return 0;
    }

    private static String text(Programme of) {
        long seconds = of.length().toSeconds();
        return String.format(
                        Locale.ROOT,
                        "%-18s %3d:%02d  %3d reps  %s",
                        of.id(),
                        seconds / 60,
                        seconds % 60,
                        of.reps(),
                        of.title())
                .stripTrailing();
    }

    private static String json(Programme of) throws IOException {
        return JsonLine.of("programme", line -> {
            line.writeStringField("id", of.id());
            line.writeStringField("title", of.title());
            line.writeNumberField("reps", of.reps());
            line.writeNumberField("sets", of.sets());
            line.writeNumberField("seconds", of.length().toSeconds());
        });
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows a programme: its steps, and its shape along the time, a row a minute.")
    int show(
            @Parameters(paramLabel = "ID", description = "A programme's id, or a .yaml file.") String id,
            @Option(names = "--yaml", description = "As a file to begin one's own with.") boolean yaml,
            @Option(names = "--columns", paramLabel = "N", description = "How wide a line may be, 40 to 200.") @Nullable
                    Integer columns)
            throws IOException {
        int wide = columns == null ? USUAL_COLUMNS : columns;
        if (wide < 40 || wide > 200) {
            throw new IllegalArgumentException("--columns: expected 40 to 200 but was " + wide);
        }
        Programme programme = Programmes.named(id);
        PrintWriter out = spec.commandLine().getOut();
        if (yaml) {
            out.print(programme.yaml());
        } else {
            Timeline.of(programme).lines(wide).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks programmes of one's own; what is wrong is told with line and column.")
    int check(@Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML files.") List<String> files)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int wrong = 0;
        for (String file : files) {
            try {
                out.println(file + ": ok: " + text(Programmes.inFile(file)));
            } catch (IllegalArgumentException e) {
                wrong++;
                spec.commandLine().getErr().println("pelvi4j: " + Main.message(e));
            }
        }
        spec.commandLine().getErr().flush();
        out.flush();
        return wrong == 0 ? 0 : 1;
    }
}
