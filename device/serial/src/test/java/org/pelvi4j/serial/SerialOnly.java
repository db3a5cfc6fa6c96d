package org.pelvi4j.serial;

import java.util.concurrent.locks.LockSupport;
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

/** The real serial ports, and nothing else. */
record SerialOnly(SerialPorts serial) implements Ports {
    @Override
    public ByteLink openSerial(String path, int baud) throws BusException {
        return serial.open(path, baud);
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
    public void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    @Override
    public void close() {}
}
