package org.pelvi4j.sensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.frame.ArduinoLines;
import org.pelvi4j.frame.Bitalino;
import org.pelvi4j.frame.Chords;
import org.pelvi4j.frame.Cyton;
import org.pelvi4j.frame.Decoder;
import org.pelvi4j.frame.FrameSink;
import org.pelvi4j.frame.Olimex;
import org.pelvi4j.frame.SpikerShield;
import org.pelvi4j.time.Clock;

/**
 * Finds out which board is at a serial port: it listens first, and asks only what is harmless to every board (a name or a
 * version). Opening a port restarts most Arduino boards, as every opening does. Confined to one thread.
 */
public final class SerialProbe {
    /** An Arduino has booted by then. Source: DOMAIN.md 3.1, 2 s. */
    private static final long LISTEN_NANOS = 2_200_000_000L;

    /** Old Chords sketches read until 1 s of silence. Source: DOMAIN.md 3.4. */
    private static final long ANSWER_NANOS = 1_600_000_000L;

    /** So many frames or lines in their form are no accident. Source: DOMAIN.md 3.1, lock after 3. */
    private static final int ENOUGH = 4;

    /** A board that sends so much by itself is not asked: what it would make of a question is unknown. Source: chosen. */
    private static final int STREAM_BYTES = 200;

    private static final double CERTAIN = 0.95;
    private static final double LIKELY = 0.8;
    private static final double POSSIBLE = 0.5;

    /** The likeliest first. Source: DOMAIN.md 3.3 to 3.8. */
    private static final int[] BAUDS = {115_200, 230_400, 57_600, 9_600};

    /** What a board answers to a question that does no harm. Source: DOMAIN.md 3.4, 3.5, 3.8. */
    private enum Question {
        // A BITalino is asked first, then a Cyton: letters of the later questions are commands to them. To a Cyton the
        // H
        // of WHORU is to write to its memory card for two hours.
        BITALINO("bitalino", 115_200, "\u0007"),
        CYTON("cyton", 115_200, "V"),
        // What was asked before may still stand in the board's line: end it first.
        CHORDS_SLOW("chords", 115_200, "\nWHORU\n"),
        CHORDS("chords", 230_400, "\nWHORU\n");

        /** The board's version, or what its dongle says without it. Source: DOMAIN.md 3.8. */
        private static final String VERSION_OR_LONELY = "v[0-9]+\\.[0-9.]+.*\\$*|Failure: .*\\$\\$\\$";

        private final String protocol;
        private final int baud;
        private final String text;

        Question(String protocol, int baud, String text) {
            this.protocol = protocol;
            this.baud = baud;
            this.text = text;
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        /** How sure an answer makes: a name it has given itself, or the shape of an answer. */
        double confidence(String line) {
            return switch (this) {
                case CHORDS, CHORDS_SLOW -> ChordsModel.named(line.strip()).isPresent() ? CERTAIN : 0;
                case BITALINO -> line.contains("BITalino") ? CERTAIN : 0;
                case CYTON -> line.contains("OpenBCI") ? CERTAIN : line.matches(VERSION_OR_LONELY) ? LIKELY : 0;
            };
        }
    }

    /**
     * What was found at a port. Immutable.
     *
     * @param protocol as a sensor's URI names it; empty when nothing known answers
     * @param baud bits per second at which it did; 0 when nothing did
     * @param confidence 0 to 1
     * @param said what it said of itself, or why nothing is known; one line, printable
     */
    public record Found(String protocol, int baud, double confidence, String said) {
        /**
         * How a sensor's URI asks for it, as far as it has been found out.
         *
         * @return such as {@code protocol=chords&board=uno-r4}; empty when nothing known answers
         */
        public String options() {
            return switch (protocol) {
                case "" -> "";
                case "chords" ->
                    "protocol=chords"
                            + ChordsModel.named(said)
                                    .map(model -> "&board=" + model.name().toLowerCase(Locale.ROOT))
                                    .orElse("");
                case "arduino" -> "protocol=arduino" + (baud == BAUDS[0] ? "" : "&baud=" + baud);
                default -> "protocol=" + protocol;
            };
        }
    }

    private final Ports ports;
    private final Clock clock;
    private final String path;
    private boolean heard;

    private SerialProbe(Ports ports, Clock clock, String path) {
        this.ports = ports;
        this.clock = clock;
        this.path = path;
    }

