package org.pelvi4j.bus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chip sits on SPI. Immutable.
 *
 * @param bus the bus, 0 for {@code /dev/spidev0.x}
 * @param chipSelect the select line, 0 for {@code /dev/spidevX.0}
 */
public record SpiAddress(int bus, int chipSelect) {
    private static final Pattern FORM = Pattern.compile("([0-9])\\.([0-9])");

    /** Checks the numbers. */
    public SpiAddress {
        if (bus < 0 || chipSelect < 0) {
            throw new IllegalArgumentException(
                    "spi address: expected BUS.SELECT such as 0.0 but was " + bus + "." + chipSelect);
        }
    }

    /**
     * Reads the address of a URI.
     *
     * @param uri such as {@code spi:0.0?chip=mcp3008}
     * @return bus and chip select
     * @throws IllegalArgumentException saying what was expected
     */
    public static SpiAddress of(DeviceUri uri) {
        Matcher parts = FORM.matcher(uri.address());
        if (!parts.matches()) {
            throw uri.wrong("address", "BUS.SELECT such as 0.0", uri.address());
        }
        return new SpiAddress(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
