package org.pelvi4j.record;

import java.util.ArrayDeque;

/** Events on their way into the records: what does not fit into one waits for the next. Confined to one thread. */
final class TalQueue {
    /** The longest text that fits into a record beside its time-keeping, with the longest onset and duration. */
    private static final int LONGEST_TEXT = 90;

    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();

    void add(long onsetMicros, long durationMicros, String text) {
        for (String piece : Tal.pieces(text, LONGEST_TEXT)) {
            waiting.add(Tal.event(onsetMicros, durationMicros, piece));
        }
    }

    void add(byte[] list) {
        waiting.add(list);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether all that waits, and one more list, would fit into one record. */
    boolean fitsWith(byte[] oneMore, long recordMicros, int space) {
        long bytes = (long) Tal.timeKeeping(recordMicros).length + oneMore.length;
        for (byte[] list : waiting) {
            bytes += list.length;
        }
        return bytes <= space;
    }

    /** Fills the annotation part of a record, which is zero before. */
    void fill(byte[] record, int from, long recordMicros, boolean events) {
        byte[] time = Tal.timeKeeping(recordMicros);
        System.arraycopy(time, 0, record, from, time.length);
        int at = from + time.length;
        while (events && !waiting.isEmpty() && at + waiting.element().length <= record.length) {
            byte[] list = waiting.remove();
            System.arraycopy(list, 0, record, at, list.length);
            at += list.length;
        }
    }
}
