package org.pelvi4j.bus;

/**
 * Where a chip sits on SPI. Immutable.
 *
 * @param bus the bus, 0 for {@code /dev/spidev0.x}
 * @param chipSelect the select line, 0 for {@code /dev/spidevX.0}
 */
public record SpiAddress(int bus, int chipSelect) {
    /** Checks the numbers. */
    public SpiAddress {
        if (bus < 0 || chipSelect < 0) {
            throw new IllegalArgumentException(
                    "spi address: expected BUS.SELECT such as 0.0 but was " + bus + "." + chipSelect);
        }
    }
}
