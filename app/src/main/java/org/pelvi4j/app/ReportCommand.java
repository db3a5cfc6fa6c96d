package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Report;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: the record as one page. Confined to one thread. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the record as one HTML page that needs nothing else and prints on A4.",
            "It bears the person's code and no name."
        },
        footer = {"", "Example:", "  pelvi4j report --out report.html --from 2026-10-01"})
final class ReportCommand implements Callable<Integer> {
    private static final int USUAL_DAYS = 84;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file, such as report.html.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Mixin
    private Whose whose = new Whose();

    @Mixin
    private Period period = new Period();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path target = NewFile.checked("--out", file, force);
        try (Store store = folder.openToRead(spec.commandLine().getErr())) {
            Profile person = whose.in(store);
            Instant now = Instant.now();
            LocalDate last = period.last(now.atZone(person.zone()).toLocalDate());
            String page = Report.of(store, person, period.first(last.minusDays(USUAL_DAYS - 1)), last, now);
            NewFile.write(target, page.getBytes(StandardCharsets.UTF_8));
            out.println(target + ": " + Files.size(target) / 1024 + " kB");
            out.flush();
            return 0;
        }
    }
}
