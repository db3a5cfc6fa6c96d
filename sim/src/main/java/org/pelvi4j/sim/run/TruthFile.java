package org.pelvi4j.sim.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.device.Witness;

/**
 * Writes what a virtual device really did as JSON lines, each complete when it is written, so that a killed run leaves a
 * readable file. Types of lines: {@code start}, {@code frame}, {@code event}, {@code body}. Confined to one thread.
 */
public final class TruthFile implements Witness, AutoCloseable {
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder();

    private TruthFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Creates a file, or goes on in one.
     *
     * @param file where
     * @param goesOn whether to keep what is there
     * @return the open file
     * @throws IOException when it cannot be written
     */
    public static TruthFile open(Path file, boolean goesOn) throws IOException {
        return new TruthFile(Files.newOutputStream(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING));
    }

    /**
     * Writes the first line of a run.
     *
     * @param info what is measured
     * @param identity what is run, for people
     * @param number the instant at which it begins
     */
    public void start(SensorInfo info, String identity, long number) {
        begin("start").append(",\"run\":");
        text(identity)
                .append(",\"rate_hz\":")
                .append(info.rateHz())
                .append(",\"n\":")
                .append(number);
        line.append(",\"units\":[");
        for (Channel channel : info.channels()) {
            text(channel.signal().unit()).append(',');
        }
        line.setCharAt(line.length() - 1, ']');
        end();
    }

    @Override
    public void frame(Frame frame) {
        begin("frame")
                .append(",\"n\":")
                .append(frame.number())
                .append(",\"t_s\":")
                .append(frame.seconds());
        line.append(",\"counter\":").append(frame.counter()).append(",\"values\":[");
        for (double value : frame.values()) {
            number(value).append(',');
        }
        line.setCharAt(line.length() - 1, ']');
        line.append(",\"sent_ns\":").append(frame.sentNanos()).append(",\"fate\":");
        text(frame.fate().name().toLowerCase(Locale.ROOT));
        end();
    }

    @Override
    public void event(double seconds, String what) {
        begin("event").append(",\"t_s\":");
        number(seconds).append(",\"text\":");
        text(what);
        end();
    }

    @Override
    public void body(String what, double fromSeconds, double untilSeconds, double plateau) {
        begin("body").append(",\"what\":");
        text(what).append(",\"from_s\":");
        number(fromSeconds).append(",\"until_s\":");
        number(untilSeconds);
        if (!Double.isNaN(plateau)) {
            line.append(",\"plateau\":");
            number(plateau);
        }
        end();
    }

    private StringBuilder begin(String type) {
        line.setLength(0);
        return line.append("{\"type\":\"").append(type).append('"');
    }

    private StringBuilder number(double value) {
        return Double.isFinite(value) ? line.append(value) : line.append("null");
    }

    private StringBuilder text(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ') {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.append('"');
    }

    private void end() {
        line.append("}\n");
        try {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("truth file: cannot be written any more", failed);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
