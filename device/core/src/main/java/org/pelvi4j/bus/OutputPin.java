package org.pelvi4j.bus;

/** One GPIO line that this program drives. Confined to one thread. */
public interface OutputPin extends AutoCloseable {
    /**
     * Drives the line.
     *
     * @param high true for 3.3 V, false for 0 V
     * @throws BusException when the line is gone
     */
    void set(boolean high) throws BusException;

    /** Drives the line low and gives it back; may be called twice. */
    @Override
    void close();
}
