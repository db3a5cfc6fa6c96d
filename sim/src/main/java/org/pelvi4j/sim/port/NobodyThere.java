package org.pelvi4j.sim.port;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/** An address where no chip is. Immutable. */
record NobodyThere(String name) implements I2cChip {
    @Override
    public void write(byte[] bytes) throws BusException {
        throw new BusException(Kind.NO_ANSWER, name + ": no chip answers");
    }

    @Override
    public void read(byte[] into) throws BusException {
        write(into);
    }

    @Override
    public String text() {
        return "";
    }
}
