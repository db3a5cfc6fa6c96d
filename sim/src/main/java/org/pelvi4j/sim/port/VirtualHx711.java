package org.pelvi4j.sim.port;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.SplittableRandom;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.VirtualClock;

/**
 * An HX711 or HX710B with a pressure bridge, pulse by pulse, in virtual time: a clock that is high for more than 60 us
 * powers it down, and it has to settle afterwards. Whoever drives its clock may be interrupted at any time. Source: HX711
 * data sheet, DOMAIN 3.12. Confined to one thread, but for {@link #text()}.
 */
public final class VirtualHx711 implements PinChip, LineChip {
    private static final long POWER_DOWN_NANOS = 60_000;
    static final int BITS = 24;
    private static final int MOST_PULSES = 27;
    private static final int SETTLING_CONVERSIONS = 4;
    /** What a line's change takes a program that is not interrupted. (P) */
    private static final long EDGE_NANOS = 3_000;

    private static final long LEAST_INTERRUPTION_NANOS = 20_000;
    private static final long MOST_INTERRUPTION_NANOS = 2_000_000;

    private final Pressures millivolts;
    private final VirtualClock clock;
    private final int clockLine;
    private final int dataLine;
    private final Kind711 kind;
    private final SplittableRandom interruptions;
    private final double interruptionShare;
    private final Deque<Long> falls = new ArrayDeque<>();
    private long readyNanos;
    private long roseNanos;
    private boolean clockHigh;
    private boolean down;
    private boolean dataHigh = true;
    private int pulses;
    private int mode = 25;
    /** What the conversion under way was begun with. */
    private int running = 25;

    private long fellNanos;
    private volatile int code;

    /**
     * Which part it is. Immutable.
     *
     * @param small whether it is an HX710B
     * @param supplyVolts its AVDD
     * @param fastHz its rate with the RATE pin high, or an HX710B's with 27 pulses
     * @param fast whether the RATE pin is high
     */
    public record Kind711(boolean small, double supplyVolts, double fastHz, boolean fast) {}

    /**
     * Creates a part that has just been powered.
     *
     * @param millivolts what the bridge gives it
     * @param dataLine DOUT
     * @param clockLine SCK
     * @param kind which part
     * @param interruptionShare how often a pulse is interrupted, 0 to 1
     * @param clock advanced by each change of the clock line
     */
    public VirtualHx711(
            Pressures millivolts,
            int dataLine,
            int clockLine,
            Kind711 kind,
            double interruptionShare,
            VirtualClock clock) {
        this.millivolts = millivolts;
        this.dataLine = dataLine;
        this.clockLine = clockLine;
        this.kind = kind;
        this.interruptionShare = interruptionShare;
        this.interruptions = new SplittableRandom(711);
        this.clock = clock;
        powerUp();
    }

    static void connect(DeviceUri uri, VirtualPorts ports) {
        if (!(ports.clock() instanceof VirtualClock time)) {
            throw uri.wrong("clock", "virtual time for a simulated HX711", "real time");
        }
        String[] lines = uri.address().split(",", -1);
        if (lines.length != 2 || !uri.address().matches("[0-9]{1,3},[0-9]{1,3}")) {
            throw uri.wrong("address", "the lines of DOUT and SCK such as 5,6", uri.address());
        }
        int data = Integer.parseInt(lines[0]);
        int pulse = Integer.parseInt(lines[1]);
        boolean small = uri.option("chip").orElse("").equals("hx710b");
        double rate = uri.number("rate", 5, 100).orElse(10.0);
        var kind = new Kind711(
                small, uri.number("supply", 2.6, 5.5).orElse(5.0), small ? 40 : rate > 20 ? rate : 80, rate > 20);
        double share = uri.number("interrupted", 0, 1).orElse(0.0);
        var chip = new VirtualHx711(bridge(uri, ports), data, pulse, kind, share, time);
        ports.connectPin(pulse, chip);
        ports.connectInput(data, chip);
    }

    /**
     * An MPS20N0040D of which nobody knows more than its data sheet: 75 mV for 40 kPa, and 2 mV of offset, at 5 V; it is fed
     * by what feeds the converter.
     */
    static Pressures bridge(DeviceUri uri, VirtualPorts ports) {
        BodySignal person = BodySignal.of(uri, ports, Signal.PRESSURE);
        double span = uri.number("span", 1, 1000).orElse(75.0);
        double full = uri.number("full", 1, 1000).orElse(40.0) * 1000;
        double share = uri.number("supply", 2.6, 5.5).orElse(5.0) / 5;
        return at -> share * (2 + person.at(0, at) * span / full);
    }

