package org.pelvi4j.app;

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
import org.pelvi4j.pi4j.IioFiles;
import org.pelvi4j.pi4j.Pi4jPorts;
import org.pelvi4j.serial.SerialPorts;

/** The wires of this machine: serial ports by jSerialComm, the rest by Pi4J. Thread-safe. */
final class RealPorts implements Ports {
    private final SerialPorts serial = SerialPorts.ofThisMachine();
    private final IioFiles kernel = IioFiles.ofThisMachine();
    private final Pi4jPorts pins = Pi4jPorts.ofThisMachine();

    @Override
    public ByteLink openSerial(String path, int baud) throws BusException {
        return serial.open(path, baud);
    }

    @Override
    public I2cDevice openI2c(int bus, int address) throws BusException {
        return pins.openI2c(bus, address);
    }

    @Override
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) throws BusException {
        return pins.openSpi(address, hertz, mode);
    }

    @Override
    public InputPin openInput(int line, InputSetup setup) throws BusException {
        return pins.openInput(line, setup);
    }

    @Override
    public IioDevice openIio(String name, String channel) throws BusException {
        return kernel.open(name, channel);
    }

    @Override
    public OutputPin openOutput(int line) throws BusException {
        return pins.openOutput(line);
    }

    @Override
    public void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    @Override
    public void close() {
        pins.close();
    }
}
