package org.pelvi4j.pi4j;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.EdgeSink;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;

/**
 * One line that is listened to through the GPIO character device. The kernel dates, counts and keeps the edges, so that none
 * depends on how soon a thread of ours runs. Source: Linux, include/uapi/linux/gpio.h, version 2 (Linux 5.10).
 */
final class GpioInput implements InputPin {
    static final long GET_LINE = 0xC250B407L;
    static final long GET_VALUES = 0xC010B40EL;
    static final int REQUEST_BYTES = 592;
    static final int EVENT_BYTES = 48;

    /** The kernel keeps as many edges until they are read, its most for one line; then the oldest go, which the count shows. */
    static final int KEPT_EDGES = 1024;

    static final int INPUT = 1 << 2;
    static final int RISING = 1 << 4;
    static final int FALLING = 1 << 5;
    static final int PULL_UP = 1 << 8;
    static final int PULL_DOWN = 1 << 9;
    static final int NO_PULL = 1 << 10;

    private static final String CONSUMER = "pelvi4j";
    private static final int AT_CONSUMER = 256;
    private static final int AT_FLAGS = 288;
    private static final int AT_ATTRIBUTE_COUNT = 296;
    private static final int AT_ATTRIBUTE = 320;
    private static final int DEBOUNCE = 3;
    private static final int AT_LINE_COUNT = 560;
    private static final int AT_KEPT = 564;
    private static final int AT_DESCRIPTOR = 588;
    private static final int READ_AT_ONCE = 16;
    private static final long LONGEST_WAIT_NANOS = 100_000_000L;

    private final String name;
    private final Kernel kernel;
    private final int descriptor;
    private final ByteBuffer events = ours(EVENT_BYTES * READ_AT_ONCE);
    private final ByteBuffer value = ours(2 * Long.BYTES);
    private final ReentrantLock inUse = new ReentrantLock();
    private volatile boolean closed;
    private long sequence;

    private GpioInput(String name, Kernel kernel, int descriptor) {
        this.name = name;
        this.kernel = kernel;
        this.descriptor = descriptor;
    }

    static ByteBuffer ours(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Takes a line of a chip. */
    static GpioInput open(Kernel kernel, GpioChip chip, int line, InputSetup setup) throws BusException {
        String name = "GPIO " + line;
        if (line < 0 || line >= chip.lines()) {
            throw new BusException(
                    Kind.NOT_FOUND, name + ": " + chip.label() + " has lines 0 to " + (chip.lines() - 1) + " only");
        }
        try {
            int chipDescriptor = kernel.open(chip.path().toString());
            try {
                ByteBuffer request = request(line, setup);
                kernel.exchange(chipDescriptor, GET_LINE, request);
                return new GpioInput(name, kernel, request.getInt(AT_DESCRIPTOR));
            } finally {
                kernel.close(chipDescriptor);
            }
        } catch (LastErrorException refused) {
            throw GpioFault.of(name, chip.path(), refused);
        }
    }

    private static ByteBuffer request(int line, InputSetup setup) {
        ByteBuffer request = ours(REQUEST_BYTES);
        request.putInt(0, line);
        request.put(AT_CONSUMER, CONSUMER.getBytes(StandardCharsets.US_ASCII));
        request.putLong(AT_FLAGS, flags(setup));
        Duration debounce = setup.debounce();
        if (!debounce.isZero()) {
            request.putInt(AT_ATTRIBUTE_COUNT, 1);
            request.putInt(AT_ATTRIBUTE, DEBOUNCE);
            request.putInt(AT_ATTRIBUTE + Long.BYTES, (int) TimeUnit.NANOSECONDS.toMicros(debounce.toNanos()));
            request.putLong(AT_ATTRIBUTE + 2 * Long.BYTES, 1);
        }
        request.putInt(AT_LINE_COUNT, 1);
        request.putInt(AT_KEPT, KEPT_EDGES);
        return request;
    }

    private static long flags(InputSetup setup) {
        long edges = switch (setup.edges()) {
            case FALLING -> FALLING;
            case RISING -> RISING;
            case BOTH -> RISING | FALLING;
        };
        long pull = switch (setup.pull()) {
            case NONE -> NO_PULL;
            case UP -> PULL_UP;
            case DOWN -> PULL_DOWN;
        };
        return INPUT | edges | pull;
    }

    @Override
    public boolean isHigh() throws BusException {
        inUse.lock();
        try {
            checkOpen();
            value.putLong(0, 0).putLong(Long.BYTES, 1);
            kernel.exchange(descriptor, GET_VALUES, value);
            return (value.getLong(0) & 1) != 0;
        } catch (LastErrorException gone) {
            throw lost(gone);
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public int awaitEdges(long timeoutNanos, EdgeSink out) throws BusException {
        if (timeoutNanos < 0 || timeoutNanos > LONGEST_WAIT_NANOS) {
            throw new IllegalArgumentException("timeoutNanos: expected 0 to 100 ms but was " + timeoutNanos);
        }
        inUse.lock();
        try {
            checkOpen();
            int millis = (int) TimeUnit.NANOSECONDS.toMillis(timeoutNanos + 999_999);
            int told = 0;
            // At most what the kernel keeps: a line that never rests must not hold the caller for ever.
            while (told < KEPT_EDGES && kernel.awaitReadable(descriptor, told == 0 ? millis : 0)) {
                told += hand(kernel.read(descriptor, events) / EVENT_BYTES, out);
            }
            return told;
        } catch (LastErrorException gone) {
            throw lost(gone);
        } finally {
            inUse.unlock();
        }
    }

    private int hand(int count, EdgeSink out) throws BusException {
        if (count <= 0) {
            throw new BusException(Kind.DISCONNECTED, name + ": the line has gone");
        }
        for (int i = 0; i < count; i++) {
            int at = i * EVENT_BYTES;
            // The kernel counts in 32 bits; the difference goes on over the wrap.
            sequence += Integer.toUnsignedLong(events.getInt(at + 20) - (int) sequence);
            out.edge(events.getLong(at), sequence, events.getInt(at + 8) == 1);
        }
        return count;
    }

    private BusException lost(LastErrorException gone) {
        return new BusException(Kind.DISCONNECTED, name + ": the line has gone (" + gone.getMessage() + ")", gone);
    }

    boolean isClosed() {
        return closed;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(name + ": it is closed");
        }
    }

    /** A wait in another thread, 100 ms at most, ends first: a descriptor that is waited on must not become another file's. */
    @Override
    public void close() {
        inUse.lock();
        try {
            if (!closed) {
                closed = true;
                kernel.close(descriptor);
            }
        } finally {
            inUse.unlock();
        }
    }
}
