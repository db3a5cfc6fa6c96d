package org.pelvi4j.pi4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/** What Pi4J throws, as a fault with a kind. Immutable. */
final class Refusal {
    private static final String I2C = "i2c-";

    private Refusal() {}

    /** A refused opening. Pi4J tells a busy line by its text alone. */
    static BusException of(String name, Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (text.contains("busy") || text.contains("in use")) {
                String remedy = ": another program has it; find out with: "
                        + (name.startsWith("GPIO")
                                ? "gpioinfo, or sudo lsof /dev/gpiochip*"
                                : "sudo lsof /dev/i2c-* /dev/spidev*");
                return new BusException(Kind.BUSY, name + remedy, refused);
            }
            if (cause instanceof LinkageError) {
                return new BusException(Kind.UNSUPPORTED, name + ": Pi4J's native code does not load here", refused);
            }
        }
        return new BusException(Kind.FAILED, name + ": Pi4J could not open it (" + root(refused) + ")", refused);
    }

    /** A failed transfer: the device file has gone, or nobody answers on it. */
    static BusException ofTransfer(String name, Path device, Throwable failed) {
        if (!Files.exists(device)) {
            return new BusException(Kind.DISCONNECTED, name + ": " + device + " has gone", failed);
        }
        String file = String.valueOf(device.getFileName());
        String remedy = file.startsWith(I2C)
                ? "check the wiring and the address with: i2cdetect -y " + file.substring(I2C.length())
                : "check the wiring";
        return new BusException(Kind.NO_ANSWER, name + ": no answer; " + remedy, failed);
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
