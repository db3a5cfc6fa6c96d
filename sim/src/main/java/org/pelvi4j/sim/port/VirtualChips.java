package org.pelvi4j.sim.port;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.SpiAddress;

/** The table of virtual chips: which of them a URI with {@code sim+} names. A new chip is a file and a line here. Immutable. */
final class VirtualChips {
    /** By scheme, and by scheme and chip where a scheme has several. */
    private static final Map<String, BiConsumer<DeviceUri, VirtualPorts>> CHIPS = new TreeMap<>(Map.ofEntries(
            entry("buzzer", VirtualChips::buzzer),
            entry("hc595", VirtualChips::hc595),
            entry("hd44780", VirtualChips::hd44780),
            entry("ledbar", VirtualChips::ledBar),
            entry("serial", SerialBoards::connect),
            entry("ssd1306", VirtualChips::ssd1306),
            entry("ws2812", VirtualChips::ws2812),
            entry("gpio hx710b", VirtualHx711::connect),
            entry("gpio hx711", VirtualHx711::connect),
            entry("i2c abp", VirtualAbp::connect),
            entry("i2c abp2", VirtualHoneywell::abp2),
            entry("i2c ads1015", AnalogChips::onI2c),
            entry("i2c ads1115", AnalogChips::onI2c),
            entry("i2c mpr", VirtualHoneywell::mpr),
            entry("i2c xgzp", VirtualXgzp::connect),
            entry("iio hx711", VirtualHx711Iio::connect),
            entry("spi ads1292r", VirtualAds1292r::connect),
            entry("spi mcp3008", AnalogChips::onSpi),
            entry("spi mcp3208", AnalogChips::onSpi)));

    /** What only the simulation reads, beside what tells who is there. */
    private static final Set<String> OWN = Set.of("fault", "interrupted", "off");

    private static final Pattern ON_I2C = Pattern.compile("([0-9]{1,2})/(0x[0-9a-fA-F]{1,2})");
    private static final Pattern ON_SPI = Pattern.compile("([0-9])\\.([0-9])");

    private VirtualChips() {}

    static void connect(DeviceUri uri, VirtualPorts ports) {
        String part =
                uri.scheme().equals("iio") ? uri.address() : uri.option("chip").orElse("missing");
        BiConsumer<DeviceUri, VirtualPorts> chip =
                CHIPS.getOrDefault(uri.scheme(), CHIPS.get(uri.scheme() + " " + part));
        if (chip == null) {
            throw unknown(uri, part);
        }
        chip.accept(uri, ports);
    }

    private static void buzzer(DeviceUri uri, VirtualPorts ports) {
        if (!uri.address().matches("[0-9]{1,2}")) {
            throw uri.wrong("address", "a GPIO line such as 18", uri.address());
        }
        ports.connectPin(Integer.parseInt(uri.address()), new VirtualBuzzer(ports.clock()));
    }

    private static IllegalArgumentException unknown(DeviceUri uri, String part) {
        List<String> chips = CHIPS.keySet().stream()
                .filter(key -> key.startsWith(uri.scheme() + " "))
                .map(key -> key.substring(uri.scheme().length() + 1))
                .toList();
        if (!chips.isEmpty()) {
            return uri.wrong("chip", "one of " + String.join(", ", chips), part);
        }
        var schemes = CHIPS.keySet().stream().map(key -> key.split(" ", 2)[0]).distinct();
        return uri.wrong("scheme", "one of " + String.join(", ", schemes.toList()) + " after sim+", uri.scheme());
    }

    /** The same URI without what only the simulation reads. */
    static DeviceUri forDriver(DeviceUri uri) {
        var options = new LinkedHashMap<>(uri.options());
        options.keySet().removeAll(OWN);
        options.keySet().removeAll(BodySignal.OPTIONS);
        return new DeviceUri(uri.simulated(), uri.scheme(), uri.address(), options);
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
