package org.pelvi4j.sim.port;

import java.util.function.Consumer;
import org.pelvi4j.bus.OutputPin;

/** An open virtual GPIO line. Confined to one thread. */
final class VirtualPin extends VirtualWire implements OutputPin {
    private final int line;
    private final PinChip chip;

    VirtualPin(String name, int line, PinChip chip, Consumer<String> giveBack) {
        super(name, giveBack);
        this.line = line;
        this.chip = chip;
        chip.level(line, false);
    }

    @Override
    public void set(boolean high) {
        checkOpen();
        chip.level(line, high);
    }

    @Override
    public void close() {
        if (closeOnce()) {
            chip.level(line, false);
        }
    }
}
