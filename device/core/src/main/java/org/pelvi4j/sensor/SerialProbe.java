package org.pelvi4j.sensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.frame.ArduinoLines;
import org.pelvi4j.frame.Cyton;
import org.pelvi4j.frame.Decoder;
import org.pelvi4j.frame.FrameSink;
import org.pelvi4j.frame.Olimex;
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
        // A BITalino is asked first: to one the letters of the others' questions are commands.
        BITALINO("bitalino", 115_200, "\u0007"),
        // What was asked before may still stand in the board's line: end it first.
        CHORDS_SLOW("chords", 115_200, "\nWHORU\n"),
        CYTON("cyton", 115_200, "V"),
        CHORDS("chords", 230_400, "\nWHORU\n");

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
                case CYTON -> line.contains("OpenBCI") ? CERTAIN : line.matches("v[0-9]+\\.[0-9.]+.*\\$*") ? LIKELY : 0;
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
    public record Found(String protocol, int baud, double confidence, String said) {}

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

    /** Listens for boards that send without being asked. */
    private static final class Ear {
        private final Map<String, Decoder> decoders = new LinkedHashMap<>();
        private final Map<String, Integer> frames = new LinkedHashMap<>();
        private final List<String> lines = new ArrayList<>();
        private int heard;

        Ear() {
            decoders.put("cyton", new Cyton());
            decoders.put("olimex", Olimex.decoder());
            decoders.put("arduino", new ArduinoLines());
        }

        void take(byte[] bytes, int count) {
            heard += count;
            decoders.forEach((protocol, decoder) -> decoder.decode(bytes, count, new FrameSink() {
                @Override
                public void frame(int counter, double[] fields, int saturated) {
                    frames.merge(protocol, 1, Integer::sum);
                }

                @Override
                public void text(String line) {
                    if (lines.size() < ENOUGH) {
                        lines.add(line);
                    }
                }
            }));
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
            for (var one : frames.entrySet()) {
                if (one.getValue() >= ENOUGH) {
                    boolean marked = !one.getKey().equals("arduino");
                    String said = String.format(Locale.ROOT, "it sends %s", marked ? "its frames" : "lines of numbers");
                    return new Found(one.getKey(), baud, marked ? CERTAIN : POSSIBLE, said);
                }
            }
            return null;
        }
    }
}
