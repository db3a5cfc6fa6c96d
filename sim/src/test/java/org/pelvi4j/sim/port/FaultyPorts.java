package org.pelvi4j.sim.port;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.EdgeSink;
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

    static final long USUAL_NANOS = 200_000;

    /** How long a transfer takes; a line's change takes no time, unless it is another than the usual one. */
    long transferNanos = USUAL_NANOS;

    /** What every byte is that is read; -1 for the truth. */
    int everyByte = -1;

    /** Why no wire opens; null when they do. */
    @Nullable
    BusException refusal;

    int refused;
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

    private void ask() throws BusException {
        BusException why = refusal;
        if (why != null) {
            refused++;
            throw why;
        }
    }

    private void opened() {
        opens++;
        open++;
    }

    @Override
    public I2cDevice openI2c(int bus, int address) throws BusException {
        ask();
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
        ask();
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

    /** Each change of a line is a transfer, and takes what the chip takes. */
    @Override
    public OutputPin openOutput(int line) throws BusException {
        ask();
        OutputPin pin = good.openOutput(line);
        opened();
        return new OutputPin() {
            @Override
            public void set(boolean high) throws BusException {
                pulse();
                pin.set(high);
            }

            @Override
            public void close() {
                open--;
                pin.close();
            }
        };
    }

    @Override
    public InputPin openInput(int line, InputSetup setup) throws BusException {
        ask();
        InputPin pin = good.openInput(line, setup);
        opened();
        return new InputPin() {
            @Override
            public boolean isHigh() throws BusException {
                boolean high = pin.isHigh();
                return everyByte < 0 ? high : everyByte != 0;
            }

            @Override
            public int awaitEdges(long timeoutNanos, EdgeSink out) throws BusException {
                pulse();
                return pin.awaitEdges(timeoutNanos, out);
            }

            @Override
            public void close() {
                open--;
                pin.close();
            }
        };
    }

    private void pulse() throws BusException {
        long before = transferNanos;
        transferNanos = before == USUAL_NANOS ? 0 : before;
        try {
            transfer();
        } finally {
            transferNanos = before;
        }
    }

    @Override
    public IioDevice openIio(String name, String channel) throws BusException {
        ask();
        IioDevice device = good.openIio(name, channel);
        opened();
        return new IioDevice() {
            @Override
            public long raw() throws BusException {
                transfer();
                long raw = device.raw();
                return everyByte < 0 ? raw : everyByte == 0 ? 0 : 0xFFFFFF;
            }

            @Override
            public double millivoltsPerStep() throws BusException {
                return device.millivoltsPerStep();
            }

            @Override
            public void close() {
                open--;
                device.close();
            }
        };
    }

    @Override
    public void close() {
        good.close();
    }
}
