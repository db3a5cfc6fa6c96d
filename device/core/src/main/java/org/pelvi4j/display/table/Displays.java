package org.pelvi4j.display.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Leds;
import org.pelvi4j.display.ledbar.LedBar;

/** Opens the display that a name means. A new display is a driver and one line here. Immutable. */
public final class Displays {
    private static final Map<String, Driver> DRIVERS = new TreeMap<>(Map.of("ledbar", Displays::ledbar));

    /** Highest line of a GPIO chip on any Raspberry Pi's header. Source: the 40-pin header, BCM numbers 0 to 27. */
    private static final int LAST_LINE = 27;

    private Displays() {}

    private interface Driver {
        Display open(DeviceUri uri, Ports ports, Words words) throws BusException;
    }

    /**
     * Lists what can be opened.
     *
     * @return schemes, in order
     */
    public static Set<String> schemes() {
        return Set.copyOf(DRIVERS.keySet());
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
        Driver driver = DRIVERS.get(uri.scheme());
        if (driver == null) {
            throw uri.wrong("scheme", "one of terminal, " + String.join(", ", DRIVERS.keySet()), uri.scheme());
        }
        return driver.open(uri, ports, words);
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
