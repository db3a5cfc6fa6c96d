package org.pelvi4j.bus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a part that has a driver is usually wired: the URI that names it then, and at which other I2C addresses it may be.
 * Immutable.
 *
 * @param usual a URI that its driver takes
 * @param elsewhere other addresses, where it is on I2C
 */
public record Wiring(DeviceUri usual, List<Integer> elsewhere) {
    /** What only the part's label tells; no driver takes it. */
    private static final String ON_THE_LABEL = "...";

    /** Copies the list. */
    public Wiring {
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * Reads it.
     *
     * @param usual such as {@code i2c:1/0x28?chip=abp2&range=350mbar}
     * @param elsewhere other addresses, where it is on I2C
     * @return the wiring
     */
    public static Wiring of(String usual, int... elsewhere) {
        return new Wiring(
                DeviceUri.parse(usual), Arrays.stream(elsewhere).boxed().toList());
    }

    /**
     * What the part is called in URIs.
     *
     * @return the chip, where a scheme has several; the address of one that the kernel reads; else the scheme
     */
    public String part() {
        return usual.option("chip").orElse(usual.scheme().equals("iio") ? usual.address() : usual.scheme());
    }

    /**
     * The part at an I2C address, which is a hint only: parts share addresses.
     *
     * @param bus the bus, 1 for {@code /dev/i2c-1}
     * @param address 7 bits
     * @return its URI there, with three dots for all that only the part's label tells; nothing when it cannot be there
     */
    public Optional<DeviceUri> at(int bus, int address) {
        if (!usual.address().contains("/0x")
                || (I2cAddress.of(usual).address() != address && !elsewhere.contains(address))) {
            return Optional.empty();
        }
        var options = new LinkedHashMap<>(usual.options());
        options.replaceAll((name, value) -> name.equals("chip") ? value : ON_THE_LABEL);
        String place = String.format(Locale.ROOT, "%d/0x%02x", bus, address);
        return Optional.of(new DeviceUri(false, usual.scheme(), place, options));
    }
}
