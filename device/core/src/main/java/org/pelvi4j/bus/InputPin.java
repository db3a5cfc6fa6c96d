package org.pelvi4j.bus;

/**
 * One GPIO line that this program listens to: its level, and its edges with the kernel's times and count. Confined to one
 * thread, but for {@link #close()}.
 */
public interface InputPin extends AutoCloseable {
    /**
     * Reads the level now.
     *
     * @return true for 3.3 V, false for 0 V
     * @throws BusException DISCONNECTED when the line is gone
     */
    boolean isHigh() throws BusException;

    /**
     * Waits for edges and hands on all that have come, oldest first. Edges that came since the last call are handed on at
     * once, without waiting.
     *
     * @param timeoutNanos how long to wait for the first of them: 0 to look only, at most 100 ms
     * @param out told of each edge before this returns
     * @return how many there were; 0 when none came in time
     * @throws BusException DISCONNECTED when the line is gone
     */
    int awaitEdges(long timeoutNanos, EdgeSink out) throws BusException;

    /** Gives the line back, within 500 ms; may be called twice and from any thread, and ends a wait for edges. */
    @Override
    void close();
}
