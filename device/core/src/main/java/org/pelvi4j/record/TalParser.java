package org.pelvi4j.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads time-stamped annotation lists. Source: DOMAIN 4.1. Confined to one thread. */
final class TalParser {
    private static final long MOST_SECONDS = 1_000_000_000;

    private final byte[] bytes;
    private int at;

    private TalParser(byte[] bytes) {
        this.bytes = bytes;
    }

    /** When the record begins, in nanoseconds. */
    static long timeKeeping(byte[] bytes) throws MalformedTal {
        var parser = new TalParser(bytes);
        double onset = parser.onset();
        if (parser.take() != Tal.TEXT) {
            throw new MalformedTal("time-keeping: expected no duration");
        }
        return nanos(onset);
    }

    /** All events of a record, the time-keeping one left out. */
    static void events(byte[] bytes, List<Annotation> into) throws MalformedTal {
        var parser = new TalParser(bytes);
        while (parser.at < bytes.length && bytes[parser.at] != 0) {
            parser.list(into);
        }
    }

    private void list(List<Annotation> into) throws MalformedTal {
        double onset = onset();
        double duration = Double.NaN;
        byte after = take();
        if (after == Tal.DURATION) {
            duration = seconds(until(Tal.TEXT, (byte) 0), "duration");
            after = take();
        }
        if (after != Tal.TEXT) {
            throw new MalformedTal("annotation: expected text after the onset");
        }
        while (true) {
            if (at >= bytes.length) {
                throw new MalformedTal("annotation: expected an end (00)");
            }
            if (bytes[at] == 0) {
                at++;
                return;
            }
            String text = until(Tal.TEXT, (byte) 0);
            if (at >= bytes.length || take() != Tal.TEXT) {
                throw new MalformedTal("annotation: expected 14h after its text");
            }
            if (!text.isEmpty()) {
                into.add(new Annotation(nanos(onset), Double.isNaN(duration) ? -1 : nanos(duration), text));
            }
        }
    }

    private double onset() throws MalformedTal {
        String text = until(Tal.TEXT, Tal.DURATION);
        if (!text.startsWith("+") && !text.startsWith("-")) {
            throw new MalformedTal("annotation: expected an onset with a sign");
        }
        return seconds(text, "onset");
    }

    private static double seconds(String text, String what) throws MalformedTal {
        double value = PlainNumber.parse(text);
        if (!(Math.abs(value) <= MOST_SECONDS)) {
            throw new MalformedTal("annotation: expected a number of seconds as " + what);
        }
        return value;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    /** What stands before one of two bytes, or before the end. */
    private String until(byte one, byte other) {
        int from = at;
        while (at < bytes.length && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    private byte take() throws MalformedTal {
        if (at >= bytes.length) {
            throw new MalformedTal("annotation: expected an end (00)");
        }
        return bytes[at++];
    }

    /** A list that is none. */
    static final class MalformedTal extends Exception {
        private static final long serialVersionUID = 1;

        MalformedTal(String message) {
            super(message, (@Nullable Throwable) null, false, false);
        }
    }
}
