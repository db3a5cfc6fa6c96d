package org.pelvi4j.sensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.SensorState.Kind;
import org.pelvi4j.time.Clock;

/**
 * A chip on a bus: asked in time, opened again after a fault, its samples numbered, dated and judged. Confined to one
 * thread, but for {@link #close()}.
 */
public final class ChipSensor implements Sensor {
    /** Source: {@link Sensor#read}. */
    private static final long READ_NANOS = 100_000_000L;
    /** A transfer that fails is begun anew so often. Source: RELIABILITY.md C1, at most 3 retries. */
    private static final int MOST_TRIES = 3;
    /** A chip that sets the pace and fails is left alone for so long. Source: chosen, so that nothing spins. */
    private static final long FAULT_NANOS = 10_000_000L;
    /** Failing for so long it is opened anew. Source: RELIABILITY.md C1, within 1 s. */
    private static final long PERSISTENT_NANOS = 800_000_000L;
    /** Silent for so long it is opened anew: it may have lost its supply. Source: chosen. */
    private static final long SILENT_NANOS = 3_000_000_000L;
    /** Source: RELIABILITY.md A4, 0.5 to 5 s. */
    private static final long FIRST_PAUSE_NANOS = 500_000_000L;

    private static final long LONGEST_PAUSE_NANOS = 5_000_000_000L;
    private static final long CLOSE_WAIT_MILLIS = 300;

    private final Chip chip;
    private final Ports ports;
    private final Clock clock;
    private final Placement placement;
    private final StuckWatch stuck;
    private final long staleNanos;
    private final ReentrantLock busy = new ReentrantLock();
    private final double[] values;
    private final int[] flaws;
    private boolean open;
    /** Whether a sample has come since the wires were opened. */
    private boolean sampled;

    private @Nullable BusException trouble;
    private long nextTryNanos;
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long lastGoodNanos;
    private volatile boolean closed;
    private volatile SensorState state = new SensorState(Kind.STARTING, "The sensor is being opened.");

    private ChipSensor(Chip chip, Ports ports, Clock clock) {
        this.chip = chip;
        this.ports = ports;
        this.clock = clock;
        int channels = chip.info().channels().size();
        placement = chip.setsThePace() ? new ChipPace(chip.info()) : new OwnPace(chip.info());
        stuck = new StuckWatch(channels, chip.stuckAfter());
        staleNanos = Timeline.staleNanos(chip.info());
        values = new double[channels];
        flaws = new int[channels];
        nextTryNanos = clock.nowNanos();
        lastGoodNanos = nextTryNanos;
    }

    /**
     * Makes the sensor of a chip. The first read opens its wires: a bus that is missing or busy shows in the state, and it
     * goes on trying.
     *
     * @param chip which chip
     * @param ports what opens its wires
     * @param clock the time that its samples are dated by
     * @return the sensor
     */
    public static Sensor of(Chip chip, Ports ports, Clock clock) {
        return new ChipSensor(chip, ports, clock);
    }

    @Override
    public SensorInfo info() {
        return chip.info();
    }

    @Override
    public SensorState state() {
        return state;
    }

    @Override
    public boolean read(SampleSink out) {
        busy.lock();
        try {
            if (!closed) {
                step(out);
                state = judge();
            }
            return !closed;
        } finally {
            if (closed) {
                chip.close();
            }
            busy.unlock();
        }
    }

    private void step(SampleSink out) {
        if (!open && !opens()) {
            return;
        }
        long wait = placement.waitNanos(clock.nowNanos());
        if (wait > 0) {
            ports.pause(Math.min(wait, READ_NANOS));
            if (placement.waitNanos(clock.nowNanos()) > 0) {
                return;
            }
        }
        long askedNanos = clock.nowNanos();
        placement.asked(askedNanos);
        int conversions = take();
        if (conversions > 0) {
            check();
            long readyNanos = chip.setsThePace() ? chip.readyNanos() : askedNanos;
            placement.place(conversions, readyNanos, clock.nowNanos(), values, flaws, out);
            lastGoodNanos = clock.nowNanos();
            sampled = true;
            trouble = null;
            pauseNanos = FIRST_PAUSE_NANOS;
        } else if (open && clock.nowNanos() - lastGoodNanos > SILENT_NANOS) {
            drop();
        }
    }

    private boolean opens() {
        long wait = nextTryNanos - clock.nowNanos();
        if (wait > 0) {
            ports.pause(Math.min(wait, READ_NANOS));
            return false;
        }
        try {
            chip.open(ports, clock);
            open = true;
            sampled = false;
            placement.opened();
            lastGoodNanos = clock.nowNanos();
        } catch (BusException fault) {
            trouble = fault;
            drop();
        }
        return open;
    }

    /** Closes the wires, to open them anew after a pause that grows while it does not help. */
    private void drop() {
        chip.close();
        open = false;
        nextTryNanos = clock.nowNanos() + pauseNanos;
        pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
    }

    private int take() {
        for (int tries = 1; ; tries++) {
            try {
                Arrays.fill(flaws, 0);
                return chip.take(values, flaws);
            } catch (BusException fault) {
                trouble = fault;
                // One that was opened and never answered is not asked all the time until it is given up.
                boolean mute = !sampled && tries == MOST_TRIES;
                boolean persistent = mute || clock.nowNanos() - lastGoodNanos > PERSISTENT_NANOS;
                if (persistent || fault.kind() == BusException.Kind.DISCONNECTED) {
                    drop();
                    return 0;
                }
                if (tries == MOST_TRIES) {
                    ports.pause(chip.setsThePace() ? FAULT_NANOS : 0);
                    return 0;
                }
            }
        }
    }

    private void check() {
        for (int channel = 0; channel < values.length; channel++) {
            Channel range = chip.info().channels().get(channel);
            boolean inside = values[channel] >= range.minimum() && values[channel] <= range.maximum();
            flaws[channel] |= inside ? 0 : Flaw.OUT_OF_RANGE;
        }
        stuck.watch(values, flaws);
    }

    private SensorState judge() {
        boolean silent = clock.nowNanos() - lastGoodNanos > staleNanos;
        BusException fault = trouble;
        if (fault != null && (silent || !open)) {
            return new SensorState(Health.kindOf(fault), text(fault));
        }
        if (!open) {
            return state;
        }
        if (!sampled && clock.nowNanos() - lastGoodNanos < SILENT_NANOS) {
            return new SensorState(Kind.STARTING, chip.info().name() + ": waiting for its first sample");
        }
        if (silent) {
            return new SensorState(
                    Kind.SILENT, chip.info().name() + ": no data comes; is it powered, and wired right?");
        }
        double wrong = placement.wrongRateHz();
        if (wrong > 0) {
            return new SensorState(
                    Kind.WRONG_DEVICE,
                    String.format(
                            Locale.ROOT,
                            "%s: expected %.0f samples a second but %.0f come; give that as 'rate'",
                            chip.info().name(),
                            chip.info().rateHz(),
                            wrong));
        }
        return SensorState.OK;
    }

    private static String text(BusException fault) {
        return fault.getMessage() == null ? fault.kind().toString() : fault.getMessage();
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (busy.tryLock(CLOSE_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                chip.close();
                busy.unlock();
            }
            // Otherwise a transfer hangs; the reading thread closes when it comes back.
        } catch (InterruptedException hurry) {
            chip.close();
        }
    }
}
