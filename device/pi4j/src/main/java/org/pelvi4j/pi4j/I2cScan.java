package org.pelvi4j.pi4j;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/**
 * Asks every address of an I2C bus for one byte, as {@code i2cdetect -r} does: what answers is there. Source: Linux,
 * include/uapi/linux/i2c-dev.h.
 */
final class I2cScan {
    static final long CHOOSE_ADDRESS = 0x0703;

    /** 7-bit addresses of chips; the others are reserved. Source: I2C specification UM10204, 3.1.12. */
    static final int FIRST = 0x08;

    static final int LAST = 0x77;
    private static final int BUSY = 16;
    private static final int TIMED_OUT = 110;

    private I2cScan() {}

    static List<I2cAnswer> of(int bus, Path device, Kernel kernel) throws BusException {
        String name = "I2C bus " + bus;
        try {
            int descriptor = kernel.open(device.toString());
            try {
                var answers = new ArrayList<I2cAnswer>();
                ByteBuffer one = GpioInput.ours(1);
                for (int address = FIRST; address <= LAST; address++) {
                    ask(kernel, descriptor, address, one, answers);
                }
                return answers;
            } finally {
                kernel.close(descriptor);
            }
        } catch (LastErrorException refused) {
            if (refused.getErrorCode() == TIMED_OUT) {
                throw new BusException(
                        Kind.FAILED,
                        name + ": it hangs; is SDA or SCL held low? Check the wiring and the pull-ups",
                        refused);
            }
            throw GpioFault.of(name, device, refused);
        }
    }

    private static void ask(Kernel kernel, int descriptor, int address, ByteBuffer one, List<I2cAnswer> answers) {
        try {
            kernel.choose(descriptor, CHOOSE_ADDRESS, address);
            if (kernel.read(descriptor, one) == 1) {
                answers.add(new I2cAnswer(address, false));
            }
        } catch (LastErrorException nobody) {
            if (nobody.getErrorCode() == BUSY) {
                answers.add(new I2cAnswer(address, true));
            } else if (nobody.getErrorCode() == TIMED_OUT) {
                throw nobody;
            }
        }
    }
}
