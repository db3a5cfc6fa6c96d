package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.pelvi4j.app.store.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: an archive in the place of the record. Confined to one thread. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Puts an archive of 'pelvi4j backup' in the place of the record.",
            "What was there before is put aside and not deleted; an archive that is not what it claims to be is refused."
        })
final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The archive.")
    private Path archive = Path.of("");

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean replaced = folder.begun();
        Path aside = Restore.restore(archive, folder.root(), Instant.now());
        out.println("Restored into " + folder.root() + (replaced ? "; what was there before lies in " + aside : ""));
        out.flush();
        return 0;
    }
}
