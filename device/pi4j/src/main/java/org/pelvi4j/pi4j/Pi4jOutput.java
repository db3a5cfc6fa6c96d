package org.pelvi4j.pi4j;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.OutputPin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line that is driven; closed it is low and stays Pi4J's, which could not open it again. */
final class Pi4jOutput implements OutputPin {
    private static final Logger LOG = LoggerFactory.getLogger(Pi4jOutput.class);

    private final String name;
    private final Lent<DigitalOutput> line;
    private boolean closed;

    Pi4jOutput(String name, Lent<DigitalOutput> line) {
        this.name = name;
        this.line = line;
    }

    @Override
    public void set(boolean high) throws BusException {
        if (closed) {
            throw new IllegalStateException(name + ": it is closed");
        }
        drive(high);
    }

    private void drive(boolean high) throws BusException {
        try {
            line.thing().state(high ? DigitalState.HIGH : DigitalState.LOW);
        } catch (RuntimeException failed) {
            throw new BusException(Kind.DISCONNECTED, name + ": the line cannot be driven", failed);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                drive(false);
            } catch (BusException gone) {
                LOG.debug("{}: it was gone before it was driven low", name, gone);
            }
            line.giveBack();
        }
    }
}
