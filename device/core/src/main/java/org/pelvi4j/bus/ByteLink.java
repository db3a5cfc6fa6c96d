package org.pelvi4j.bus;

/** A wire that carries bytes both ways, such as a serial port. Confined to one thread, but for {@link #close()}. */
public interface ByteLink extends AutoCloseable {
    /**
     * Waits for bytes, at most 100 ms.
     *
     * @param into where to put them, from index 0
     * @return how many came; 0 when none came in time
     * @throws BusException when the wire is gone; then it must be closed and opened anew
     */
    int read(byte[] into) throws BusException;

    /**
     * Sends bytes, all of them or an error, within 1 s.
     *
     * @param bytes what to send
     * @throws BusException when the wire is gone or takes nothing
     */
    void write(byte[] bytes) throws BusException;

    /** Closes the wire, within 500 ms; may be called twice and from any thread, and ends a read that waits. */
    @Override
    void close();
}
