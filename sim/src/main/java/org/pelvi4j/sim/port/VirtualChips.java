package org.pelvi4j.sim.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.SpiAddress;

/** The table of virtual chips: which of them a URI with {@code sim+} names. A new chip is a file and a line here. Immutable. */
final class VirtualChips {
    private static final Map<String, BiConsumer<DeviceUri, VirtualPorts>> CHIPS = new TreeMap<>(Map.of(
            "buzzer", VirtualChips::buzzer,
            "hc595", VirtualChips::hc595,
            "hd44780", VirtualChips::hd44780,
            "i2c", AnalogChips::onI2c,
            "ledbar", VirtualChips::ledBar,
            "serial", SerialBoards::connect,
            "spi", AnalogChips::onSpi,
            "ssd1306", VirtualChips::ssd1306,
            "ws2812", VirtualChips::ws2812));

    private static final Pattern ON_I2C = Pattern.compile("([0-9]{1,2})/(0x[0-9a-fA-F]{1,2})");
    private static final Pattern ON_SPI = Pattern.compile("([0-9])\\.([0-9])");

    private VirtualChips() {}

    static void connect(DeviceUri uri, VirtualPorts ports) {
        BiConsumer<DeviceUri, VirtualPorts> chip = CHIPS.get(uri.scheme());
        if (chip == null) {
            throw uri.wrong("scheme", "one of " + String.join(", ", CHIPS.keySet()) + " after sim+", uri.scheme());
        }
        chip.accept(uri, ports);
    }

    private static void buzzer(DeviceUri uri, VirtualPorts ports) {
        if (!uri.address().matches("[0-9]{1,2}")) {
            throw uri.wrong("address", "a GPIO line such as 18", uri.address());
        }
        ports.connectPin(Integer.parseInt(uri.address()), new VirtualBuzzer(ports.clock()));
    }

    private static void ledBar(DeviceUri uri, VirtualPorts ports) {
        List<Integer> lines = new ArrayList<>();
        for (String part : uri.address().split(",", -1)) {
            if (!part.matches("[0-9]{1,3}")) {
                throw uri.wrong("address", "GPIO lines with commas such as 5,6,13,19,26", part);
            }
            lines.add(Integer.parseInt(part));
        }
        var bar = new VirtualLedBar(lines);
        lines.forEach(line -> ports.connectPin(line, bar));
    }

    private static void hc595(DeviceUri uri, VirtualPorts ports) {
        ports.connectSpi(spi(uri), new VirtualHc595(uri.integer("leds", 1, 64).orElse(16)));
    }

    private static void ws2812(DeviceUri uri, VirtualPorts ports) {
        ports.connectSpi(spi(uri), new VirtualWs2812(uri.integer("leds", 1, 445).orElse(8)));
    }

    private static void ssd1306(DeviceUri uri, VirtualPorts ports) {
        int height = uri.option("size").orElse("128x64").endsWith("x32") ? 32 : 64;
        i2c(uri, ports, new VirtualSsd1306(height));
    }

    private static void hd44780(DeviceUri uri, VirtualPorts ports) {
        boolean large = uri.option("size").orElse("16x2").equals("20x4");
        i2c(uri, ports, new VirtualHd44780(large ? 20 : 16, large ? 4 : 2, ports.clock()));
    }

    static SpiAddress spi(DeviceUri uri) {
        Matcher parts = ON_SPI.matcher(uri.address());
        if (!parts.matches()) {
            throw uri.wrong("address", "BUS.SELECT such as 0.0", uri.address());
        }
        return new SpiAddress(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    static void i2c(DeviceUri uri, VirtualPorts ports, I2cChip chip) {
        Matcher parts = ON_I2C.matcher(uri.address());
        if (!parts.matches()) {
            throw uri.wrong("address", "BUS/0xADDRESS such as 1/0x3c", uri.address());
        }
        ports.connectI2c(Integer.parseInt(parts.group(1)), Integer.decode(parts.group(2)), chip);
    }
}
