package org.pelvi4j.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Strict ports that record what is sent: nothing opens twice, nothing is driven after it is closed. */
public final class FakePorts implements Ports {
    /** The level of every open line. */
    public final Map<Integer, Boolean> lines = new LinkedHashMap<>();

    /** Every write to I2C, in order. */
    public final List<byte[]> i2c = new ArrayList<>();

    /** Every transfer on SPI, in order. */
    public final List<byte[]> spi = new ArrayList<>();

    /** What was opened, as text. */
    public final List<String> opened = new ArrayList<>();

    /** How often a line was driven. */
    public int drives;

    /** The line that is busy. */
    public int busyLine = -1;

    /** Whether the wires are gone. */
    public boolean gone;

    /** What was driven when: milliseconds paused before, then + for high or - for low. */
    public final List<String> driven = new ArrayList<>();

    /** Nanoseconds paused. */
    public long pausedNanos;

    public FakePorts() {}

    private void check() throws BusException {
        if (gone) {
            throw new BusException(BusException.Kind.NO_ANSWER, "fake: nobody answers");
        }
    }

    private void open(String what) {
        if (opened.contains(what)) {
            throw new AssertionError(what + " is opened twice");
        }
        opened.add(what);
    }

    @Override
    public InputPin openInput(int line, InputSetup setup) {
        throw new AssertionError("displays listen to no line");
    }

    @Override
    public IioDevice openIio(String name, String channel) {
        throw new AssertionError("displays read no converter");
    }

    @Override
    public OutputPin openOutput(int line) throws BusException {
        if (line == busyLine) {
            throw new BusException(BusException.Kind.BUSY, "line " + line + " is busy");
        }
        open("line " + line);
        lines.put(line, false);
        return new OutputPin() {
            @Override
            public void set(boolean high) throws BusException {
                check();
                if (lines.replace(line, high) == null) {
                    throw new AssertionError("line " + line + " is driven after it was closed");
                }
                drives++;
                driven.add(pausedNanos / 1_000_000 + (high ? "+" : "-"));
            }

            @Override
            public void close() {
                lines.remove(line);
            }
        };
    }

    @Override
    public I2cDevice openI2c(int bus, int address) {
        open("i2c " + bus + " " + Integer.toHexString(address));
        return new I2cDevice() {
            @Override
            public void write(byte[] bytes) throws BusException {
                check();
                i2c.add(bytes.clone());
            }

            @Override
            public void read(byte[] into) {
                throw new AssertionError("displays read nothing");
            }

            @Override
            public void close() {
                opened.add("i2c closed");
            }
        };
    }

    @Override
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) {
        open("spi " + address.bus() + "." + address.chipSelect() + " " + hertz + " mode " + mode);
        return new SpiDevice() {
            @Override
            public void transfer(byte[] out, byte[] in) throws BusException {
                check();
                if (out.length != in.length || out.length > 4096) {
                    throw new AssertionError("transfer of " + out.length + " and " + in.length + " bytes");
                }
                spi.add(out.clone());
            }

            @Override
            public void close() {
                opened.add("spi closed");
            }
        };
    }

    @Override
    public ByteLink openSerial(String path, int baud) {
        throw new AssertionError("displays open no serial port");
    }

    @Override
    public void pause(long nanos) {
        pausedNanos += nanos;
    }

    @Override
    public void close() {}
}
