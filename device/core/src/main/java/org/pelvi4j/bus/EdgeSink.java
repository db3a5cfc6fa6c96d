package org.pelvi4j.bus;

/** Takes the edges of one line, in the order in which they happened. */
@FunctionalInterface
public interface EdgeSink {
    /**
     * One edge.
     *
     * @param atNanos when it happened, as the kernel dated it, on the monotonic clock of {@code time}
     * @param sequence counts every edge of the line since it was opened, from 1; a step of more than 1 tells how many were
     *     lost
     * @param rising true from low to high
     */
    void edge(long atNanos, long sequence, boolean rising);
}
