package org.pelvi4j.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What USB adapters need beside the port itself. Thread-safe. */
final class Adapters {
    private static final Path TIMERS = Path.of("/sys/bus/usb-serial/devices");

    private Adapters() {}

    /**
     * Has an FTDI adapter hand on what it has each millisecond and not each 16. Source: DOMAIN.md 3.1. Where this user may
     * not, it stays as it is: samples come in batches, their times are as good.
     */
    static void hurry(String path) {
        try {
            Path timer =
                    TIMERS.resolve(Path.of(path).toRealPath().getFileName()).resolve("latency_timer");
            if (Files.isWritable(timer)) {
                Files.writeString(timer, "1");
            }
        } catch (IOException notThere) {
            // no such adapter, or it has just gone: the port itself tells
        }
    }
}
