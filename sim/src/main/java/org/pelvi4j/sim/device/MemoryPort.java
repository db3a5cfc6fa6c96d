package org.pelvi4j.sim.device;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.time.VirtualClock;

/**
 * A virtual device in memory and virtual time: who reads from its port advances the clock to the next bytes, and nothing
 * waits. Confined to one thread, but for closing a link.
 */
public final class MemoryPort {
    /** What a serial port holds for a reader that is late. Source: the kernel's limit of a terminal's buffers. */
    private static final int CAPACITY_BYTES = 65_536;

    /** A read waits no longer. Source: {@link ByteLink}. */
    private static final long READ_NANOS = 100_000_000L;

    private final VirtualClock clock;
    private final VirtualDevice device;
    private final ArrayDeque<byte[]> arrived = new ArrayDeque<>();
    private int arrivedBytes;
    private boolean plugged;
    private @Nullable Link link;

    private MemoryPort(DeviceParts parts, VirtualClock clock) {
        this.clock = clock;
        this.device = parts.on(new MemoryWire(), clock.nowNanos());
    }

    /**
     * Plugs a device in.
     *
     * @param parts what it is made of
     * @param clock advanced by whoever reads
     * @return its port
     */
    public static MemoryPort plugged(DeviceParts parts, VirtualClock clock) {
        var port = new MemoryPort(parts, clock);
        port.device.plug(false);
        return port;
    }

    /**
     * Opens the port.
     *
     * @return the wire
     * @throws BusException NOT_FOUND while it is unplugged, BUSY while it is open
     */
    public ByteLink open() throws BusException {
        catchUp();
        if (!plugged) {
            throw new BusException(Kind.NOT_FOUND, "simulated port: the device is not plugged in");
        }
        Link other = link;
        if (other != null && !other.closed) {
            throw new BusException(Kind.BUSY, "simulated port: it is open already");
        }
        arrived.clear();
        arrivedBytes = 0;
        var opened = new Link();
        link = opened;
        device.setOpened(true);
        return opened;
    }

    /** Pulls the plug, now. */
    public void unplug() {
        catchUp();
        device.unplug();
    }

    /** Puts the plug in, now. */
    public void plug() {
        catchUp();
        device.plug(false);
    }

    /**
     * Switches a fault on, now.
     *
     * @param fault which; its FROM is ignored
     */
    public void begin(Fault fault) {
        catchUp();
        device.begin(fault);
    }

    /** Switches all faults off. */
    public void clear() {
        catchUp();
        device.clear();
    }

    /**
     * Tells how the device is.
     *
     * @return its state now
     */
    public DeviceStatus status() {
        catchUp();
        return device.status();
    }

    private void catchUp() {
        Link opened = link;
        if (opened != null && opened.closed) {
            link = null;
            device.setOpened(false);
        }
        device.runUntil(clock.nowNanos());
    }

    private final class MemoryWire implements Wire {
        @Override
        public boolean opened() {
            Link opened = link;
            return opened != null && !opened.closed;
        }

        @Override
        public int send(byte[] bytes, int offset, int length) {
            int taken = Math.min(length, CAPACITY_BYTES - arrivedBytes);
            if (taken > 0) {
                arrived.add(Arrays.copyOfRange(bytes, offset, offset + taken));
                arrivedBytes += taken;
            }
            return taken;
        }

        @Override
        public void unplug() {
            plugged = false;
        }

        @Override
        public void plug(boolean renamed) {
            plugged = true;
            link = null;
        }
    }

    private final class Link implements ByteLink {
        private volatile boolean closed;
        private int taken;

        @Override
        public int read(byte[] into) throws BusException {
            long untilNanos = clock.nowNanos() + READ_NANOS;
            catchUp();
            while (arrived.isEmpty() && !closed && plugged && clock.nowNanos() - untilNanos < 0) {
                long due = device.nextDueNanos();
                clock.advanceTo(due - untilNanos < 0 ? due : untilNanos);
                device.runUntil(clock.nowNanos());
            }
            if (closed || link != this || (arrived.isEmpty() && !plugged)) {
                throw new BusException(Kind.DISCONNECTED, "simulated port: the device has gone");
            }
            return take(into);
        }

        private int take(byte[] into) {
            byte[] first = arrived.peek();
            if (first == null) {
                return 0;
            }
            int count = Math.min(into.length, first.length - taken);
            System.arraycopy(first, taken, into, 0, count);
            taken += count;
            arrivedBytes -= count;
            if (taken == first.length) {
                arrived.remove();
                taken = 0;
            }
            return count;
        }

        @Override
        public void write(byte[] bytes) throws BusException {
            catchUp();
            if (closed || !plugged || link != this) {
                throw new BusException(Kind.DISCONNECTED, "simulated port: the device has gone");
            }
            device.receive(bytes, bytes.length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
