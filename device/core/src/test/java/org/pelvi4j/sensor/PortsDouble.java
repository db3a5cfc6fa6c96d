package org.pelvi4j.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.time.VirtualClock;

/** Serial ports in virtual time: what stands behind the path at the moment, or why nothing does. */
final class PortsDouble implements Ports {
    private final VirtualClock clock;
    BusException.@Nullable Kind fault = BusException.Kind.NOT_FOUND;
    Supplier<? extends ByteLink> device = () -> {
        throw new AssertionError("no device");
    };
    /** The speeds that were asked for, in order. */
    final List<Integer> bauds = new ArrayList<>();

    int attempts;

    PortsDouble(VirtualClock clock) {
        this.clock = clock;
    }

    void plug(BoardDouble board) {
        fault = null;
        device = () -> {
            board.reopen();
            return board;
        };
    }

    @Override
    public ByteLink openSerial(String path, int baud) throws BusException {
        bauds.add(baud);
        attempts++;
        if (fault != null) {
            throw new BusException(fault, path + ": " + fault);
        }
        return device.get();
    }

    @Override
    public void pause(long nanos) {
        if (nanos < 0 || nanos > 100_000_000) {
            throw new AssertionError("nanos: expected at most 100 ms but was " + nanos);
        }
        clock.advance(nanos);
    }

    @Override
    public I2cDevice openI2c(int bus, int address) {
        throw new AssertionError("serial only");
    }

    @Override
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) {
        throw new AssertionError("serial only");
    }

    @Override
    public InputPin openInput(int line, InputSetup setup) {
        throw new AssertionError("serial only");
    }

    @Override
    public IioDevice openIio(String name, String channel) {
        throw new AssertionError("serial only");
    }

    @Override
    public OutputPin openOutput(int line) {
        throw new AssertionError("serial only");
    }

    @Override
    public void close() {}
}
