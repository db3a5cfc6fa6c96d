package org.pelvi4j.sim.port;

import java.util.function.Consumer;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.I2cDevice;

/** An open address on a virtual I2C bus. Confined to one thread. */
final class VirtualI2c extends VirtualWire implements I2cDevice {
    private final I2cChip chip;

    VirtualI2c(String name, I2cChip chip, Consumer<String> giveBack) {
        super(name, giveBack);
        this.chip = chip;
    }

    @Override
    public void write(byte[] bytes) throws BusException {
        checkOpen();
        chip.write(bytes.clone());
    }

    @Override
    public void read(byte[] into) throws BusException {
        checkOpen();
        chip.read(into);
    }

    @Override
    public void close() {
        closeOnce();
    }
}
