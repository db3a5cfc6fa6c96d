package org.pelvi4j.bus;

/** Opens wires: the real ones of this machine, or simulated ones with virtual chips at their far end. Thread-safe. */
public interface Ports extends AutoCloseable {
    /**
     * Opens a serial port, 8N1, raw, without flow control.
     *
     * @param path the device, such as {@code /dev/ttyUSB0}
     * @param baud bits per second
     * @return the open wire
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION or FAILED, within 1 s
     */
    ByteLink openSerial(String path, int baud) throws BusException;

    /**
     * Opens an address on an I2C bus.
     *
     * @param bus the number of the bus, 1 for {@code /dev/i2c-1}
     * @param address 7 bits
     * @return the open device; whether a chip answers shows only in a transfer
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION or FAILED
     */
    I2cDevice openI2c(int bus, int address) throws BusException;

    /**
     * Opens a chip-select line of an SPI bus.
     *
     * @param address bus and chip select
     * @param hertz clock rate
     * @param mode SPI mode, 0 to 3
     * @return the open device
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION or FAILED
     */
    SpiDevice openSpi(SpiAddress address, int hertz, int mode) throws BusException;

    /**
     * Takes a GPIO line as an output, low.
     *
     * @param line the line's offset on the header's chip: the BCM number on a Raspberry Pi
     * @return the driven line
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION or FAILED
     */
    OutputPin openOutput(int line) throws BusException;

    /**
     * Takes a GPIO line as an input.
     *
     * @param line the line's offset on the header's chip: the BCM number on a Raspberry Pi
     * @param setup which edges are told, what holds the line, and how long a level must last
     * @return the line; edges are counted from now on
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION, UNSUPPORTED or FAILED, within 1 s
     */
    InputPin openInput(int line, InputSetup setup) throws BusException;

    /**
     * Opens a channel of a converter that the kernel reads.
     *
     * @param name as the kernel names the device, such as {@code hx711}, or {@code iio:device0}
     * @param channel such as {@code voltage0}
     * @return the open channel
     * @throws BusException NOT_FOUND, NO_PERMISSION or FAILED
     */
    IioDevice openIio(String name, String channel) throws BusException;

    /**
     * Lets time pass while there is no wire to wait on, as between two samples of a chip that is asked for each, so that
     * core never sleeps: real ports park the thread, simulated ones advance their clock.
     *
     * @param nanos how long, at most 100 ms
     */
    void pause(long nanos);

    /** Closes what is still open; may be called twice. */
    @Override
    void close();
}