    /**
     * Asks, for at most 20 s.
     *
     * @param ports what opens the port
     * @param clock how long to wait
     * @param path the port
     * @return what is there
     */
    public static Found at(Ports ports, Clock clock, String path) {
        return new SerialProbe(ports, clock, path).ask();
    }

    private Found ask() {
        for (int baud : BAUDS) {
            try (ByteLink link = ports.openSerial(path, baud)) {
                Ear ear = new Ear();
                Found found = listen(link, ear, baud);
                for (Question question : Question.values()) {
                    if (found == null && question.baud == baud && ear.heard < STREAM_BYTES) {
                        found = answer(link, question);
                    }
                }
                if (found != null) {
                    return found;
                }
            } catch (BusException closed) {
                return new Found("", 0, 0, printable(String.valueOf(closed.getMessage())));
            }
        }
        return new Found("", 0, 0, heard ? "it sends something that no known board sends" : "it says nothing");
    }

    private @Nullable Found listen(ByteLink link, Ear ear, int baud) throws BusException {
        byte[] bytes = new byte[1024];
        for (long start = clock.nowNanos(); clock.nowNanos() - start < LISTEN_NANOS; ) {
            int count = link.read(bytes);
            heard |= count > 0;
            ear.take(bytes, count);
            Found found = ear.found(baud);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Found answer(ByteLink link, Question question) throws BusException {
        link.write(question.bytes());
        byte[] bytes = new byte[1024];
        var text = new StringBuilder();
        for (long start = clock.nowNanos(); clock.nowNanos() - start < ANSWER_NANOS; ) {
            int count = link.read(bytes);
            heard |= count > 0;
            text.append(new String(bytes, 0, count, StandardCharsets.US_ASCII));
            text.delete(0, Math.max(0, text.length() - bytes.length));
            for (String line : text.toString().split("[\r\n]+", -1)) {
                double sure = question.confidence(line);
                if (sure > 0) {
                    return new Found(question.protocol, question.baud, sure, printable(line));
                }
            }
        }
        return null;
    }

    private static String printable(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7E]", "").strip();
        return clean.substring(0, Math.min(clean.length(), 80));
    }

    /** Listens for boards that send without being asked, or that somebody has left sending. */
    private static final class Ear {
        private final List<Stream> streams = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private int heard;

        Ear() {
            streams.add(new Stream("cyton", new Cyton(), lines));
            streams.add(new Stream("olimex", Olimex.decoder(), lines));
            streams.add(new Stream("spikershield", new SpikerShield(1), lines));
            streams.add(new Stream("arduino", new ArduinoLines(), lines));
            ChordsModel.widths().forEach(n -> streams.add(new Stream("chords", Chords.decoder(n, 16), lines)));
            for (int channels = 1; channels <= 6; channels++) {
                streams.add(new Stream("bitalino", Bitalino.decoder(channels), lines));
            }
        }

        void take(byte[] bytes, int count) {
            heard += count;
            streams.forEach(stream -> stream.decoder.decode(bytes, count, stream));
        }

        @Nullable
        Found found(int baud) {
            for (String line : lines) {
                for (Question question : Question.values()) {
                    if (question.confidence(line) == CERTAIN) {
                        return new Found(question.protocol, baud, CERTAIN, printable(line));
                    }
                }
            }
            return streams.stream()
                    .filter(Stream::isClear)
                    .findFirst()
                    .map(stream -> stream.found(baud))
                    .orElse(null);
        }
    }

    /** What one protocol makes of what is heard. */
    private static final class Stream implements FrameSink {
        /** Where nothing but the form of two or three bytes tells a frame. Source: chosen. */
        private static final int ENOUGH_UNMARKED = 40;

        private final String protocol;
        private final Decoder decoder;
        private final List<String> lines;
        private int frames;

        Stream(String protocol, Decoder decoder, List<String> lines) {
            this.protocol = protocol;
            this.decoder = decoder;
            this.lines = lines;
        }

        @Override
        public void frame(int counter, double[] fields, int saturated) {
            frames++;
        }

        @Override
        public void text(String line) {
            if (lines.size() < ENOUGH) {
                lines.add(line);
            }
        }

        boolean isClear() {
            boolean marked = !protocol.equals("spikershield") && !protocol.equals("bitalino");
            return frames >= (marked ? ENOUGH : ENOUGH_UNMARKED);
        }

        Found found(int baud) {
            return protocol.equals("arduino")
                    ? new Found(protocol, baud, POSSIBLE, "it sends lines of numbers; say their rate= and unit= too")
                    : new Found(protocol, baud, CERTAIN, "it sends its frames");
        }
    }
}
