package org.pelvi4j.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;

/**
 * The serial ports of this machine. It remembers which adapter stood behind a path, so that one that comes back under
 * another name is found, and another one under the old name is not taken for it. Thread-safe.
 */
public final class SerialPorts {
    /** Names of devices with something behind them; a bare ttyS is there whether or not. Source: Linux devices.txt. */
    private static final List<String> NAMES = List.of("ttyUSB", "ttyACM", "ttyAMA", "rfcomm");

    private final Path devices;
    private final Path byId;
    private final Map<String, Path> adapters = new ConcurrentHashMap<>();

    private SerialPorts(Path devices, Path byId) {
        this.devices = devices;
        this.byId = byId;
    }

    /**
     * The ports of this machine.
     *
     * @return the ports, nothing opened yet
     */
    public static SerialPorts ofThisMachine() {
        return in(Path.of("/dev"));
    }

    static SerialPorts in(Path devices) {
        return new SerialPorts(devices, devices.resolve("serial/by-id"));
    }

    /**
     * Opens a port, or the adapter that stood behind that path before.
     *
     * @param path the device or a link to it
     * @param baud bits per second
     * @return the open wire
     * @throws BusException as {@link SerialLink#open}
     */
    public ByteLink open(String path, int baud) throws BusException {
        Path adapter = adapters.get(path);
        if (adapter != null && Files.exists(adapter)) {
            return SerialLink.open(adapter.toString(), baud);
        }
        if (adapter != null && !adapter.equals(Path.of(path)) && Files.exists(Path.of(path))) {
            throw new BusException(
                    BusException.Kind.NOT_FOUND,
                    path + ": another device is there now; plug in " + adapter.getFileName());
        }
        ByteLink link = SerialLink.open(path, baud);
        adapter(Path.of(path)).ifPresent(found -> adapters.put(path, found));
        return link;
    }

    private Optional<Path> adapter(Path path) {
        try {
            Path real = path.toRealPath();
            return links().filter(link -> leadsTo(link, real)).findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Stream<Path> links() throws IOException {
        if (!Files.isDirectory(byId)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(byId)) {
            return all.sorted().toList().stream();
        }
    }

    private static boolean leadsTo(Path link, Path real) {
        try {
            return link.toRealPath().equals(real);
        } catch (IOException dangling) {
            return false;
        }
    }

    /**
     * Lists what is there, without opening anything.
     *
     * @return the ports, by name
     */
    public List<FoundPort> list() {
        var found = new TreeMap<String, FoundPort>();
        try (Stream<Path> all = Files.isDirectory(devices) ? Files.list(devices) : Stream.empty()) {
            all.filter(SerialPorts::isPort).forEach(path -> {
                String stable = adapter(path).map(Path::toString).orElse(path.toString());
                found.put(path.toString(), new FoundPort(path.toString(), stable, description(stable)));
            });
        } catch (IOException unreadable) {
            return List.of();
        }
        return List.copyOf(found.values());
    }

    private static boolean isPort(Path path) {
        String name = String.valueOf(path.getFileName());
        return NAMES.stream().anyMatch(name::startsWith);
    }

    /** The by-id name without its bus and interface: usb-Arduino__www.arduino.cc__0043-if00 is Arduino www.arduino.cc 0043. */
    private static String description(String stablePath) {
        String name = String.valueOf(Path.of(stablePath).getFileName());
        return name.replaceFirst("^usb-", "")
                .replaceFirst("-if[0-9]{2}(-port[0-9]+)?$", "")
                .replaceAll("_+", " ")
                .trim();
    }
}
