package org.pelvi4j.sim.port;

import java.util.Locale;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.time.Clock;

/**
 * A Honeywell ABP: it knows no command, converts by itself, and gives two bytes, or four with the temperature. What is
 * read twice is stale the second time. Source: ABP I2C manual, DOMAIN 3.13. Confined to one thread, but for
 * {@link #text()}.
 */
public final class VirtualAbp implements I2cChip {
    private static final int STALE = 2;
    private static final long UPDATE_NANOS = 1_000_000;
    private static final double CELSIUS = 24;

    private final Pressures body;
    private final Span span;
    private final Clock clock;
    private long conversion = -1;
    private volatile int count;

    /**
     * Creates a part that has just been powered.
     *
     * @param body what presses on it
     * @param span its range
     * @param clock for its conversions
     */
    public VirtualAbp(Pressures body, Span span, Clock clock) {
        this.body = body;
        this.span = span;
        this.clock = clock;
    }

    static void connect(DeviceUri uri, VirtualPorts ports) {
        BodySignal person = BodySignal.of(uri, ports, Signal.PRESSURE);
        VirtualChips.i2c(uri, ports, new VirtualAbp(at -> person.at(0, at), Span.of(uri, ""), ports.clock()));
    }

    @Override
    public void write(byte[] bytes) {
        throw new IllegalStateException("abp: expected no write, it knows no command");
    }

    @Override
    public void read(byte[] into) {
        if (into.length != 2 && into.length != 4) {
            throw new IllegalStateException("abp: expected to be read 2 or 4 bytes but was " + into.length);
        }
        long now = clock.nowNanos();
        long current = Math.floorDiv(now, UPDATE_NANOS);
        int status = current == conversion ? STALE : 0;
        conversion = current;
        double share =
                (body.pascal(current * UPDATE_NANOS) - span.lowPascal()) / (span.highPascal() - span.lowPascal());
        count = (int) Math.max(0, Math.min(16383, Math.rint(1638 + share * (14745 - 1638))));
        into[0] = (byte) (status << 6 | count >> 8);
        into[1] = (byte) count;
        if (into.length == 4) {
            int temperature = (int) Math.rint((CELSIUS + 50) / 200 * 2047) << 5;
            into[2] = (byte) (temperature >> 8);
            into[3] = (byte) temperature;
        }
    }

    /** The last count. */
    @Override
    public String text() {
        return String.format(Locale.ROOT, "%d", count);
    }
}
