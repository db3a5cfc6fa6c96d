package org.pelvi4j.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;

/**
 * A serial port by plain blocking reads; never by listeners, which stop in silence when they throw, and never closed
 * under a read, which can take the JVM down. Confined to one thread, but for {@link #close()}.
 */
public final class SerialLink implements ByteLink {
    /** jSerialComm's read time-out has a grain of 100 ms. Source: measured on 2.11.4. */
    private static final int READ_MILLIS = 100;
    /** Another thread's close waits that long for a read to end by itself. Source: ByteLink.close, 500 ms. */
    private static final int CLOSE_MILLIS = 350;
    /** A read that gives nothing in less than this did not wait; so many in a row come from a dead port. */
    private static final long NO_WAIT_NANOS = 20_000_000L;

    private static final int MOST_EMPTY = 25;

    private final SerialPort port;
    private final String path;
    private final BoundedWriter writer;
    /** Held by whoever is inside the library. */
    private final Semaphore inside = new Semaphore(1);

    private int empty;
    private volatile boolean closed;

    private SerialLink(SerialPort port, String path) {
        this.port = port;
        this.path = path;
        this.writer = new BoundedWriter(port, path);
    }

    /**
     * Opens a port, 8N1, raw, without flow control.
     *
     * @param path the device, such as {@code /dev/ttyUSB0}, or a link to it
     * @param baud bits per second
     * @return the open wire
     * @throws BusException NOT_FOUND, NO_PERMISSION, BUSY, UNSUPPORTED or FAILED, saying what mends it
     */
    public static SerialLink open(String path, int baud) throws BusException {
        OpenFault.check(path);
        try {
            SerialPort port = SerialPort.getCommPort(path);
            port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
            if (!port.openPort()) {
                throw OpenFault.of(path, port.getLastErrorCode());
            }
            Adapters.hurry(path);
            return new SerialLink(port, path);
        } catch (SerialPortInvalidPortException gone) {
            throw new BusException(Kind.NOT_FOUND, path + ": no such port; is the device plugged in?", gone);
        } catch (LinkageError noNatives) {
            throw new BusException(
                    Kind.UNSUPPORTED,
                    path + ": the serial library cannot be loaded (" + noNatives.getMessage()
                            + "); if /tmp does not allow programs, set -DjSerialComm.library.path to a folder that does",
                    noNatives);
        }
    }

    @Override
    public int read(byte[] into) throws BusException {
        enter();
        try {
            long before = System.nanoTime();
            int count = port.readBytes(into, into.length);
            if (count < 0) {
                throw gone();
            }
            boolean waited = count > 0 || System.nanoTime() - before > NO_WAIT_NANOS;
            empty = waited ? 0 : empty + 1;
            if (empty > MOST_EMPTY) {
                throw gone();
            }
            return count;
        } finally {
            leave();
        }
    }

    @Override
    public void write(byte[] bytes) throws BusException {
        enter();
        try {
            writer.write(bytes);
        } finally {
            leave();
        }
    }

    private void enter() throws BusException {
        if (closed || !inside.tryAcquire()) {
            throw new BusException(Kind.DISCONNECTED, path + ": closed");
        }
        if (closed) {
            leave();
            throw new BusException(Kind.DISCONNECTED, path + ": closed");
        }
    }

    /** Whoever leaves last closes the port. */
    private void leave() {
        if (closed) {
            port.closePort();
        }
        inside.release();
    }

    private BusException gone() {
        return new BusException(Kind.DISCONNECTED, path + ": the device has gone; plug it in again");
    }

    /** A read that waits ends within 100 ms and closes the port itself; only one that hangs has it closed under it. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean alone = false;
        try {
            alone = inside.tryAcquire(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        port.closePort();
        writer.close();
        if (alone) {
            inside.release();
        }
    }
}
