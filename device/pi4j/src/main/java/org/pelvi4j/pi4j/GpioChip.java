package org.pelvi4j.pi4j;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/**
 * A GPIO chip of this machine. The header's chip is known by its label, because its number differs between boards and
 * kernels. Immutable.
 *
 * @param path its device file
 * @param label what the kernel calls it, such as {@code pinctrl-bcm2711}
 * @param lines how many lines it has
 */
public record GpioChip(Path path, String label, int lines) {
    static final long GET_CHIP = 0x8044B401L;
    static final int CHIP_BYTES = 68;
    private static final int AT_LABEL = 32;
    private static final int LABEL_BYTES = 32;
    private static final int AT_LINES = 64;

    /** The header's chip on every Raspberry Pi: pinctrl-bcm2835, pinctrl-bcm2711, pinctrl-rp1. Source: DOMAIN.md 3.1. */
    private static final String HEADER = "pinctrl-";

    /**
     * Whether it carries the pins of a Raspberry Pi's header.
     *
     * @return whether it does
     */
    public boolean isHeader() {
        return label.startsWith(HEADER);
    }

    /** The chips that this user may look at, by their number; those he may not are left out. */
    static List<GpioChip> all(Path devices, Kernel kernel) throws BusException {
        var chips = new ArrayList<GpioChip>();
        BusException refused = null;
        for (Path path : files(devices)) {
            try {
                chips.add(of(path, kernel));
            } catch (LastErrorException unreadable) {
                refused = GpioFault.of("GPIO", path, unreadable);
            }
        }
        if (chips.isEmpty() && refused != null) {
            throw refused;
        }
        return chips;
    }

    private static List<Path> files(Path devices) throws BusException {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(devices, "gpiochip*")) {
            files.forEach(found::add);
        } catch (IOException unreadable) {
            throw new BusException(Kind.FAILED, "GPIO: " + devices + " cannot be listed", unreadable);
        }
        found.sort(Comparator.comparing((Path path) -> path.toString().length()).thenComparing(Path::toString));
        return found;
    }

    private static GpioChip of(Path path, Kernel kernel) {
        int descriptor = kernel.open(path.toString());
        try {
            ByteBuffer info = GpioInput.ours(CHIP_BYTES);
            kernel.exchange(descriptor, GET_CHIP, info);
            byte[] label = new byte[LABEL_BYTES];
            info.get(AT_LABEL, label);
            int end = 0;
            while (end < LABEL_BYTES && label[end] != 0) {
                end++;
            }
            return new GpioChip(path, new String(label, 0, end, StandardCharsets.UTF_8), info.getInt(AT_LINES));
        } finally {
            kernel.close(descriptor);
        }
    }

    /** The chip of the header. */
    static GpioChip header(Path devices, Kernel kernel) throws BusException {
        List<GpioChip> chips = all(devices, kernel);
        for (GpioChip chip : chips) {
            if (chip.isHeader()) {
                return chip;
            }
        }
        String there = chips.isEmpty()
                ? "this machine has no " + devices.resolve("gpiochip0")
                : "no chip here is labelled " + HEADER + "..., only "
                        + String.join(", ", chips.stream().map(GpioChip::label).toList());
        throw new BusException(Kind.NOT_FOUND, "GPIO: " + there + "; a Raspberry Pi has one");
    }
}
