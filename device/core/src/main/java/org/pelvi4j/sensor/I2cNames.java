package org.pelvi4j.sensor;

import java.util.Map;
import java.util.TreeMap;

/** Which parts that Pelvi4J knows may be at an I2C address. An address is a hint only: parts share them. Immutable. */
public final class I2cNames {
    /** Source: DOMAIN.md 3.10 to 3.17. */
    private static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(0x18, "MPR or MPRLS pressure sensor"),
            Map.entry(0x27, "HD44780 display behind a PCF8574"),
            Map.entry(0x28, "Honeywell ABP or ABP2 pressure sensor"),
            Map.entry(0x3C, "SSD1306 display"),
            Map.entry(0x3D, "SSD1306 display"),
            Map.entry(0x3F, "HD44780 display behind a PCF8574A"),
            Map.entry(0x48, "ADS1115 or ADS1015 converter"),
            Map.entry(0x49, "ADS1115 or ADS1015 converter"),
            Map.entry(0x4A, "ADS1115 or ADS1015 converter"),
            Map.entry(0x4B, "ADS1115 or ADS1015 converter"),
            Map.entry(0x58, "XGZP68xxD pressure sensor of data sheet V3, which is not supported"),
            Map.entry(0x6D, "XGZP68xxD pressure sensor"),
            Map.entry(0x76, "BMP280 or MS5837 barometer"),
            Map.entry(0x77, "BMP280 barometer")));

    private I2cNames() {}

    /**
     * Says what may be at an address.
     *
     * @param address 7 bits
     * @return its name for people; "unknown part" when none is known
     */
    public static String at(int address) {
        return NAMES.getOrDefault(address, "unknown part");
    }
}
