package org.pelvi4j.app;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a person should know beside the exercise, which goes on: a display is gone, what mends the sensor. One plain line
 * each on stderr; while a live screen has the terminal they wait until it has given it back. Thread-safe.
 */
final class Notices {
    /** A wire that comes and goes for an hour says the same few things. Source: chosen. */
    private static final int MOST_WAITING = 50;

    private final Supplier<PrintWriter> stderr;
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean held;

    Notices(Supplier<PrintWriter> stderr) {
        this.stderr = stderr;
    }

    /** Says one line, now or when the live screen has gone; what waits already is not said twice. */
    synchronized void say(String line) {
        if (!held) {
            print(line);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(line);
        }
    }

    /** A live screen takes the terminal. */
    synchronized void hold() {
        held = true;
    }

    /** The terminal is free again. */
    synchronized void release() {
        held = false;
        waiting.forEach(this::print);
        waiting.clear();
    }

    private void print(String line) {
        PrintWriter err = stderr.get();
        err.println("pelvi4j: " + line);
        err.flush();
    }
}
