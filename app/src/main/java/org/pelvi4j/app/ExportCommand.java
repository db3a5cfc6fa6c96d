package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: the record for other programs. Confined to one thread. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes practices, repetitions and days as tables, and each recording as a file of its own.",
            "Files bear the person's code and no name. They are health data: they leave the device because you say so."
        },
        footer = {"", "Examples:", "  pelvi4j export --out november --from 2026-11-01 --format csv"})
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "A new or empty folder.")
    private @Nullable Path target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "edf",
            description = "Recordings as edf (EDF+ or BDF+, as they are), csv, opensignals (EMG only) or none"
                    + " (default: ${DEFAULT-VALUE}).")
    private String format = "edf";

    @Option(names = "--practice", paramLabel = "ID", description = "Only this one; the id that 'history --json' tells.")
    private long practice;

    @Option(names = "--json", description = "One JSON object per file on a line of its own.")
    private boolean json;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Mixin
    private Whose whose = new Whose();

    @Mixin
    private Period period = new Period();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var recordings = ExportedRecordings.in(format);
        Path into = target == null ? Path.of("") : target;
        try (Store store = folder.openToRead(spec.commandLine().getErr())) {
            Profile person = whose.in(store);
            List<Practice> chosen = chosen(store, person);
            if (chosen.isEmpty()) {
                throw new Failure("no practice in this period");
            }
            empty(into);
            var tables = new ExportedTables(store, person, into);
            for (Path table : tables.write(chosen)) {
                tell(out, table, "table");
            }
            for (Practice each : chosen) {
                for (Path file : recordings.write(store, each, into)) {
                    tell(out, file, "recording");
                }
            }
            recordings.skipped().forEach(why -> spec.commandLine().getErr().println("pelvi4j: " + why));
            spec.commandLine().getErr().flush();
            out.flush();
            return recordings.skipped().isEmpty() ? 0 : 1;
        }
    }

    private List<Practice> chosen(Store store, Profile person) throws IOException {
        if (practice == 0) {
            return store.practices().between(person.id(), period.from(person.zone()), period.to(person.zone()));
        }
        return store.practices()
                .find(practice)
                .filter(found -> found.start().profile() == person.id())
                .map(List::of)
                .orElseThrow(() -> new Failure(
                        "--practice: expected the id of one of " + person.name() + "'s but was " + practice));
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new Failure(folder + ": expected a new or empty folder but there are files in it");
            }
        }
    }

    private void tell(PrintWriter out, Path file, String kind) throws IOException {
        long bytes = Files.size(file);
        out.println(
                json
                        ? JsonLine.of("file", line -> {
                            line.writeStringField("kind", kind);
                            line.writeStringField("path", file.toString());
                            line.writeNumberField("bytes", bytes);
                        })
                        : file.toString());
    }
}