    private void powerUp() {
        down = false;
        mode = 25;
        running = 25;
        pulses = 0;
        dataHigh = true;
        readyNanos = clock.nowNanos() + SETTLING_CONVERSIONS * periodNanos();
    }

    private long periodNanos() {
        double hertz = kind.small() ? (running == 25 ? 10 : kind.fastHz()) : kind.fast() ? kind.fastHz() : 10;
        return Math.round(1e9 / hertz);
    }

    private int gain() {
        return kind.small() || running == 25 ? 128 : running == 26 ? 32 : 64;
    }

    /** Brings DOUT up to now: a conversion that nobody fetches is replaced by the next. */
    private void update() {
        long now = clock.nowNanos();
        if (clockHigh && !down && now - roseNanos > POWER_DOWN_NANOS) {
            down = true;
            dataHigh = true;
            falls.clear();
        }
        if (down || pulses > 0) {
            return;
        }
        while (readyNanos <= now) {
            falls.add(readyNanos);
            convert(readyNanos);
            dataHigh = false;
            readyNanos += periodNanos();
        }
        while (falls.size() > 64) {
            falls.remove();
        }
    }

    private void convert(long atNanos) {
        if (kind.small() && running == 26) {
            code = 0x7FFFFF;
            return;
        }
        double exact = millivolts.pascal(atNanos) / (kind.supplyVolts() * 1000 / gain() / (1 << BITS));
        code = (int) Math.max(-0x800000, Math.min(0x7FFFFF, Math.rint(exact)));
    }

    @Override
    public void level(int line, boolean high) {
        if (line != clockLine) {
            throw new IllegalStateException("hx711: expected SCK on line " + clockLine + " but was " + line);
        }
        // The program is interrupted before or after the line has changed: nobody knows.
        long late = interruptions.nextDouble() < interruptionShare
                ? interruptions.nextLong(LEAST_INTERRUPTION_NANOS, MOST_INTERRUPTION_NANOS)
                : 0;
        boolean before = interruptions.nextBoolean();
        clock.advance(EDGE_NANOS / 2 + (before ? late : 0));
        update();
        if (high && !clockHigh) {
            rise();
        } else if (!high && clockHigh) {
            fall();
        }
        clock.advance(EDGE_NANOS / 2 + (before ? 0 : late));
        update();
    }

    private void rise() {
        clockHigh = true;
        roseNanos = clock.nowNanos();
        if (down || (pulses == 0 && dataHigh)) {
            return;
        }
        pulses++;
        if (pulses > MOST_PULSES) {
            // It may be the one that powers it down: its end will tell.
            return;
        }
        boolean bit = pulses > BITS || (code >> (BITS - pulses) & 1) != 0;
        if (dataHigh && !bit) {
            falls.add(clock.nowNanos());
        }
        dataHigh = bit;
        if (pulses > BITS) {
            mode = pulses;
        }
    }

    private void fall() {
        clockHigh = false;
        if (down) {
            powerUp();
        } else if (pulses > MOST_PULSES) {
            throw new IllegalStateException("hx711: expected 25 to 27 pulses but there was another");
        } else {
            fellNanos = clock.nowNanos();
        }
    }

    @Override
    public boolean isHigh(int line) {
        finish();
        update();
        return dataHigh;
    }

    /** After its last pulse it goes on as before, or settles in another mode; the next conversion makes the old forgotten. */
    private void finish() {
        if (pulses <= BITS || clockHigh || down) {
            return;
        }
        if (mode != running) {
            running = mode;
            readyNanos = fellNanos + SETTLING_CONVERSIONS * periodNanos();
        }
        if (clock.nowNanos() >= readyNanos) {
            pulses = 0;
        }
    }

    @Override
    public long nextFallNanos(int line, long afterNanos) {
        if (line != dataLine) {
            throw new IllegalStateException("hx711: expected DOUT on line " + dataLine + " but was " + line);
        }
        finish();
        update();
        for (long at : falls) {
            if (at > afterNanos) {
                return at;
            }
        }
        boolean converting = !down && (pulses == 0 || pulses > BITS) && !clockHigh;
        return converting && readyNanos > afterNanos ? readyNanos : Long.MAX_VALUE;
    }

    /** The last code. */
    @Override
    public String text() {
        return String.format(Locale.ROOT, "%d", code);
    }
}
