package org.pelvi4j.sim.port;

import org.pelvi4j.bus.BusException;

/** A chip on I2C, addressed by one device that is open. */
public interface I2cChip extends VirtualChip {
    /**
     * Bytes come in one transfer.
     *
     * @param bytes what follows the address
     * @throws BusException NO_ANSWER when it does not acknowledge
     */
    void write(byte[] bytes) throws BusException;

    /**
     * Bytes are asked for in one transfer.
     *
     * @param into filled to its end
     * @throws BusException NO_ANSWER when it does not acknowledge
     */
    void read(byte[] into) throws BusException;
}
