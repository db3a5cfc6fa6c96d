package org.pelvi4j.display.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.Wiring;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Leds;
import org.pelvi4j.display.hc595.Hc595;
import org.pelvi4j.display.hd44780.Hd44780;
import org.pelvi4j.display.ledbar.LedBar;
import org.pelvi4j.display.ssd1306.Ssd1306;
import org.pelvi4j.display.ws2812.Ws2812;

/** Opens the display that a name means. A new display is a driver and one line here: a URI of it as it is usually wired. Immutable. */
public final class Displays {
    private static final List<Line> LINES = List.of(
            line(Displays::hc595, "hc595:0.0?leds=16"),
            line(Displays::hd44780, "hd44780:1/0x27?size=16x2", 0x3F),
            line(Displays::ledbar, "ledbar:5,6,13,19,26"),
            line(Displays::ssd1306, "ssd1306:1/0x3c", 0x3D),
            line(Displays::ws2812, "ws2812:0.0?leds=8"));

    /** Highest line of a GPIO chip on any Raspberry Pi's header. Source: the 40-pin header, BCM numbers 0 to 27. */
    private static final int LAST_LINE = 27;

    private static final Pattern I2C = Pattern.compile("([0-9]{1,2})/0x([0-9a-fA-F]{1,2})");
    private static final Pattern SPI = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})");

    /** 7-bit addresses of chips; the others are reserved. Source: I2C specification UM10204, 3.1.12. */
    private static final int FIRST_ADDRESS = 0x08;

    private static final int LAST_ADDRESS = 0x77;

    private Displays() {}

    private interface Driver {
        Display open(DeviceUri uri, Ports ports, Words words) throws BusException;
    }

    /** A line of the table. */
    private record Line(Driver driver, Wiring wiring) {}

    private static Line line(Driver driver, String usual, int... elsewhere) {
        return new Line(driver, Wiring.of(usual, elsewhere));
    }

    /**
     * Lists what can be opened.
     *
     * @return each as it is usually wired, in the order of their schemes
     */
    public static List<Wiring> wirings() {
        return LINES.stream().map(Line::wiring).toList();
    }

    /**
     * Opens a display.
     *
     * @param uri such as {@code ledbar:5,6,13,19,26}
     * @param ports where its wires are
     * @param words in which language it speaks, where it shows words
     * @return the display, dark
     * @throws IllegalArgumentException naming the part of the URI that is wrong
     * @throws BusException when the wire does not open
     */
    public static Display open(DeviceUri uri, Ports ports, Words words) throws BusException {
        for (Line line : LINES) {
            if (line.wiring().part().equals(uri.scheme())) {
                return line.driver().open(uri, ports, words);
            }
        }
        var known = LINES.stream().map(line -> line.wiring().part());
        throw uri.wrong("scheme", "one of terminal, " + known.collect(Collectors.joining(", ")), uri.scheme());
    }

    private static Display hc595(DeviceUri uri, Ports ports, Words words) throws BusException {
        int leds = leds(uri, 16);
        return Hc595.on(ports.openSpi(spi(uri), Hc595.HERTZ, Hc595.MODE), leds);
    }

    private static Display ws2812(DeviceUri uri, Ports ports, Words words) throws BusException {
        int leds = leds(uri, 8);
        return Ws2812.on(ports.openSpi(spi(uri), Ws2812.HERTZ, Ws2812.MODE), leds);
    }

    private static int leds(DeviceUri uri, int usual) {
        return uri.withOnly(Set.of("leds"))
                .integer("leds", Leds.FEWEST, Leds.MOST)
                .orElse(usual);
    }

    private static Display hd44780(DeviceUri uri, Ports ports, Words words) throws BusException {
        String size = oneOf(uri.withOnly(Set.of("size")), "16x2", "20x4");
        return Hd44780.on(i2c(uri, ports, "1/0x27"), ports, size, words);
    }

    private static Display ssd1306(DeviceUri uri, Ports ports, Words words) throws BusException {
        String size = oneOf(uri.withOnly(Set.of("size")), "128x64", "128x32");
        return Ssd1306.on(i2c(uri, ports, "1/0x3c"), size.equals("128x64") ? 64 : 32, words);
    }

    private static String oneOf(DeviceUri uri, String usual, String other) {
        String size = uri.option("size").orElse(usual);
        if (!size.equals(usual) && !size.equals(other)) {
            throw uri.wrong("option 'size'", usual + " or " + other, size);
        }
        return size;
    }

    private static I2cDevice i2c(DeviceUri uri, Ports ports, String example) throws BusException {
        Matcher parts = I2C.matcher(uri.address());
        int address = parts.matches() ? Integer.parseInt(parts.group(2), 16) : 0;
        if (address < FIRST_ADDRESS || address > LAST_ADDRESS) {
            throw uri.wrong("address", "BUS/0xADDRESS such as " + example, uri.address());
        }
        return ports.openI2c(Integer.parseInt(parts.group(1)), address);
    }

    private static SpiAddress spi(DeviceUri uri) {
        Matcher parts = SPI.matcher(uri.address());
        if (!parts.matches()) {
            throw uri.wrong("address", "BUS.SELECT such as 0.0", uri.address());
        }
        return new SpiAddress(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    private static Display ledbar(DeviceUri uri, Ports ports, Words words) throws BusException {
        uri.withOnly(Set.of());
        var lines = new ArrayList<Integer>();
        for (String part : uri.address().split(",", -1)) {
            lines.add(line(uri, part, lines));
        }
        if (lines.size() < Leds.FEWEST || lines.size() > Leds.MOST) {
            String expected = Leds.FEWEST + " to " + Leds.MOST + " lines such as 5,6,13,19,26";
            throw uri.wrong("address", expected, lines.size() + " lines");
        }
        return LedBar.open(ports, lines);
    }

    private static int line(DeviceUri uri, String part, List<Integer> before) {
        if (!part.matches("[0-9]{1,2}") || Integer.parseInt(part) > LAST_LINE) {
            throw uri.wrong("address", "GPIO lines 0 to " + LAST_LINE + " with commas such as 5,6,13,19,26", part);
        }
        int line = Integer.parseInt(part);
        if (before.contains(line)) {
            throw uri.wrong("address", "every GPIO line once", part);
        }
        return line;
    }
}
