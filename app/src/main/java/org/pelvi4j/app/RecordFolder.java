package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import picocli.CommandLine.Option;

/** The option that says where the record is, and the record itself. Confined to one thread. */
final class RecordFolder {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the record (default: $XDG_DATA_HOME/pelvi4j).")
    private @Nullable Path folder;

    /** The folder; it may be missing. */
    Path root() {
        Path given = folder;
        return (given == null ? Folders.data() : given).toAbsolutePath().normalize();
    }

    /** Whether there is a record already. */
    boolean begun() {
        return Files.exists(root().resolve("pelvi4j.db"));
    }

    /** Opens the record to change it; what a crash had left is told on the way. */
    Store open(PrintWriter err) throws StoreException {
        Store store = Store.open(root(), Instant.now());
        store.findings().forEach(finding -> err.println("pelvi4j: " + finding));
        err.flush();
        return store;
    }

    /**
     * Opens the record to read in it, also while a practice is going on. What was left in order is not looked through
     * again, so that a page of ten years comes at once.
     */
    Store openToRead(PrintWriter err) throws StoreException {
        if (Store.endedInOrder(root())) {
            try {
                Store store = Store.openToRead(root());
                if (finished(store)) {
                    return store;
                }
            } catch (IOException older) {
                return open(err);
            }
        }
        try {
            return open(err);
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.IN_USE) {
                return Store.openToRead(root());
            }
            throw e;
        }
    }

    /** Whether every practice has an end; where not, or where it cannot be told, the store is closed. */
    private static boolean finished(Store store) throws IOException {
        boolean finished = false;
        try {
            finished = !store.unfinished();
        } finally {
            if (!finished) {
                store.close();
            }
        }
        return finished;
    }
}
