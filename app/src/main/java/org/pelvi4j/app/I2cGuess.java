package org.pelvi4j.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Wiring;
import org.pelvi4j.display.table.Displays;
import org.pelvi4j.sensor.table.SensorDrivers;

/**
 * What may be at an I2C address, by the tables of sensors and displays. Parts share addresses, so it is a hint only.
 * Immutable.
 *
 * @param what names of parts for people
 * @param uris for {@code --sensor} or {@code --display}; what only the part's label tells stands as three dots
 */
record I2cGuess(String what, List<String> uris) {
    /** Parts that people have, and that have no driver. Source: DOMAIN 3.14, 3.15. */
    private static final Map<Integer, String> WITHOUT_DRIVER = Map.of(
            0x58, "an XGZP68xxD to data sheet 3.x, which is not supported",
            0x76, "a BMP280 or MS5837 barometer, which is not supported",
            0x77, "a BMP280 barometer, which is not supported");

    /** Copies the list. */
    I2cGuess {
        uris = List.copyOf(uris);
    }

    static I2cGuess at(int bus, int address) {
        List<Wiring> parts = Stream.concat(SensorDrivers.wirings().stream(), Displays.wirings().stream())
                .filter(wiring -> wiring.at(bus, address).isPresent())
                .toList();
        if (parts.isEmpty()) {
            return new I2cGuess(WITHOUT_DRIVER.getOrDefault(address, "unknown part"), List.of());
        }
        String names = parts.stream()
                .map(wiring -> wiring.part().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return new I2cGuess(
                names,
                parts.stream()
                        .flatMap(wiring -> wiring.at(bus, address).stream())
                        .map(DeviceUri::toString)
                        .toList());
    }
}
