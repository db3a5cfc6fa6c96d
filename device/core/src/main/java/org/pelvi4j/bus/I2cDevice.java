package org.pelvi4j.bus;

/** One address on an I2C bus. Confined to one thread. */
public interface I2cDevice extends AutoCloseable {
    /**
     * Writes bytes in one transfer.
     *
     * @param bytes what to send after the address
     * @throws BusException {@code NO_ANSWER} when nobody acknowledges
     */
    void write(byte[] bytes) throws BusException;

    /**
     * Reads bytes in one transfer.
     *
     * @param into filled to its end
     * @throws BusException {@code NO_ANSWER} when nobody acknowledges or fewer bytes come
     */
    void read(byte[] into) throws BusException;

    /** Closes the device; may be called twice. */
    @Override
    void close();
}
