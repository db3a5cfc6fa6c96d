package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Renames that belong together: when one fails, those before it are undone. Confined to one thread. */
final class Renames {
    private final Deque<Path[]> done = new ArrayDeque<>();

    /** Renames one more file or folder; if that fails, everything is where it was before the first. */
    void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
            done.push(new Path[] {from, to});
        } catch (IOException e) {
            undo(e);
            throw e;
        }
    }

    private void undo(IOException because) {
        for (Path[] each : done) {
            try {
                Files.move(each[1], each[0]);
            } catch (IOException second) {
                because.addSuppressed(second);
            }
        }
    }
}
