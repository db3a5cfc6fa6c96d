package org.pelvi4j.record;

import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Lays out a header: each field over all signals, left-aligned, padded with blanks. Source: DOMAIN 4.1. */
final class EdfHeaderWriter {
    private final ByteBuffer bytes;

    private EdfHeaderWriter(int length) {
        this.bytes = ByteBuffer.allocate(length);
    }

    static ByteBuffer bytes(EdfHeader header) {
        var out = new EdfHeaderWriter(header.length());
        out.fixed(header);
        out.signals(header);
        return out.bytes.flip();
    }

    /** The eight bytes of the count. */
    static ByteBuffer count(long records) {
        var out = new EdfHeaderWriter(EdfHeader.COUNT_WIDTH);
        out.field(Long.toString(records), EdfHeader.COUNT_WIDTH);
        return out.bytes.flip();
    }

    private void fixed(EdfHeader header) {
        if (header.bdf()) {
            bytes.put((byte) 0xFF);
            field("BIOSEMI", 7);
        } else {
            field("0", 8);
        }
        field(header.patient(), 80);
        field(header.recording(), 80);
        field(header.startDate(), 8);
        field(header.startTime(), 8);
        field(Integer.toString(header.length()), 8);
        field(header.reserved(), 44);
        field(Long.toString(header.records()), EdfHeader.COUNT_WIDTH);
        field(EdfText.number(header.durationMicros() / 1e6, RoundingMode.HALF_EVEN), 8);
        field(Integer.toString(header.signals().size()), 4);
    }

    private void signals(EdfHeader header) {
        each(header, EdfSignal::label, 16);
        each(header, EdfSignal::transducer, 80);
        each(header, EdfSignal::dimension, 8);
        each(header, signal -> EdfText.number(signal.physicalMinimum(), RoundingMode.HALF_EVEN), 8);
        each(header, signal -> EdfText.number(signal.physicalMaximum(), RoundingMode.HALF_EVEN), 8);
        each(header, signal -> Integer.toString(signal.digitalMinimum()), 8);
        each(header, signal -> Integer.toString(signal.digitalMaximum()), 8);
        each(header, EdfSignal::prefilter, 80);
        each(header, signal -> Integer.toString(signal.samplesPerRecord()), 8);
        each(header, signal -> "", 32);
    }

    private void each(EdfHeader header, Function<EdfSignal, String> value, int width) {
        for (EdfSignal signal : header.signals()) {
            field(value.apply(signal), width);
        }
    }

    private void field(String text, int width) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length > width) {
            throw new IllegalArgumentException(
                    "header field: expected at most " + width + " characters but was " + text);
        }
        bytes.put(ascii);
        for (int i = ascii.length; i < width; i++) {
            bytes.put((byte) ' ');
        }
    }
}
