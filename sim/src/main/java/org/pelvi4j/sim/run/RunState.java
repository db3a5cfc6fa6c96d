package org.pelvi4j.sim.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pelvi4j.sim.device.Witness;

/**
 * Where a run is, in a small file beside its link, so that a run that was killed in the middle of a stream goes on where
 * it stopped. The file is written with every batch, and gone when a run ends as it should. Confined to one thread.
 */
final class RunState implements Witness, AutoCloseable {
    private static final Pattern FORM = Pattern.compile("pelvi4j-simulate\n(.*)\nnext=([0-9]{12}) streaming=([01])\n");

    private final Path file;
    private final FileChannel channel;
    private final String head;
    private final ByteBuffer buffer = ByteBuffer.allocate(64);
    private final long resumeAt;
    private long next;
    private boolean streaming;

    private RunState(Path file, FileChannel channel, String head, long resumeAt) {
        this.file = file;
        this.channel = channel;
        this.head = head;
        this.resumeAt = resumeAt;
        this.next = resumeAt;
    }

    static RunState beside(Path link, String identity) throws IOException {
        Path file = link.resolveSibling(link.getFileName() + ".state");
        long resumeAt = Files.isRegularFile(file) ? stopped(Files.readString(file), identity) : 0;
        String head = "pelvi4j-simulate\n" + identity + "\n";
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.UTF_8)));
        var state = new RunState(file, channel, head, resumeAt);
        state.streaming = resumeAt > 0;
        state.save();
        return state;
    }

    private static long stopped(String text, String identity) {
        Matcher parts = FORM.matcher(text);
        boolean goesOn = parts.matches()
                && parts.group(1).equals(identity)
                && parts.group(3).equals("1");
        return goesOn ? Long.parseLong(parts.group(2)) : 0;
    }

    /** The instant at which an earlier run was cut off; 0 when there was none. */
    long resumeAt() {
        return resumeAt;
    }

    private void save() {
        buffer.clear();
        String line = String.format(Locale.ROOT, "next=%012d streaming=%d\n", next, streaming ? 1 : 0);
        buffer.put(line.getBytes(StandardCharsets.US_ASCII)).flip();
        try {
            channel.write(buffer, head.getBytes(StandardCharsets.UTF_8).length);
        } catch (IOException diskFull) {
            // The run is worth more than its place in it.
        }
    }

    @Override
    public void frame(Frame frame) {
        next = frame.number() + 1;
        save();
    }

    @Override
    public void event(double seconds, String text) {
        if (text.equals("start") || text.equals("stop")) {
            streaming = text.equals("start");
            save();
        }
    }

    @Override
    public void body(String what, double fromSeconds, double untilSeconds, double plateau) {
        // No place in the run.
    }

    /** The run is over as it should be: the next one begins at the beginning. */
    void finish() {
        next = 0;
        streaming = false;
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // It says that nothing was streaming.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // Nothing more is written.
        }
    }
}
