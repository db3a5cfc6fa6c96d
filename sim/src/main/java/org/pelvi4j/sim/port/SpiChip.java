package org.pelvi4j.sim.port;

import org.pelvi4j.bus.BusException;

/** A chip on SPI. */
public interface SpiChip extends VirtualChip {
    /**
     * The bus has been set for it.
     *
     * @param hertz clock rate
     * @param mode SPI mode, 0 to 3
     * @throws IllegalStateException when it cannot work so
     */
    void opened(int hertz, int mode);

    /**
     * Bytes are exchanged in one transfer.
     *
     * @param out what comes
     * @param in filled with what goes back
     * @throws BusException when the bus fails
     */
    void transfer(byte[] out, byte[] in) throws BusException;
}
