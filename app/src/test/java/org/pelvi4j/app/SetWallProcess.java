package org.pelvi4j.app;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * A practice in a process of its own whose wall clock can be set while it runs: a small library, compiled here and loaded
 * before all others, adds to it what a file says. Thread-safe.
 */
final class SetWallProcess implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/resources/wall_clock.c");

    private final Path folder;
    private final Process process;

    /** Compiles the library; once is enough for any number of processes. */
    static Path library(Path folder) throws IOException, InterruptedException {
        Needs.command("cc", "--version");
        Path library = folder.resolve("wall_clock.so");
        Process cc = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString(), "-ldl")
                .inheritIO()
                .start();
        if (!cc.waitFor(60, SECONDS) || cc.exitValue() != 0) {
            throw new IOException("cc: cannot compile " + SOURCE.toAbsolutePath());
        }
        return library;
    }

    /** Starts {@code pelvi4j} with these words; its wall clock is off by so much from the beginning. */
    SetWallProcess(Path library, Path folder, Duration off, List<String> words) throws IOException {
        this.folder = folder;
        set(off);
        var all = new java.util.ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        all.addAll(words);
        var builder = new ProcessBuilder(all)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("LD_PRELOAD", library.toString());
        builder.environment().put("WALL_CLOCK_FILE", file().toString());
        process = builder.start();
    }

    private Path file() {
        return folder.resolve("wall");
    }

    /** The wall clock is off by so much from now on. */
    void set(Duration off) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        bytes.putLong(0, off.toNanos());
        try (var wall = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            int unused = wall.write(bytes, 0);
        }
    }

    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    boolean ended() {
        return !process.isAlive();
    }

    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
