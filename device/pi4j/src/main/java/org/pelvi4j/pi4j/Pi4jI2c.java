package org.pelvi4j.pi4j;

import com.pi4j.io.i2c.I2C;
import java.nio.file.Path;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.I2cDevice;

/** One address on an I2C bus, plain reads and writes: Pi4J 2.8.0's register reads ignore their offset. */
final class Pi4jI2c implements I2cDevice {
    private final String name;
    private final Path device;
    private final Lent<I2C> wire;
    private boolean closed;

    Pi4jI2c(String name, Path device, Lent<I2C> wire) {
        this.name = name;
        this.device = device;
        this.wire = wire;
    }

    @Override
    public void write(byte[] bytes) throws BusException {
        transferred(bytes.length, () -> wire.thing().write(bytes));
    }

    @Override
    public void read(byte[] into) throws BusException {
        transferred(into.length, () -> wire.thing().read(into));
    }

    private interface Transfer {
        int run();
    }

    private void transferred(int wanted, Transfer transfer) throws BusException {
        if (closed) {
            throw new IllegalStateException(name + ": it is closed");
        }
        int done;
        try {
            done = transfer.run();
        } catch (RuntimeException failed) {
            BusException fault = Refusal.ofTransfer(name, device, failed);
            if (fault.kind() == Kind.DISCONNECTED) {
                wire.spoil();
            }
            throw fault;
        }
        if (done != wanted) {
            throw new BusException(Kind.NO_ANSWER, name + ": expected " + wanted + " bytes but was " + done);
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
