package org.pelvi4j.sim.port;

import java.util.Locale;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.time.Clock;

/**
 * An XGZP6847D to data sheet 2.x: a command register, five registers of results. Registers that do not exist, and results
 * that are read while it converts, are refused. Source: XGZP68xxD data sheet V2.x, DOMAIN 3.14. Confined to one thread,
 * but for {@link #text()}.
 */
public final class VirtualXgzp implements I2cChip {
    private static final int COMMAND = 0x30;
    private static final int COMBINED = 0x0A;
    private static final int RUNNING = 0x08;
    private static final int FIRST_RESULT = 0x06;
    private static final int LAST_RESULT = 0x0A;
    private static final long CONVERSION_NANOS = 12_500_000;
    private static final double CELSIUS = 24;

    private final Pressures body;
    private final int divisor;
    private final Clock clock;
    private final byte[] results = new byte[5];
    private int pointer = -1;
    private boolean converting;
    private long readyNanos;
    private volatile int raw;

    /**
     * Creates a part that has just been powered.
     *
     * @param body what presses on it
     * @param span its range
     * @param clock for its conversions
     */
    public VirtualXgzp(Pressures body, Span span, Clock clock) {
        this.body = body;
        this.divisor = divisor(span.highPascal() / 1000);
        this.clock = clock;
    }

    static void connect(DeviceUri uri, VirtualPorts ports) {
        BodySignal person = BodySignal.of(uri, ports, Signal.PRESSURE);
        VirtualChips.i2c(uri, ports, new VirtualXgzp(at -> person.at(0, at), Span.of(uri, ""), ports.clock()));
    }

    /** The data sheet's table of k values. */
    private static int divisor(double kpa) {
        if (kpa > 500) {
            return 8;
        }
        if (kpa > 260) {
            return 16;
        }
        if (kpa > 131) {
            return 32;
        }
        if (kpa > 65) {
            return 64;
        }
        if (kpa > 32) {
            return 128;
        }
        if (kpa > 16) {
            return 256;
        }
        if (kpa > 8) {
            return 512;
        }
        if (kpa > 4) {
            return 1024;
        }
        return kpa >= 2 ? 2048 : kpa >= 1 ? 4096 : 8192;
    }

    @Override
    public void write(byte[] bytes) {
        update();
        int register = bytes.length == 0 ? -1 : bytes[0] & 0xFF;
        boolean known = register == COMMAND || (register >= FIRST_RESULT && register <= LAST_RESULT);
        if (!known || bytes.length > 2) {
            throw new IllegalStateException("xgzp: expected register 06 to 0A or 30 but was " + register + " and "
                    + (bytes.length - 1) + " bytes");
        }
        pointer = register;
        if (bytes.length == 1) {
            return;
        }
        if (register != COMMAND || bytes[1] != COMBINED) {
            throw new IllegalStateException("xgzp: expected 0A to register 30 but was " + bytes[1] + " to " + register);
        }
        if (converting) {
            throw new IllegalStateException("xgzp: expected no command while it converts");
        }
        converting = true;
        readyNanos = clock.nowNanos() + CONVERSION_NANOS;
    }

    private void update() {
        if (!converting || clock.nowNanos() < readyNanos) {
            return;
        }
        converting = false;
        double code = Math.rint(body.pascal(readyNanos) * divisor);
        raw = (int) Math.max(-0x800000, Math.min(0x7FFFFF, code));
        int temperature = (int) Math.rint(CELSIUS * 256);
        results[0] = (byte) (raw >> 16);
        results[1] = (byte) (raw >> 8);
        results[2] = (byte) raw;
        results[3] = (byte) (temperature >> 8);
        results[4] = (byte) temperature;
    }

    @Override
    public void read(byte[] into) {
        update();
        if (pointer == COMMAND && into.length == 1) {
            into[0] = (byte) (converting ? COMBINED : COMBINED & ~RUNNING);
            return;
        }
        if (pointer < FIRST_RESULT || pointer > LAST_RESULT || pointer + into.length > LAST_RESULT + 1) {
            throw new IllegalStateException(
                    "xgzp: expected to be read within 06 to 0A but was " + into.length + " bytes from " + pointer);
        }
        if (converting) {
            throw new IllegalStateException("xgzp: expected a wait for bit 3 of register 30: it still converts");
        }
        System.arraycopy(results, pointer - FIRST_RESULT, into, 0, into.length);
    }

    /** The last raw pressure. */
    @Override
    public String text() {
        return String.format(Locale.ROOT, "%d", raw);
    }
}
