package org.pelvi4j.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/**
 * Writes from a thread of its own: the library's write to a port that takes nothing waits for ever, whatever time-out is
 * set. Source: measured on jSerialComm 2.11.4. Confined to one thread.
 */
final class BoundedWriter {
    /** Source: ByteLink.write. */
    private static final long WRITE_MILLIS = 1000;

    private static final long IDLE_SECONDS = 5;

    private final SerialPort port;
    private final String path;
    private final ExecutorService thread;

    BoundedWriter(SerialPort port, String path) {
        this.port = port;
        this.path = path;
        var pool = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var worker = new Thread(task, "pelvi4j-serial-write");
            worker.setDaemon(true);
            return worker;
        });
        pool.allowCoreThreadTimeOut(true);
        thread = pool;
    }

    void write(byte[] bytes) throws BusException {
        Future<Integer> written = thread.submit(() -> port.writeBytes(bytes, bytes.length));
        try {
            if (written.get(WRITE_MILLIS, TimeUnit.MILLISECONDS) == bytes.length) {
                return;
            }
            throw refused(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw refused(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw refused(failed);
        }
    }

    private BusException refused(@org.jspecify.annotations.Nullable Throwable cause) {
        return new BusException(Kind.DISCONNECTED, path + ": the device takes no bytes; plug it in again", cause);
    }

    void close() {
        thread.shutdownNow();
    }
}
