package org.pelvi4j.sim.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;

/**
 * A virtual device on a pseudo-terminal, run by a thread of its own: as fast as the real one, by absolute deadlines, or
 * as fast as it is read. Thread-safe.
 */
public final class SimulatedDevice implements AutoCloseable {
    /** How fast it runs. Immutable. */
    public enum Pace {
        /** As the real board: what the reader does not take in time is lost and counted. */
        REAL,
        /** As fast as the reader reads: nothing is lost, the device's time is its number of frames. */
        AS_READ
    }

    /** The terminal itself eats the tail when it is hung up at once. Source: RELIABILITY 3, measured. */
    private static final long HANG_UP_NANOS = 50_000_000L;

    private static final long LONGEST_WAIT_NANOS = 20_000_000L;
    private static final long GRAIN_NANOS = 1_000_000L;
    private static final long CLOSE_MILLIS = 500;

    private final PseudoTerminal terminal;
    private final VirtualDevice device;
    private final Clock clock = new SystemClock();
    private final Pace pace;
    private final ConcurrentLinkedQueue<Consumer<VirtualDevice>> commands = new ConcurrentLinkedQueue<>();
    private final byte[] buffer = new byte[4096];
    private final Thread thread;
    private boolean hangingUp;
    private long hangUpNanos;
    private volatile boolean closing;
    private volatile @Nullable IOException failure;
    private volatile DeviceStatus status;

    private SimulatedDevice(DeviceParts parts, PseudoTerminal terminal, Pace pace) {
        this.terminal = terminal;
        this.pace = pace;
        this.device = parts.on(new TerminalWire(), clock.nowNanos());
        this.status = device.status();
        this.thread = new Thread(this::run, "pelvi4j-sim-" + parts.board().name());
        this.thread.setDaemon(true);
    }

    /**
     * Plugs a device in.
     *
     * @param parts what it is made of
     * @param link where programs find its port
     * @param pace how fast it runs
     * @return the running device
     * @throws IOException when the port cannot be made there
     */
    public static SimulatedDevice start(DeviceParts parts, Path link, Pace pace) throws IOException {
        var running = new SimulatedDevice(parts, PseudoTerminal.at(link), pace);
        running.device.plug(false);
        running.throwFailure();
        running.status = running.device.status();
        running.thread.start();
        return running;
    }

    /** Pulls the plug; 50 ms later the port is gone. */
    public void unplug() {
        send(VirtualDevice::unplug);
    }

    /** Puts the plug in again. */
    public void plug() {
        send(device -> device.plug(false));
    }

    /**
     * Switches a fault on, now; a LENGTH ends it.
     *
     * @param fault which; its FROM is ignored
     */
    public void begin(Fault fault) {
        device.check(fault);
        send(device -> device.begin(fault));
    }

    /** Switches all faults off. */
    public void clear() {
        send(VirtualDevice::clear);
    }

    private void send(Consumer<VirtualDevice> command) {
        commands.add(command);
        LockSupport.unpark(thread);
    }

    /**
     * Tells how it is.
     *
     * @return the state a moment ago
     * @throws IOException when it has stopped because the port failed
     */
    public DeviceStatus status() throws IOException {
        throwFailure();
        return status;
    }

    private void throwFailure() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void run() {
        try {
            while (!closing) {
                for (var command = commands.poll(); command != null; command = commands.poll()) {
                    command.accept(device);
                }
                listen();
                boolean asRead = pace == Pace.AS_READ && device.measuring();
                if (asRead && status.opened()) {
                    device.runUntil(device.nextDueNanos());
                    status = device.status();
                } else {
                    if (!asRead) {
                        device.runUntil(clock.nowNanos());
                    }
                    status = device.status();
                    rest();
                }
            }
        } catch (IOException failed) {
            failure = failed;
        } catch (UncheckedIOException failed) {
            failure = failed.getCause();
        } finally {
            terminal.close();
        }
    }

    private void listen() throws IOException {
        throwFailure();
        if (hangingUp && clock.nowNanos() - hangUpNanos >= 0) {
            hangUp();
        }
        if (hangingUp || !terminal.plugged()) {
            return;
        }
        boolean opened = terminal.opened();
        if (!opened && status.opened()) {
            terminal.discard();
        }
        device.setOpened(opened);
        int count = terminal.read(buffer);
        if (count > 0) {
            if (pace == Pace.REAL) {
                device.runUntil(clock.nowNanos());
            }
            device.receive(buffer, count);
        }
    }

    private void rest() {
        long due = pace == Pace.REAL ? device.nextDueNanos() - clock.nowNanos() : LONGEST_WAIT_NANOS;
        long nanos = Math.min(LONGEST_WAIT_NANOS, due);
        if (hangingUp) {
            nanos = Math.min(nanos, hangUpNanos - clock.nowNanos());
        }
        if (nanos >= GRAIN_NANOS && !hangingUp && status.opened()) {
            terminal.await((int) (nanos / GRAIN_NANOS), false);
        } else if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }

    private void hangUp() {
        hangingUp = false;
        terminal.unplug();
    }

    /** Takes the port away, within 500 ms; may be called twice. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class TerminalWire implements Wire {
        @Override
        public boolean opened() {
            return !hangingUp && terminal.opened();
        }

        @Override
        public int send(byte[] bytes, int offset, int length) {
            try {
                int sent = terminal.write(bytes, offset, length);
                while (pace == Pace.AS_READ && sent < length && !closing && terminal.opened()) {
                    terminal.await((int) (LONGEST_WAIT_NANOS / GRAIN_NANOS), true);
                    sent += terminal.write(bytes, offset + sent, length - sent);
                }
                return sent;
            } catch (IOException failed) {
                failure = failed;
                return 0;
            }
        }

        @Override
        public void unplug() {
            hangingUp = true;
            hangUpNanos = clock.nowNanos() + HANG_UP_NANOS;
        }

        @Override
        public void plug(boolean renamed) {
            try {
                hangUp();
                if (renamed) {
                    terminal.rename(nextName(terminal.link()));
                }
                terminal.plug();
            } catch (IOException failed) {
                failure = failed;
            }
        }
    }

    /** ttyUSB1 after ttyUSB0, as the kernel names a device that comes back while the old name is in use. */
    private static Path nextName(Path link) {
        String name = String.valueOf(link.getFileName());
        int digits = name.length();
        while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        String number = name.substring(digits);
        long next = number.isEmpty() || number.length() > 9 ? 1 : Long.parseLong(number) + 1;
        return link.resolveSibling(name.substring(0, digits) + next);
    }
}
