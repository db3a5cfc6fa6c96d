package org.pelvi4j.app;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Confined to one thread. */
@Command(
        name = "pelvi4j",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Guides pelvic-floor muscle training by a pressure or EMG sensor.",
        footer = {"", "Start with: pelvi4j demo"},
        subcommands = {
            AssessCommand.class,
            BackupCommand.class,
            CalibrateCommand.class,
            DayCommand.class,
            DeleteCommand.class,
            DemoCommand.class,
            DetectCommand.class,
            DevicesCommand.class,
            DoctorCommand.class,
            ExportCommand.class,
            HistoryCommand.class,
            ImportCommand.class,
            MonitorCommand.class,
            PracticeCommand.class,
            ProfilesCommand.class,
            ProgrammeCommand.class,
            ReportCommand.class,
            RestoreCommand.class,
            SimulateCommand.class,
            SoakCommand.class
        })
public final class Main implements Runnable {
    /** What it is, in every file that says by which version it was made. */
    static final String VERSION = "pelvi4j 0.1.0";

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
        return new CommandLine(new Main());
    }

    /** Runs one command; tells its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(CommandLine.defaultFactory(), out, err, args);
    }

    /** The same with commands made by others, for tests that bring a sensor of their own. */
    static int run(CommandLine.IFactory commands, PrintWriter out, PrintWriter err, String... args) {
        PI4J.setLevel(java.util.logging.Level.WARNING);
        oneLineLogs();
        CommandLine line = new CommandLine(new Main(), commands);
        line.setOut(out);
        line.setErr(err);
        line.setDefaultValueProvider(Defaults.ofThisUser());
        line.setParameterExceptionHandler((e, words) -> complain(line, message(e), CommandLine.ExitCode.USAGE));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            LOG.debug("the command failed", e);
            int code =
                    e instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
            return complain(line, message(e), code);
        });
        int code = line.execute(args);
        out.flush();
        return code;
    }

    /** A log's line is one line like every other, unless somebody has asked for another form. */
    private static void oneLineLogs() {
        String name = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(name) == null) {
            System.setProperty(name, "pelvi4j: %5$s%n");
        }
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
