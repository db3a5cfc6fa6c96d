package org.pelvi4j.pi4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.IioDevice;

/** The converters that the kernel reads, as files under {@code /sys/bus/iio/devices}. Thread-safe. */
public final class IioFiles {
    private final Path devices;

    IioFiles(Path devices) {
        this.devices = devices;
    }

    /**
     * Those of this machine.
     *
     * @return them; nothing is opened yet
     */
    public static IioFiles ofThisMachine() {
        return new IioFiles(Path.of("/sys/bus/iio/devices"));
    }

    /**
     * Opens a channel of a converter.
     *
     * @param name as its file {@code name} has it, such as {@code hx711}, or its folder, such as {@code iio:device0}
     * @param channel such as {@code voltage0}
     * @return the open channel
     * @throws BusException NOT_FOUND, NO_PERMISSION or FAILED, saying what mends it
     */
    public IioDevice open(String name, String channel) throws BusException {
        Path folder = find(name);
        Path raw = folder.resolve("in_" + channel + "_raw");
        try {
            return new Open("iio:" + name, folder, channel, FileChannel.open(raw, StandardOpenOption.READ));
        } catch (NoSuchFileException missing) {
            throw new BusException(Kind.NOT_FOUND, "iio:" + name + ": it has no channel " + channel, missing);
        } catch (AccessDeniedException denied) {
            throw new BusException(
                    Kind.NO_PERMISSION, "iio:" + name + ": no permission; type: sudo chmod a+r " + raw, denied);
        } catch (IOException failed) {
            throw new BusException(Kind.FAILED, "iio:" + name + ": " + raw + " does not open", failed);
        }
    }

    /**
     * Lists the kernel's converters.
     *
     * @return their names, such as {@code hx711}, in order; none where the kernel has none
     */
    public List<String> names() {
        try {
            return List.copyOf(folders().keySet());
        } catch (IOException none) {
            return List.of();
        }
    }

    /** By name. */
    private Map<String, Path> folders() throws IOException {
        Map<String, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(devices, "iio:device*")) {
            for (Path folder : folders) {
                Path label = folder.resolve("name");
                found.putIfAbsent(
                        Files.isReadable(label) ? Files.readString(label).trim() : "", folder);
            }
        }
        return found;
    }

    private Path find(String name) throws BusException {
        Map<String, Path> found;
        try {
            found = folders();
        } catch (IOException none) {
            throw new BusException(Kind.NOT_FOUND, missing(name, "this kernel has no converters"), none);
        }
        Path folder = found.getOrDefault(name, devices.resolve(name));
        if (!Files.exists(folder)) {
            throw new BusException(
                    Kind.NOT_FOUND, missing(name, found.isEmpty() ? "there are none" : "there are " + found.keySet()));
        }
        return folder;
    }

    private static String missing(String name, String there) {
        return "iio:" + name + ": the kernel has no such converter, " + there
                + "; how the kernel is told of an HX711 is in /usr/share/doc/pelvi4j/examples/hx711.dts";
    }

    /** One channel. Each read of its file is a conversion. */
    private static final class Open implements IioDevice {
        private final String name;
        private final Path folder;
        private final String channel;
        private final FileChannel raw;
        private final ByteBuffer text = ByteBuffer.allocateDirect(32);

        Open(String name, Path folder, String channel, FileChannel raw) {
            this.name = name;
            this.folder = folder;
            this.channel = channel;
            this.raw = raw;
        }

        @Override
        public long raw() throws BusException {
            text.clear();
            try {
                if (raw.read(text, 0) <= 0) {
                    throw new BusException(Kind.NO_ANSWER, name + ": the kernel tells nothing");
                }
            } catch (BusException told) {
                throw told;
            } catch (IOException failed) {
                boolean gone = !Files.exists(folder);
                throw new BusException(
                        gone ? Kind.DISCONNECTED : Kind.NO_ANSWER,
                        name + (gone ? ": it has gone" : ": the chip does not answer; check its supply and both wires"),
                        failed);
            }
            text.flip();
            return number();
        }

        /** Digits until something else, without making a string of them. */
        private long number() throws BusException {
            boolean negative = text.get(0) == '-';
            long value = 0;
            int digits = 0;
            for (int i = negative ? 1 : 0; i < text.limit(); i++, digits++) {
                int digit = text.get(i) - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                value = 10 * value + digit;
            }
            if (digits == 0) {
                throw new BusException(Kind.FAILED, name + ": expected a number from the kernel");
            }
            return negative ? -value : value;
        }

        @Override
        public double millivoltsPerStep() throws BusException {
            for (String file : new String[] {"in_" + channel + "_scale", "in_voltage_scale"}) {
                try {
                    if (Files.exists(folder.resolve(file))) {
                        return Double.parseDouble(
                                Files.readString(folder.resolve(file)).trim());
                    }
                } catch (IOException | NumberFormatException unreadable) {
                    throw new BusException(Kind.FAILED, name + ": " + file + " tells no number", unreadable);
                }
            }
            throw new BusException(Kind.FAILED, name + ": the kernel tells no scale of " + channel);
        }

        @Override
        public void close() {
            try {
                raw.close();
            } catch (IOException gone) {
                // a file that is only read loses nothing
            }
        }
    }
}
