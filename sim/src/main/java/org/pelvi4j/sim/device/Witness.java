package org.pelvi4j.sim.device;

import java.util.List;

/** Takes what a virtual device really did, for whoever judges the reader. */
public interface Witness {
    /**
     * One frame, told when its fate is known; frames come in order.
     *
     * @param frame which
     */
    void frame(Frame frame);

    /**
     * Something else: a command, a fault, a plug, what the body did.
     *
     * @param seconds when, on the device's clock
     * @param text what, one line
     */
    void event(double seconds, String text);

    /**
     * Something that the body behind the source did, told when it is over.
     *
     * @param what such as {@code contraction} or {@code cough}
     * @param fromSeconds when it began, on the source's own time
     * @param untilSeconds when it was over
     * @param plateau how strong a contraction was, 1 at the person's strongest; NaN for anything else
     */
    void body(String what, double fromSeconds, double untilSeconds, double plateau);

    /**
     * A frame. Immutable.
     *
     * @param number counts from 0 at the first start command, one per instant of the source, frames left out included
     * @param seconds when it was measured: number by rate
     * @param counter the counter in it, -1 without
     * @param values what it carries, one per channel of the source, microvolt or pascal
     * @param sentNanos when it went, on the device's monotonic clock
     * @param fate what became of it
     */
    record Frame(long number, double seconds, int counter, List<Double> values, long sentNanos, Fate fate) {
        /** Copies the values. */
        public Frame {
            values = List.copyOf(values);
        }
    }
}
