package org.pelvi4j.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;

/**
 * A serial port by plain blocking reads; never by listeners, which stop in silence when they throw. Confined to one
 * thread, but for {@link #close()}.
 */
public final class SerialLink implements ByteLink {
    /** jSerialComm's read time-out has a grain of 100 ms. Source: measured on 2.11.4. */
    private static final int READ_MILLIS = 100;

    /** A write to a port that takes nothing must end. */
    private static final int WRITE_MILLIS = 1000;

    private final SerialPort port;
    private final String path;

    private SerialLink(SerialPort port, String path) {
        this.port = port;
        this.path = path;
    }

    /**
     * Opens a port, 8N1, raw, without flow control.
     *
     * @param path the device, such as {@code /dev/ttyUSB0}
     * @param baud bits per second
     * @return the open wire
     * @throws BusException NOT_FOUND, NO_PERMISSION or BUSY, saying what mends it
     */
    public static SerialLink open(String path, int baud) throws BusException {
        if (!Files.exists(Path.of(path))) {
            throw new BusException(Kind.NOT_FOUND, path + ": no such port; is the device plugged in?");
        }
        if (!Files.isReadable(Path.of(path)) || !Files.isWritable(Path.of(path))) {
            throw new BusException(
                    Kind.NO_PERMISSION,
                    path + ": no permission; type 'sudo usermod -aG dialout $USER', then log in again");
        }
        SerialPort port = SerialPort.getCommPort(path);
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, READ_MILLIS, WRITE_MILLIS);
        if (!port.openPort()) {
            throw new BusException(
                    Kind.BUSY,
                    path + ": cannot be opened; does another program use it? (error " + port.getLastErrorCode() + ")");
        }
        return new SerialLink(port, path);
    }

    @Override
    public int read(byte[] into) throws BusException {
        int count = port.readBytes(into, into.length);
        if (count < 0) {
            throw new BusException(Kind.DISCONNECTED, path + ": the device has gone");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws BusException {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw new BusException(Kind.DISCONNECTED, path + ": the device takes no bytes");
        }
    }

    @Override
    public void close() {
        port.closePort();
    }
}
