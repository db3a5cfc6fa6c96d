package org.pelvi4j.pi4j;

import com.pi4j.io.spi.Spi;
import java.nio.file.Path;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.SpiDevice;

/**
 * One chip-select line. Pi4J 2.8.0 only logs a transfer that the kernel refuses and returns as after a good one, so that a
 * fault shows in what comes back, not here.
 */
final class Pi4jSpi implements SpiDevice {
    /** More fails in one transfer. Source: Linux, spidev.bufsiz. */
    private static final int LONGEST = 4096;

    private final String name;
    private final Path device;
    private final Lent<Spi> wire;
    private boolean closed;

    Pi4jSpi(String name, Path device, Lent<Spi> wire) {
        this.name = name;
        this.device = device;
        this.wire = wire;
    }

    @Override
    public void transfer(byte[] out, byte[] in) throws BusException {
        if (closed) {
            throw new IllegalStateException(name + ": it is closed");
        }
        if (out.length > LONGEST || in.length != out.length) {
            throw new IllegalArgumentException("out: expected at most " + LONGEST + " bytes and as many in but was "
                    + out.length + " and " + in.length);
        }
        try {
            wire.thing().transfer(out, 0, in, 0, out.length);
        } catch (RuntimeException failed) {
            wire.spoil();
            throw Refusal.ofTransfer(name, device, failed);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            wire.giveBack();
        }
    }
}
