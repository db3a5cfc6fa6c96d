package org.pelvi4j.app.clinic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of this computer could keep it from working, each finding with the command that mends it. It changes nothing.
 * Immutable.
 */
public final class Machine {
    private static final int LEAST_JAVA = 17;
    /** Source: RELIABILITY F4. */
    private static final long LEAST_FREE = 50L << 20;

    private static final long LITTLE_FREE = 500L << 20;
    /** Nobody had this program before: an earlier date is a clock that nobody has set. */
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");
    /** Bits of the firmware's word: now under-voltage, capped, throttled, hot; and the same since the start, 16 higher. */
    private static final int NOW = 0xF;

    private static final int SINCE_START = 0xF0000;

    private final Path root;
    private final String user;

    /** What is said of it. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** It may work, and deserves a look. */
        LOOK,
        /** It cannot work like this. */
        STOP,
        /** Not there, and perhaps not needed. */
        ABSENT
    }

    /**
     * One finding. Immutable.
     *
     * @param check what was looked at, a word
     * @param verdict what is said of it
     * @param text what was found
     * @param remedy the command that mends it; empty for none
     */
    public record Finding(String check, Verdict verdict, String text, String remedy) {}

    /**
     * A machine.
     *
     * @param root of its files, {@code /} but in tests
     * @param user whose rights count
     */
    public Machine(Path root, String user) {
        this.root = root;
        this.user = user;
    }

    /**
     * Looks at everything.
     *
     * @param javaVersion of the Java that runs
     * @param data the folder of the record
     * @param now the wall clock
     * @return the findings, in a fixed order
     */
    public List<Finding> findings(int javaVersion, Path data, Instant now) {
        var all = new ArrayList<Finding>();
        all.add(java(javaVersion));
        all.addAll(serial());
        all.addAll(buses());
        all.add(clock(now));
        all.add(disk(data));
        all.add(throttling());
        return all;
    }

    private static Finding java(int version) {
        return version >= LEAST_JAVA
                ? new Finding("java", Verdict.OK, "Java " + version, "")
                : new Finding(
                        "java",
                        Verdict.STOP,
                        "expected Java " + LEAST_JAVA + " or newer but was " + version,
                        "sudo apt install openjdk-17-jre-headless");
    }

    private List<Finding> serial() {
        List<Path> ports = devices("ttyUSB*", "ttyACM*");
        if (ports.isEmpty()) {
            return List.of(new Finding("serial", Verdict.ABSENT, "no serial adapter is plugged in", ""));
        }
        return ports.stream().map(port -> rights("serial", port)).toList();
    }

    private List<Finding> buses() {
        var all = new ArrayList<Finding>();
        boolean pi = model().contains("Raspberry");
        bus(all, "i2c", "i2c-*", pi ? "sudo raspi-config nonint do_i2c 0" : "");
        bus(all, "spi", "spidev*", pi ? "sudo raspi-config nonint do_spi 0" : "");
        bus(all, "gpio", "gpiochip*", "");
        return all;
    }

    private void bus(List<Finding> all, String name, String files, String remedy) {
        List<Path> found = devices(files);
        if (found.isEmpty()) {
            Verdict verdict = remedy.isEmpty() ? Verdict.ABSENT : Verdict.LOOK;
            all.add(new Finding(name, verdict, "no /dev/" + files, remedy));
        }
        found.forEach(device -> all.add(rights(name, device)));
    }

    /** Whether this user may read and write a device, and which group would let them. */
    private Finding rights(String check, Path device) {
        String name = "/" + root.relativize(device);
        try {
            var attributes = Files.readAttributes(device, PosixFileAttributes.class);
            String group = attributes.group().getName();
            String modes = java.nio.file.attribute.PosixFilePermissions.toString(attributes.permissions());
            if (Files.isReadable(device) && Files.isWritable(device)) {
                return new Finding(check, Verdict.OK, name + " can be read and written", "");
            }
            if (!modes.startsWith("rw", 3)) {
                return new Finding(
                        check,
                        Verdict.STOP,
                        name + ": its group " + group + " may not write it",
                        "sudo chmod g+rw " + name);
            }
            boolean member = members(group).contains(user);
            return member
                    ? new Finding(
                            check,
                            Verdict.STOP,
                            name + ": you are in the group " + group + " since you last logged in",
                            "log out and in again")
                    : new Finding(
                            check,
                            Verdict.STOP,
                            name + ": only the group " + group + " may use it",
                            "sudo usermod -aG " + group + " " + user + ", then log out and in again");
        } catch (IOException | UnsupportedOperationException e) {
            return new Finding(check, Verdict.LOOK, name + ": " + e.getMessage(), "ls -l " + name);
        }
    }

    private Set<String> members(String group) {
        try {
            return Files.readAllLines(root.resolve("etc/group")).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length == 4 && fields[0].equals(group))
                    .findFirst()
                    .map(fields -> (Set<String>) new HashSet<>(Arrays.asList(fields[3].split(",", -1))))
                    .orElse(Set.of());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    private List<Path> devices(String... globs) {
        var found = new ArrayList<Path>();
        for (String glob : globs) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve("dev"), glob)) {
                files.forEach(found::add);
            } catch (IOException none) {
                return List.of();
            }
        }
        return found.stream().sorted().toList();
    }

    private Finding clock(Instant now) {
        if (now.isBefore(EARLIEST)) {
            return new Finding(
                    "clock",
                    Verdict.STOP,
                    "the clock says " + now + ": nobody has set it",
                    "sudo timedatectl set-ntp true");
        }
        boolean systemd = Files.isDirectory(root.resolve("run/systemd/timesync"));
        boolean synchronised = Files.exists(root.resolve("run/systemd/timesync/synchronized"));
        if (systemd && !synchronised) {
            return new Finding(
                    "clock",
                    Verdict.LOOK,
                    "the clock has not been compared with the network since the start",
                    "sudo timedatectl set-ntp true");
        }
        return new Finding(
                "clock",
                Verdict.OK,
                synchronised ? "set by the network" : "it says " + now.truncatedTo(ChronoUnit.SECONDS),
                "");
    }

    private static Finding disk(Path data) {
        Path there = data.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            if (there == null || !Files.isWritable(there)) {
                return new Finding("disk", Verdict.STOP, data + ": cannot be written", "sudo chown -R $USER " + data);
            }
            long free = Files.getFileStore(there).getUsableSpace();
            String room = (free >> 20) + " MB free for " + data;
            if (free < LEAST_FREE) {
                return new Finding("disk", Verdict.STOP, room + ", 50 are needed", "sudo apt clean");
            }
            return free < LITTLE_FREE
                    ? new Finding("disk", Verdict.LOOK, room, "sudo apt clean")
                    : new Finding("disk", Verdict.OK, room, "");
        } catch (IOException e) {
            return new Finding("disk", Verdict.LOOK, data + ": " + e.getMessage(), "df -h " + data);
        }
    }

    private String model() {
        return read("proc/device-tree/model").replace("\0", "");
    }

    private String read(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1)
                    .strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private Finding throttling() {
        String word = read("sys/devices/platform/soc/soc:firmware/get_throttled");
        Matcher hex = Pattern.compile("(?:0x)?([0-9a-fA-F]{1,8})").matcher(word);
        if (!hex.matches()) {
            return new Finding(
                    "throttling", Verdict.ABSENT, "this computer does not say whether it is slowed down", "");
        }
        int bits = Integer.parseUnsignedInt(hex.group(1), 16);
        String why = (bits & 1) != 0 || (bits & 0x10000) != 0 ? "too little voltage" : "too hot, or capped";
        if ((bits & NOW) != 0) {
            return new Finding(
                    "throttling",
                    Verdict.STOP,
                    "slowed down now: " + why,
                    "use the power supply that belongs to the board");
        }
        return (bits & SINCE_START) != 0
                ? new Finding(
                        "throttling",
                        Verdict.LOOK,
                        "slowed down since the start: " + why,
                        "use the power supply that belongs to the board")
                : new Finding("throttling", Verdict.OK, "not slowed down", "");
    }
}
