package org.pelvi4j.sensor;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.I2cAddress;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.Ports;

/**
 * How Honeywell's 24-bit parts (ABP2, MPR) are asked on I2C: a command, a wait, status and counts. Source: DOMAIN.md 3.13.
 * Confined to one thread.
 */
public final class Honeywell24 implements AutoCloseable {
    private static final int POWERED = 0x40;
    private static final int BUSY = 0x20;
    private static final int MEMORY_ERROR = 0x04;
    private static final int SATURATED = 0x01;
    /** Bits that are 0 in every such part's status. Source: ABP2 and MPR data sheets, status byte. */
    private static final int NEVER = 0x9A;

    private static final byte[] MEASURE = {(byte) 0xAA, 0, 0};
    /** Source: DOMAIN.md 3.13, 5 ms at least. */
    private static final long CONVERSION_NANOS = 5_000_000;

    /** A part that was left in a conversion is through with it by then. Source: DOMAIN.md 3.13, 10 ms. */
    private static final long LONGEST_NANOS = 10_000_000;

    private static final long POLL_NANOS = 500_000;
    /** Source: DOMAIN.md 3.13, 10 ms at most for an ABP2, and as much again. */
    private static final int MOST_POLLS = 30;

    private final I2cAddress address;
    private final String name;
    private final byte[] status = new byte[1];
    private final byte[] answer;
    /** Whether the last measurement came to its end; in a conversion no command may come. */
    private boolean finished = true;

    private @Nullable I2cDevice wire;
    private @Nullable Ports ports;

    /**
     * Prepares a part.
     *
     * @param address where it is
     * @param name for messages
     * @param bytes of its answer: 4, or 7 with temperature
     */
    public Honeywell24(I2cAddress address, String name, int bytes) {
        this.address = address;
        this.name = name;
        answer = new byte[bytes];
    }

    /**
     * Opens the wire and looks at the status.
     *
     * @param opener what opens it
     * @throws BusException when it does not open, nobody answers, or the status is not such a part's
     */
    public void open(Ports opener) throws BusException {
        ports = opener;
        wire = opener.openI2c(address.bus(), address.address());
        finished = true;
        judge(look());
    }

    private int look() throws BusException {
        opened().read(status);
        return status[0] & 0xFF;
    }

    private I2cDevice opened() {
        I2cDevice device = wire;
        if (device == null) {
            throw new IllegalStateException(name + ": expected to be open but was closed");
        }
        return device;
    }

    private void judge(int now) throws BusException {
        if ((now & NEVER) != 0 || (now & POWERED) == 0) {
            // A line that is held low reads as zeros, as does a part that is not up.
            String what = now == 0 ? "what answers says only zeros; check its supply and SDA; or it" : "what answers";
            throw new BusException(
                    BusException.Kind.WRONG_DEVICE,
                    address + ": " + what + " is no " + name + "; check the address with: i2cdetect -y "
                            + address.bus());
        }
        if ((now & MEMORY_ERROR) != 0) {
            throw new BusException(
                    BusException.Kind.FAILED,
                    address + ": the " + name + " reports that its memory is damaged; replace the part");
        }
    }

    /**
     * Measures: at most 20 ms.
     *
     * @return the pressure's count, 24 bits
     * @throws BusException when nobody answers, or it does not finish
     */
    public int measure() throws BusException {
        Ports time = ports;
        I2cDevice device = opened();
        if (time == null) {
            throw new IllegalStateException(name + ": expected to be open but was closed");
        }
        if (!finished) {
            time.pause(LONGEST_NANOS);
        }
        finished = false;
        device.write(MEASURE);
        time.pause(CONVERSION_NANOS);
        int polls = 0;
        while ((look() & BUSY) != 0) {
            if (++polls > MOST_POLLS) {
                throw new BusException(BusException.Kind.NO_ANSWER, address + ": the " + name + " does not finish");
            }
            time.pause(POLL_NANOS);
        }
        device.read(answer);
        judge(answer[0] & 0xFF);
        finished = true;
        return (answer[1] & 0xFF) << 16 | (answer[2] & 0xFF) << 8 | (answer[3] & 0xFF);
    }

    /**
     * Tells whether the part's own arithmetic was at an end in the last measurement.
     *
     * @return bits of {@link Flaw}
     */
    public int flaws() {
        return (answer[0] & SATURATED) != 0 ? Flaw.SATURATED : 0;
    }

    /** Closes the wire; may be called twice. */
    @Override
    public void close() {
        I2cDevice device = wire;
        wire = null;
        if (device != null) {
            device.close();
        }
    }
}
