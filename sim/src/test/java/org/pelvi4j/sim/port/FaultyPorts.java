package org.pelvi4j.sim.port;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
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

/** Virtual ports whose transfers fail, are slow, or carry nonsense, as a test says. */
final class FaultyPorts implements Ports {
    private final VirtualPorts good;
    private final VirtualClock clock;
    /** Transfers that fail: from this one on, counted from 1. */
    int failFrom = Integer.MAX_VALUE;

    /** Transfers that fail: so many. */
    int failCount;

    /** How long a transfer takes. */
    long transferNanos = 200_000;

    /** What every byte is that is read; -1 for the truth. */
    int everyByte = -1;

    int transfers;
    int opens;
    int open;

    FaultyPorts(VirtualPorts good, VirtualClock clock) {
        this.good = good;
        this.clock = clock;
    }

    private void transfer() throws BusException {
        transfers++;
        clock.advance(transferNanos);
        if (transfers >= failFrom && transfers - failFrom < failCount) {
            throw new BusException(Kind.NO_ANSWER, "the chip does not answer");
        }
    }

    private void spoil(byte[] into) {
        if (everyByte >= 0) {
            java.util.Arrays.fill(into, (byte) everyByte);
        }
    }

    private void opened() {
        opens++;
        open++;
    }

    @Override
    public I2cDevice openI2c(int bus, int address) throws BusException {
        I2cDevice wire = good.openI2c(bus, address);
        opened();
        return new I2cDevice() {
            @Override
            public void write(byte[] bytes) throws BusException {
                transfer();
                wire.write(bytes);
            }

            @Override
            public void read(byte[] into) throws BusException {
                transfer();
                if (everyByte < 0) {
                    wire.read(into);
                }
                spoil(into);
            }

            @Override
            public void close() {
                open--;
                wire.close();
            }
        };
    }

    @Override
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) throws BusException {
        SpiDevice wire = good.openSpi(address, hertz, mode);
        opened();
        return new SpiDevice() {
            @Override
            public void transfer(byte[] out, byte[] in) throws BusException {
                FaultyPorts.this.transfer();
                wire.transfer(out, in);
                spoil(in);
            }

            @Override
            public void close() {
                open--;
                wire.close();
            }
        };
    }

    @Override
    public void pause(long nanos) {
        good.pause(nanos);
    }

    @Override
    public ByteLink openSerial(String path, int baud) throws BusException {
        return good.openSerial(path, baud);
    }

    @Override
    public OutputPin openOutput(int line) throws BusException {
        return good.openOutput(line);
    }

    @Override
    public InputPin openInput(int line, InputSetup setup) throws BusException {
        return good.openInput(line, setup);
    }

    @Override
    public IioDevice openIio(String name, String channel) throws BusException {
        return good.openIio(name, channel);
    }

    @Override
    public void close() {
        good.close();
    }
}
