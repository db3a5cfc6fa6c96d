package org.pelvi4j.bus;

/**
 * One channel of a converter that the kernel's own driver reads (Industrial I/O): bit timing that Java cannot promise is
 * the kernel's. Confined to one thread, but for {@link #close()}.
 */
public interface IioDevice extends AutoCloseable {
    /**
     * Waits for the next conversion.
     *
     * @return its code, as {@code in_CHANNEL_raw} tells it
     * @throws BusException NO_ANSWER when the chip does not answer the kernel, within 2 s; DISCONNECTED when it is gone
     */
    long raw() throws BusException;

    /**
     * Reads what one step of the code stands for.
     *
     * @return millivolts per step, as {@code in_CHANNEL_scale} tells it
     * @throws BusException DISCONNECTED when the device is gone, FAILED when the kernel tells no scale
     */
    double millivoltsPerStep() throws BusException;

    /** Closes the device; may be called twice and from any thread. */
    @Override
    void close();
}
