package org.pelvi4j.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of time-stamped annotation lists: onset, 15h duration, 14h text 14h, 00h. Source: DOMAIN 4.1. */
final class Tal {
    static final byte DURATION = 0x15;
    static final byte TEXT = 0x14;

    private Tal() {}

    /** The list that begins every record and tells when the record does. */
    static byte[] timeKeeping(long onsetMicros) {
        return (onset(onsetMicros) + "\u0014\u0014\0").getBytes(StandardCharsets.US_ASCII);
    }

    /** One event; a negative duration leaves it out. */
    static byte[] event(long onsetMicros, long durationMicros, String text) {
        String duration = durationMicros < 0 ? "" : "\u0015" + seconds(durationMicros);
        return (onset(onsetMicros) + duration + "\u0014" + text + "\u0014\0").getBytes(StandardCharsets.UTF_8);
    }

    private static String onset(long micros) {
        return (micros < 0 ? "-" : "+") + seconds(Math.abs(micros));
    }

    private static String seconds(long micros) {
        String whole = Long.toString(micros / 1_000_000);
        long rest = micros % 1_000_000;
        if (rest == 0) {
            return whole;
        }
        String digits = Long.toString(1_000_000 + rest).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + digits.substring(0, end);
    }

    /** Cuts a text into pieces of so many bytes; control characters, which would end a list, become blanks. */
    static List<String> pieces(String text, int limit) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < clean.length(); at = clean.offsetByCodePoints(at, 1)) {
            int point = clean.codePointAt(at);
            int size = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > limit) {
                pieces.add(piece.toString());
                piece.setLength(0);
                bytes = 0;
            }
            piece.appendCodePoint(point);
            bytes += size;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
