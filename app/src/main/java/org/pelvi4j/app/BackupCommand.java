package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: everything in one archive. Confined to one thread. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the whole record, of all people, into one archive; a practice may be going on.",
            "The archive is not encrypted: keep it as you would keep the device."
        },
        footer = {"", "Example:", "  pelvi4j backup pelvi4j-2026-11-24.zip"})
final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A new file ending in .zip.")
    private @Nullable Path archive;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path target = NewFile.checked("FILE", archive, false);
        if (!target.toString().endsWith(".zip")) {
            throw new IllegalArgumentException("FILE: expected a name ending in .zip but was " + target);
        }
        try (Store store = folder.openToRead(spec.commandLine().getErr())) {
            store.backup(target);
        }
        out.println(target + ": " + Files.size(target) / 1024 + " kB");
        out.flush();
        return 0;
    }
}
