package org.pelvi4j.pi4j;

import com.sun.jna.LastErrorException;
import java.nio.file.Path;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/** What the kernel refuses, as a fault with a kind and what to type. The numbers are Linux's errno. Immutable. */
final class GpioFault {
    private static final int NOT_PERMITTED = 1;
    private static final int NO_FILE = 2;
    private static final int NO_DEVICE_THERE = 6;
    private static final int NO_ACCESS = 13;
    private static final int BUSY = 16;
    private static final int NO_DEVICE = 19;
    private static final int NO_SUCH_CALL = 25;

    private GpioFault() {}

    static BusException of(String name, Path chip, LastErrorException refused) {
        return switch (refused.getErrorCode()) {
            case BUSY ->
                new BusException(
                        Kind.BUSY,
                        name + ": it is in use already; find out by whom with: gpioinfo, or sudo lsof " + chip,
                        refused);
            case NO_ACCESS, NOT_PERMITTED -> noPermission(name, chip, refused);
            case NO_FILE, NO_DEVICE, NO_DEVICE_THERE ->
                new BusException(
                        Kind.NOT_FOUND, name + ": " + chip + " is not there; list chips with: gpiodetect", refused);
            case NO_SUCH_CALL ->
                new BusException(
                        Kind.UNSUPPORTED,
                        name
                                + ": this kernel has no GPIO interface of version 2; it needs Linux 5.10 or newer (uname -r)",
                        refused);
            default ->
                new BusException(Kind.FAILED, name + ": the kernel refused it (" + refused.getMessage() + ")", refused);
        };
    }

    private static BusException noPermission(String name, Path chip, LastErrorException refused) {
        return new BusException(
                Kind.NO_PERMISSION,
                name + ": no permission for " + chip + "; type: sudo usermod -aG gpio $USER, then log in again",
                refused);
    }
}
