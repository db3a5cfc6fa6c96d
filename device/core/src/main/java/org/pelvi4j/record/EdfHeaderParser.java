package org.pelvi4j.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;

/** Reads a header, and believes nothing in it that the file's length does not bear out. Confined to one thread. */
final class EdfHeaderParser {
    /** More signals than this no device of the field has; with them a header would have 131 kB. */
    private static final int MOST_SIGNALS = 512;
    /** The most that EDFlib allows: 10 MiB in 16 bits, 15 MiB in 24. */
    private static final int LONGEST_RECORD = 10 * 1024 * 1024;

    private final Path file;
    private final FileChannel channel;

    private EdfHeaderParser(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static EdfHeader read(Path file, FileChannel channel) throws IOException {
        return new EdfHeaderParser(file, channel).read();
    }

    private EdfHeader read() throws IOException {
        byte[] fixed = bytes(0, 256);
        boolean bdf = fixed[0] == (byte) 0xFF;
        String version = text(fixed, bdf ? 1 : 0, bdf ? 7 : 8);
        if (!version.equals(bdf ? "BIOSEMI" : "0")) {
            throw RecordingException.expected(file, "version", "0 (EDF) or BIOSEMI (BDF)", version);
        }
        int count = (int) whole("number of signals", text(fixed, 252, 4), 1, MOST_SIGNALS);
        whole("header length", text(fixed, 184, 8), 256L * (count + 1), 256L * (count + 1));
        long records = whole("number of records", text(fixed, EdfHeader.COUNT_AT, 8), -1, Integer.MAX_VALUE);
        double seconds = number("record duration", text(fixed, 244, 8));
        if (!(seconds >= 0 && seconds <= 86_400)) {
            throw RecordingException.expected(file, "record duration", "0 to 86400 s", seconds);
        }
        byte[] perSignal = bytes(256, 256 * count);
        var signals = new ArrayList<EdfSignal>();
        for (int i = 0; i < count; i++) {
            signals.add(signal(perSignal, i, count));
        }
        var header = new EdfHeader(
                bdf,
                text(fixed, 8, 80),
                text(fixed, 88, 80),
                text(fixed, 168, 8),
                text(fixed, 176, 8),
                text(fixed, 192, 44),
                records,
                Math.round(seconds * 1e6),
                signals);
        return checked(header);
    }

    private EdfHeader checked(EdfHeader header) throws IOException {
        long length = 0;
        for (EdfSignal signal : header.signals()) {
            length += (long) signal.samplesPerRecord() * header.bytesPerSample();
        }
        if (length < 1 || length > LONGEST_RECORD) {
            throw RecordingException.expected(file, "record length", "1 to " + LONGEST_RECORD + " bytes", length);
        }
        if (header.durationMicros() == 0 && header.signals().stream().anyMatch(signal -> !signal.annotations())) {
            throw RecordingException.expected(file, "record duration", "more than 0 s", 0);
        }
        return header;
    }

    private EdfSignal signal(byte[] all, int i, int count) throws IOException {
        String label = text(all, 16 * i, 16);
        String what = "signal " + (i + 1) + ": ";
        double low = number(what + "physical minimum", text(all, 104 * count + 8 * i, 8));
        double high = number(what + "physical maximum", text(all, 112 * count + 8 * i, 8));
        int least = (int) whole(what + "digital minimum", text(all, 120 * count + 8 * i, 8), -8_388_608, 8_388_606);
        int most = (int) whole(what + "digital maximum", text(all, 128 * count + 8 * i, 8), least + 1L, 8_388_607);
        if (low == high && !label.endsWith(" Annotations")) {
            throw RecordingException.expected(file, what + "physical maximum", "other than the minimum", high);
        }
        return new EdfSignal(
                label,
                text(all, 16 * count + 80 * i, 80),
                text(all, 96 * count + 8 * i, 8),
                low,
                high,
                least,
                most,
                text(all, 136 * count + 80 * i, 80),
                (int) whole(what + "samples in a record", text(all, 216 * count + 8 * i, 8), 1, LONGEST_RECORD));
    }

    private byte[] bytes(int from, int length) throws IOException {
        if (channel.size() < (long) from + length) {
            throw RecordingException.expected(
                    file, "length", "a header of " + (from + length) + " bytes", channel.size() + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        int read;
        do {
            read = channel.read(buffer, from + (long) buffer.position());
        } while (read >= 0 && buffer.hasRemaining());
        return buffer.array();
    }

    private static String text(byte[] bytes, int from, int width) {
        return new String(bytes, from, width, StandardCharsets.ISO_8859_1).strip();
    }

    private long whole(String what, String text, long low, long high) throws IOException {
        if (text.matches("[+-]?[0-9]{1,8}")) {
            long value = Long.parseLong(text);
            if (value >= low && value <= high) {
                return value;
            }
        }
        String range = low == high ? Long.toString(low) : low + " to " + high;
        throw RecordingException.expected(file, what, range, text);
    }

    private double number(String what, String text) throws IOException {
        double value = PlainNumber.parse(text);
        if (Double.isNaN(value)) {
            throw RecordingException.expected(file, what, "a number", text);
        }
        return value;
    }
}
