package org.pelvi4j.bus;

/** One chip-select line of an SPI bus. Confined to one thread. */
public interface SpiDevice extends AutoCloseable {
    /**
     * Exchanges bytes in one transfer, chip select held low throughout.
     *
     * @param out what to send, at most 4096 bytes
     * @param in what comes back at the same time, as long as {@code out}
     * @throws BusException when the bus fails
     */
    void transfer(byte[] out, byte[] in) throws BusException;

    /** Closes the device; may be called twice. */
    @Override
    void close();
}
