package org.pelvi4j.sim.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.pelvi4j.bus.DeviceUri;

/** The table of virtual chips: which of them a URI with {@code sim+} names. A new chip is a file and a line here. Immutable. */
final class VirtualChips {
    private static final Map<String, BiConsumer<DeviceUri, VirtualPorts>> CHIPS =
            new TreeMap<>(Map.of("ledbar", VirtualChips::ledBar, "serial", SerialBoards::connect));

    private VirtualChips() {}

    static void connect(DeviceUri uri, VirtualPorts ports) {
        BiConsumer<DeviceUri, VirtualPorts> chip = CHIPS.get(uri.scheme());
        if (chip == null) {
            throw uri.wrong("scheme", "one of " + String.join(", ", CHIPS.keySet()) + " after sim+", uri.scheme());
        }
        chip.accept(uri, ports);
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
}
