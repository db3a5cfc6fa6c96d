package org.pelvi4j.sim.port;

import java.util.function.Consumer;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.SpiDevice;

/** An open select line of a virtual SPI bus. Confined to one thread. */
final class VirtualSpi extends VirtualWire implements SpiDevice {
    /** Source: {@code spidev.bufsiz} of the kernel. */
    private static final int LONGEST_TRANSFER = 4096;

    private final SpiChip chip;

    VirtualSpi(String name, SpiChip chip, Consumer<String> giveBack) {
        super(name, giveBack);
        this.chip = chip;
    }

    @Override
    public void transfer(byte[] out, byte[] in) throws BusException {
        checkOpen();
        if (out.length != in.length) {
            throw new IllegalArgumentException("in: expected " + out.length + " bytes but was " + in.length);
        }
        if (out.length > LONGEST_TRANSFER) {
            throw new BusException(
                    Kind.FAILED,
                    "spi: expected at most " + LONGEST_TRANSFER + " bytes a transfer but was " + out.length);
        }
        chip.transfer(out.clone(), in);
    }

    @Override
    public void close() {
        closeOnce();
    }
}
