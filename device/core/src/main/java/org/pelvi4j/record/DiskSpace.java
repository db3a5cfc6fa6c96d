package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a recording may begin: not on a disk that is nearly full. Source: RELIABILITY F4. */
final class DiskSpace {
    private static final long LEAST_BYTES = 50L << 20;

    private DiskSpace() {}

    static void check(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        long free = Files.getFileStore(folder == null ? file : folder).getUsableSpace();
        if (free < LEAST_BYTES) {
            throw new IOException(file + ": expected " + (LEAST_BYTES >> 20) + " MB free on the disk but were "
                    + (free >> 20) + ": make room before recording");
        }
    }
}
