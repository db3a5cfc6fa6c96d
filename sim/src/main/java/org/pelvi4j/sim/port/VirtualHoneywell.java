package org.pelvi4j.sim.port;

import java.util.Locale;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.time.Clock;

/**
 * A Honeywell ABP2 or MPR: one command, a conversion that takes 5 to 9 ms, an answer of its own length. Another command, a
 * command while it converts, and a result that is read too early are refused. Source: ABP2 and MPR data sheets, DOMAIN
 * 3.13. Confined to one thread, but for {@link #text()}.
 */
public final class VirtualHoneywell implements I2cChip {
    private static final int POWERED = 0x40;
    private static final int BUSY = 0x20;
    private static final int SATURATED = 0x01;
    /** Of 24 bits; the line's shares are shares of that. */
    private static final double COUNTS = 1 << 24;

    private static final double LAST = COUNTS - 1;
    private static final double CELSIUS = 24;
    /** A day without weather, in a town that lies a little higher than the sea. */
    private static final double AIR_PASCAL = 100_900;

    private static final long SHORTEST_NANOS = 5_000_000;
    private static final long LONGEST_NANOS = 9_000_000;

    private final String name;
    private final Form form;
    private final Pressures body;
    private final Clock clock;
    private long readyNanos;
    private boolean asked;
    private boolean converting;
    private long conversions;
    private volatile int count;
    private int status = POWERED;

    /**
     * One order code. Immutable.
     *
     * @param bytes of its answer
     * @param low the share of 24 bits at the range's beginning
     * @param high the share at its end
     * @param span its range
     */
    public record Form(int bytes, double low, double high, Span span) {}

    /**
     * Creates a part that has just been powered.
     *
     * @param name for messages
     * @param form its order code
     * @param body what presses on it
     * @param clock for its conversions
     */
    public VirtualHoneywell(String name, Form form, Pressures body, Clock clock) {
        this.name = name;
        this.form = form;
        this.body = body;
        this.clock = clock;
    }

    static void abp2(DeviceUri uri, VirtualPorts ports) {
        boolean narrow = uri.option("transfer").orElse("a").equals("b");
        var form = new Form(7, narrow ? 0.3 : 0.1, narrow ? 0.7 : 0.9, Span.of(uri, ""));
        connect(uri, ports, "abp2", form, 0);
    }

    static void mpr(DeviceUri uri, VirtualPorts ports) {
        Span span = Span.of(uri, "25psi");
        Form form = switch (uri.option("transfer").orElse("a")) {
            case "b" -> new Form(4, 0.025, 0.225, span);
            case "c" -> new Form(4, 0.2, 0.8, span);
            default -> new Form(4, 0.1, 0.9, span);
        };
        boolean gauge = uri.option("kind").orElse("absolute").equals("gauge");
        double told = uri.number("air", 500, 1200).map(hpa -> 100 * hpa).orElse(AIR_PASCAL);
        connect(uri, ports, "mpr", form, gauge ? 0 : told);
    }

    private static void connect(DeviceUri uri, VirtualPorts ports, String name, Form form, double air) {
        BodySignal person = BodySignal.of(uri, ports, Signal.PRESSURE);
        Pressures body = at -> person.at(0, at) + air;
        VirtualChips.i2c(uri, ports, new VirtualHoneywell(name, form, body, ports.clock()));
    }

    @Override
    public void write(byte[] bytes) {
        boolean measure = bytes.length == 3 && (bytes[0] & 0xFF) == 0xAA && bytes[1] == 0 && bytes[2] == 0;
        if (!measure) {
            throw new IllegalStateException(
                    name + ": expected the command AA 00 00 but was " + bytes.length + " bytes");
        }
        update();
        if (converting) {
            throw new IllegalStateException(name + ": expected no command while it converts");
        }
        asked = true;
        converting = true;
        // Each conversion takes its own time, between the two that the data sheet gives.
        long part = conversions++ * 37 % 41;
        readyNanos = clock.nowNanos() + SHORTEST_NANOS + part * (LONGEST_NANOS - SHORTEST_NANOS) / 41;
    }

    private void update() {
        if (!converting || clock.nowNanos() < readyNanos) {
            return;
        }
        converting = false;
        Span span = form.span();
        double share = (body.pascal(readyNanos) - span.lowPascal()) / (span.highPascal() - span.lowPascal());
        double code = Math.rint((form.low() + share * (form.high() - form.low())) * COUNTS);
        status = POWERED | (code < 0 || code > LAST ? SATURATED : 0);
        count = (int) Math.max(0, Math.min(LAST, code));
    }

    @Override
    public void read(byte[] into) {
        update();
        if (into.length != 1 && into.length != form.bytes()) {
            throw new IllegalStateException(
                    name + ": expected to be read 1 or " + form.bytes() + " bytes but was " + into.length);
        }
        if (into.length > 1 && (converting || !asked)) {
            throw new IllegalStateException(
                    name + ": expected a command and a wait for the busy bit: the result is not there yet");
        }
        into[0] = (byte) (converting ? POWERED | BUSY : status);
        if (into.length > 1) {
            put(into, 1, count);
        }
        if (into.length > 4) {
            put(into, 4, (int) Math.rint((CELSIUS + 50) / 200 * LAST));
        }
    }

    private static void put(byte[] into, int from, int value) {
        into[from] = (byte) (value >> 16);
        into[from + 1] = (byte) (value >> 8);
        into[from + 2] = (byte) value;
    }

    /** The last count. */
    @Override
    public String text() {
        return String.format(Locale.ROOT, "%06X", count);
    }
}
