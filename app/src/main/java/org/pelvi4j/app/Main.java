package org.pelvi4j.app;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Confined to one thread. */
@Command(
        name = "pelvi4j",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Guides pelvic-floor muscle training by a pressure or EMG sensor.",
        footer = {"", "Start with: pelvi4j demo"})
public final class Main implements Runnable {
    /** What it is, in every file that says by which version it was made. */
    static final String VERSION = "pelvi4j 0.1.0";

    /** By their names. To make them all takes half of a start: only the one that is called is made. */
    private static final Map<String, Class<?>> COMMANDS = new TreeMap<>(Map.ofEntries(
            entry("assess", AssessCommand.class),
            entry("backup", BackupCommand.class),
            entry("calibrate", CalibrateCommand.class),
            entry("day", DayCommand.class),
            entry("delete", DeleteCommand.class),
            entry("demo", DemoCommand.class),
            entry("detect", DetectCommand.class),
            entry("devices", DevicesCommand.class),
            entry("doctor", DoctorCommand.class),
            entry("export", ExportCommand.class),
            entry("history", HistoryCommand.class),
            entry("import", ImportCommand.class),
            entry("monitor", MonitorCommand.class),
            entry("practice", PracticeCommand.class),
            entry("profiles", ProfilesCommand.class),
            entry("programme", ProgrammeCommand.class),
            entry("report", ReportCommand.class),
            entry("restore", RestoreCommand.class),
            entry("simulate", SimulateCommand.class),
            entry("soak", SoakCommand.class)));

    private static final Set<String> ALONE = Set.of("-V", "--version");

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /** Pi4J tells of every step it takes; kept here, or its level would be forgotten. */
    private static final java.util.logging.Logger PI4J = java.util.logging.Logger.getLogger("com.pi4j");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Main() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a COMMAND; 'pelvi4j demo' is a good first one");
    }

    /**
     * Starts.
     *
     * @param args the words of the command line
     */
    public static void main(String... args) {
        System.exit(run(writer(System.out), writer(System.err), args));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    /** All commands, as a user can call them. */
    static CommandLine commandLine() {
        return commandLine(CommandLine.defaultFactory(), "");
    }

    /** The command that the first word names; all of them where it names none, so that help and messages know them. */
    private static CommandLine commandLine(CommandLine.IFactory factory, String first) {
        var line = new CommandLine(new Main(), factory);
        Class<?> only = COMMANDS.get(first);
        if (only != null) {
            line.addSubcommand(first, only);
        } else if (!ALONE.contains(first)) {
            COMMANDS.forEach(line::addSubcommand);
        }
        return line;
    }

    /** Runs one command; tells its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(CommandLine.defaultFactory(), out, err, args);
    }

    /** The same with commands made by others, for tests that bring a sensor of their own. */
    static int run(CommandLine.IFactory commands, PrintWriter out, PrintWriter err, String... args) {
        PI4J.setLevel(java.util.logging.Level.WARNING);
        oneLineLogs();
        CommandLine line = commandLine(commands, args.length == 0 ? "" : args[0]);
        line.setOut(out);
        line.setErr(err);
        line.setDefaultValueProvider(Defaults.ofThisUser());
        line.setParameterExceptionHandler((e, words) -> complain(line, usage(e), CommandLine.ExitCode.USAGE));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            LOG.debug("the command failed", e);
            int code =
                    e instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
            return complain(line, message(e), code);
        });
        return UnderWay.run(() -> {
            int code = line.execute(args);
            out.flush();
            return code;
        });
    }

    /** A log's line is one line like every other, unless somebody has asked for another form. */
    private static void oneLineLogs() {
        String name = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(name) == null) {
            System.setProperty(name, "pelvi4j: %5$s%n");
        }
    }

    /** A word that is no command, and one too many, as people would say it. */
    private static String usage(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException wrong) || wrong.isUnknownOption()) {
            return message(e);
        }
        CommandLine at = wrong.getCommandLine();
        String word = "'" + wrong.getUnmatched().get(0) + "': expected ";
        String help = "; '" + at.getCommandSpec().qualifiedName() + " --help' ";
        if (at.getSubcommands().isEmpty()) {
            return word + "nothing more" + help + "says what it takes";
        }
        List<String> alike = wrong.getSuggestions();
        return word + "a command" + (alike.isEmpty() ? "" : " such as " + alike.get(0)) + help + "lists all";
    }

    private static int complain(CommandLine line, String message, int code) {
        line.getErr().println("pelvi4j: " + message);
        line.getErr().flush();
        return code;
    }

    /** One line for people: what java.nio leaves to the exception's type is put into words. */
    static String message(Throwable e) {
        String said = e.getMessage();
        if (e instanceof NoSuchFileException) {
            return said + ": no such file";
        }
        if (e instanceof AccessDeniedException) {
            return said + ": no permission";
        }
        if (said == null
                || !(e instanceof IOException
                        || e instanceof IllegalArgumentException
                        || e instanceof Failure
                        || e instanceof ParameterException)) {
            return "unexpected: " + e;
        }
        return said.lines().findFirst().orElse(said);
    }
}
