package org.pelvi4j.sensor.hx711;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.EdgeSink;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.time.Clock;

/**
 * An HX711 or HX710B on two GPIO lines: when DOUT falls a conversion is over, and 24 pulses of the clock fetch it. A pulse
 * that may have been longer than the chip bears, because this program was interrupted, costs the sample and a reset: a
 * wrong value is never handed on. Source: DOMAIN.md 3.12, RELIABILITY.md C5 and C6. Confined to one thread.
 */
public final class Hx711 implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "rate", "gain", "supply");
    private static final Pattern LINES = Pattern.compile("([0-9]{1,3}),([0-9]{1,3})");

    /** Longer than 60 us powers the chip down; 50 leaves margin. Source: DOMAIN.md 3.12, the kernel's own guard. */
    private static final long LONGEST_PULSE_NANOS = 50_000;
    /** Surely powers it down. */
    private static final long RESET_NANOS = 200_000;

    private static final long WAIT_NANOS = 100_000_000;
    private static final int DATA_PULSES = 24;
    /** Settling takes 4 conversions, at any rate; the fourth is good. Source: DOMAIN.md 3.12: 400 ms at 10 S/s, 50 ms at 80. */
    private static final double SETTLING = 3.5;

    /** After a reset it does what 25 pulses choose. */
    private static final int RESET_PULSES = 25;

    private static final double STUCK_SECONDS = 2;
    /** Low without having fallen is a broken wire, unless so many conversions were time enough to miss the edge. */
    private static final double UNSEEN = 1.5;

    private final String name;
    private final int dataLine;
    private final int clockLine;
    private final int pulses;
    private final Bridge bridge;
    private final SensorInfo info;
    private final ConversionCount conversions;
    private final EdgeSink edges = this::edge;
    private @Nullable InputPin data;
    private @Nullable OutputPin pulse;
    private @Nullable Ports ports;
    private @Nullable Clock clock;
    /** What was over before that is not settled. */
    private long settledNanos;

    /** Whether the pulses since the last reset have chosen the input. */
    private boolean chosen;

    private long doneNanos;
    private long readyNanos;
    private boolean fell;
    private boolean spoiled;
    /** Whether a wire failed while bits came: nobody knows at which of them the chip is. */
    private boolean torn;

    private long spoiledCount;

    private Hx711(DeviceUri uri) {
        Matcher lines = LINES.matcher(uri.address());
        if (!lines.matches() || lines.group(1).equals(lines.group(2))) {
            throw uri.wrong("address", "the lines of DOUT and SCK such as 5,6", uri.address());
        }
        dataLine = Integer.parseInt(lines.group(1));
        clockLine = Integer.parseInt(lines.group(2));
        boolean small = uri.option("chip").orElse("").equals("hx710b");
        name = small ? "HX710B" : "HX711";
        double rateHz = uri.number("rate", 5, 100).orElse(10.0);
        int gain = small ? 128 : uri.integer("gain", 32, 128).orElse(128);
        pulses = small ? (rateHz > 20 ? 27 : 25) : pulses(uri, gain);
        if (small && uri.option("gain").isPresent()) {
            throw uri.wrong("option 'gain'", "none: an HX710B's gain is fixed", String.valueOf(gain));
        }
        double supply = uri.number("supply", 2.6, 5.5).orElse(5.0);
        bridge = Bridge.of(uri, "bridge on " + name, supply, gain);
        info = bridge.info(Math.max(10, rateHz));
        conversions = new ConversionCount(1e9 / rateHz, 1e9 / info.rateHz());
    }

    private static int pulses(DeviceUri uri, int gain) {
        return switch (gain) {
            case 128 -> 25;
            case 32 -> 26;
            case 64 -> 27;
            default -> throw uri.wrong("option 'gain'", "128, 64 or 32", String.valueOf(gain));
        };
    }

    /**
     * Reads the options: {@code rate} (10, or what the RATE pin makes of it; 10 or 40 for an HX710B), {@code gain} (128, 64,
     * 32), {@code supply} in volts (5), and of the bridge {@code span} in mV at 5 V (75) and {@code full} in kPa (40).
     *
     * @param uri such as {@code gpio:5,6?chip=hx711}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        var known = new TreeSet<>(OPTIONS);
        known.addAll(Bridge.OPTIONS);
        return new Hx711(uri.withOnly(known));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public int stuckAfter() {
        return (int) Math.round(STUCK_SECONDS * info.rateHz());
    }

    @Override
    public boolean setsThePace() {
        return true;
    }

    @Override
    public long readyNanos() {
        return readyNanos;
    }

    @Override
    public void open(Ports opener, Clock time) throws BusException {
        ports = opener;
        clock = time;
        data = opener.openInput(dataLine, InputSetup.DATA_READY);
        pulse = opener.openOutput(clockLine);
        conversions.restart();
        reset();
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("hx711: expected to be open but was closed");
        }
        return part;
    }

    /** Down and up again: then it is known what it does, and it has to settle. */
    private void reset() throws BusException {
        opened(pulse).set(true);
        opened(ports).pause(RESET_NANOS);
        opened(pulse).set(false);
        doneNanos = opened(clock).nowNanos();
        spoiled = false;
        torn = false;
        conversions.reset();
        chosen = pulses == RESET_PULSES;
        settle();
    }

    private void settle() {
        settledNanos = doneNanos + Math.round(SETTLING * conversions.periodNanos());
    }

    private void edge(long atNanos, long sequence, boolean rising) {
        // DOUT also moves while it is read out.
        if (!rising && atNanos - doneNanos > 0) {
            readyNanos = atNanos;
            fell = true;
        }
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        if (torn) {
            reset();
        }
        if (!isReady()) {
            return 0;
        }
        torn = true;
        int code = fetch();
        if (spoiled) {
            spoiledCount++;
            reset();
            return 0;
        }
        if (!opened(data).isHigh()) {
            throw staysLow();
        }
        torn = false;
        if (!chosen) {
            chosen = true;
            settle();
            return 0;
        }
        if (readyNanos - settledNanos < 0) {
            return 0;
        }
        values[0] = bridge.pascal(code);
        flaws[0] |= bridge.flaws(code);
        return conversions.until(readyNanos);
    }

    private BusException staysLow() {
        return new BusException(
                BusException.Kind.NO_ANSWER,
                "gpio:" + dataLine + ": DOUT of the " + name + " stays low; check its supply and both wires");
    }

    /** Waits until DOUT is low, at most 100 ms. */
    private boolean isReady() throws BusException {
        InputPin dout = opened(data);
        Clock time = opened(clock);
        long deadline = time.nowNanos() + WAIT_NANOS;
        fell = false;
        do {
            // Also when it is low already: the edge tells since when.
            dout.awaitEdges(dout.isHigh() ? Math.max(0, deadline - time.nowNanos()) : 0, edges);
            if (!dout.isHigh()) {
                if (!fell && time.nowNanos() - doneNanos < UNSEEN * conversions.periodNanos()) {
                    throw staysLow();
                }
                if (!fell) {
                    readyNanos = time.nowNanos();
                }
                return true;
            }
        } while (deadline - time.nowNanos() > 0);
        return false;
    }

    /** Fetches a conversion, and chooses the next one by the pulses after its bits. */
    private int fetch() throws BusException {
        InputPin dout = opened(data);
        int code = 0;
        for (int i = 0; i < pulses; i++) {
            tick();
            if (spoiled) {
                return 0;
            }
            if (i < DATA_PULSES) {
                code = code << 1 | (dout.isHigh() ? 1 : 0);
            }
        }
        doneNanos = opened(clock).nowNanos();
        return code << 8 >> 8;
    }

    /** One pulse. What is measured is never shorter than the pulse was. */
    private void tick() throws BusException {
        Clock time = opened(clock);
        OutputPin sck = opened(pulse);
        long before = time.nowNanos();
        sck.set(true);
        sck.set(false);
        spoiled |= time.nowNanos() - before > LONGEST_PULSE_NANOS;
    }

    /** How many conversions were given up because a pulse may have been too long. */
    long spoiledCount() {
        return spoiledCount;
    }

    @Override
    public void close() {
        InputPin dout = data;
        OutputPin sck = pulse;
        data = null;
        pulse = null;
        if (dout != null) {
            dout.close();
        }
        if (sck != null) {
            sck.close();
        }
    }
}
