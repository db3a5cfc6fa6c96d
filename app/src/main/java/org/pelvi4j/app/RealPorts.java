package org.pelvi4j.app;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.pi4j.Pi4jPorts;
import org.pelvi4j.serial.SerialLink;

/** The wires of this machine: serial ports by jSerialComm, the rest by Pi4J. Thread-safe. */
final class RealPorts implements Ports {
    private final Pi4jPorts pi = Pi4jPorts.create();

    @Override
    public ByteLink openSerial(String path, int baud) throws BusException {
        return SerialLink.open(path, baud);
    }

    @Override
    public I2cDevice openI2c(int bus, int address) throws BusException {
        return pi.openI2c(bus, address);
    }

    @Override
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) throws BusException {
        return pi.openSpi(address, hertz, mode);
    }

    @Override
    public OutputPin openOutput(int line) throws BusException {
        return pi.openOutput(line);
    }

    @Override
    public void close() {
        pi.close();
    }
}
