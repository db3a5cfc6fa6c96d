package org.pelvi4j.bus;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chip sits on I2C. Immutable.
 *
 * @param bus the bus, 1 for {@code /dev/i2c-1}
 * @param address 7 bits
 */
public record I2cAddress(int bus, int address) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,2})/(0x[0-9a-fA-F]{1,2})");
    /** The addresses that the bus keeps for itself lie outside. Source: I2C specification, 3.1.12. */
    private static final int FIRST = 0x08;

    private static final int LAST = 0x77;

    /** Checks the numbers. */
    public I2cAddress {
        if (bus < 0 || address < FIRST || address > LAST) {
            throw new IllegalArgumentException(
                    "i2c address: expected BUS/0x08 to BUS/0x77 but was " + bus + "/0x" + Integer.toHexString(address));
        }
    }

    /**
     * Reads the address of a URI.
     *
     * @param uri such as {@code i2c:1/0x48?chip=ads1115}
     * @return bus and address
     * @throws IllegalArgumentException saying what was expected
     */
    public static I2cAddress of(DeviceUri uri) {
        Matcher parts = FORM.matcher(uri.address());
        if (parts.matches()) {
            int address = Integer.decode(parts.group(2));
            if (address >= FIRST && address <= LAST) {
                return new I2cAddress(Integer.parseInt(parts.group(1)), address);
            }
        }
        throw uri.wrong("address", "BUS/0xADDRESS such as 1/0x48", uri.address());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "i2c:%d/0x%02x", bus, address);
    }
}
