package org.pelvi4j.record;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Places events by the samples around them: one whose moment has not been sampled yet waits here. Confined to one
 * thread.
 */
final class EventTimes {
    /** Where a placed event goes. */
    interface Out {
        /** An event at a place among the sample numbers; a negative count is a moment without length. */
        void event(double number, double count, String text);
    }

    /** More do not wait: they are placed by the nominal rate. */
    private static final int MOST_WAITING = 4096;

    private final SampleTimes times;
    private final Out out;
    private final ArrayDeque<Annotation> waiting = new ArrayDeque<>();
    private long nextNumber;

    EventTimes(double rateHz, Out out) {
        this.times = new SampleTimes(rateHz);
        this.out = out;
    }

    void seen(long number, long atNanos) {
        boolean jump = number != nextNumber || times.isEmpty();
        if (jump && !times.isEmpty()) {
            times.anchorHere();
        }
        times.seen(number, atNanos);
        if (jump) {
            times.anchorHere();
        }
        nextNumber = number + 1;
    }

    void add(Annotation annotation) {
        waiting.add(annotation);
        if (waiting.size() > MOST_WAITING && !times.isEmpty()) {
            place(waiting.remove());
        }
    }

    /** The events of the past find their place. */
    void place() {
        times.anchor();
        for (Iterator<Annotation> each = waiting.iterator(); each.hasNext(); ) {
            Annotation annotation = each.next();
            if (times.lastNanos() - annotation.atNanos() >= 0) {
                place(annotation);
                each.remove();
            }
        }
    }

    /** At the end of the file: the events of the future too. Without a sample the first event is the beginning. */
    void finish() {
        if (times.isEmpty() && !waiting.isEmpty()) {
            times.seen(0, waiting.element().atNanos());
            times.anchor();
        }
        while (!waiting.isEmpty()) {
            place(waiting.remove());
        }
    }

    private void place(Annotation annotation) {
        double from = times.number(annotation.atNanos());
        double until = times.number(annotation.atNanos() + Math.max(0, annotation.durationNanos()));
        out.event(from, annotation.durationNanos() < 0 ? -1 : until - from, annotation.text());
    }
}
