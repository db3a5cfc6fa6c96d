package org.pelvi4j.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.person.Onlooker;
import org.pelvi4j.sim.person.Profile;
import org.pelvi4j.sim.person.Timetable;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;
import org.pelvi4j.time.VirtualClock;

/**
 * A simulated person with a sensor, in virtual time: each read advances the clock by 10 ms and hands on the samples of
 * these. Show the person the pictures, with {@link #person()}, and the exercise is followed. Confined to one thread, but
 * for {@link #close()}.
 */
public final class SimulatedSensor implements Sensor {
    private static final Set<String> OPTIONS = Set.of(
            "seed", "signal", "rate", "speed", "conversion", "mains", "channels", "movements", "coughs", "fault");
    private static final double BLOCK_SECONDS = 0.01;
    /** So that {@link #close()} ends a read that waits. */
    private static final long LONGEST_SLEEP_NANOS = 50_000_000;

    private final Clock real = new SystemClock();
    private final VirtualClock clock;
    private final Simulation simulation;
    private final Display person;
    private final SensorInfo info;
    private final int block;
    private final double[] values;
    private final Delivery delivery;
    private long number;
    private double speed;
    private long realStartNanos;
    private long pacedFromNanos;
    private volatile boolean closed;

    SimulatedSensor(Setup setup, VirtualClock clock) {
        this.clock = clock;
        long startNanos = clock.nowNanos();
        simulation = new Simulation(setup, startNanos);
        person = new Onlooker(simulation.person());
        info = simulation.info();
        block = (int) StrictMath.max(1, StrictMath.round(info.rateHz() * BLOCK_SECONDS));
        values = new double[info.channels().size()];
        Draws chance = Draws.of(setup.seed()).split();
        delivery = new Delivery(info, setup.script().faults(), startNanos, chance);
    }

    /**
     * Opens {@code sim:PROFILE} with the options {@code seed} (1), {@code signal} (emg or pressure), {@code channels} (1,
     * or 2 to tell a lift from a push), {@code rate} (1000 for EMG, 100 for pressure), {@code conversion} (low-pass,
     * delta-sigma or plain), {@code mains} (50 or 60), {@code movements} and {@code coughs} (0, per minute), {@code fault}
     * (several joined by commas, see {@link Fault#parse}) and {@code speed} (as fast as it can).
     *
     * @param uri the person's name and options
     * @param clock advanced by each read
     * @return the sensor
     * @throws IllegalArgumentException saying which part is wrong and what was expected
     */
    public static SimulatedSensor open(DeviceUri uri, VirtualClock clock) {
        uri.withOnly(OPTIONS);
        Signal signal = choice(uri, "signal", Signal.EMG);
        boolean emg = signal == Signal.EMG;
        double rate = uri.number("rate", emg ? 250 : 10, emg ? 4000 : 1000).orElse(emg ? 1000.0 : 100.0);
        long seed = uri.integer("seed", 0, Integer.MAX_VALUE).orElse(1);
        double mains = uri.number("mains", 50, 60).orElse(50.0);
        Conversion conversion = choice(uri, "conversion", Conversion.LOW_PASS);
        Sensing one = (emg ? Sensing.emg(rate) : Sensing.pressure(rate)).through(conversion);
        Sensing sensing = uri.integer("channels", 1, 2).orElse(1) == 2 ? one.withSecondChannel() : one;
        var sensor = new SimulatedSensor(
                new Setup(profile(uri), Particular.AS_DRAWN, seed, sensing, mains, script(uri)), clock);
        uri.number("speed", 0.1, 10_000).ifPresent(sensor::pacedAt);
        return sensor;
    }

    private static Script script(DeviceUri uri) {
        List<Fault> faults = uri.option("fault")
                .map(all -> Arrays.stream(all.split(",", -1)).map(Fault::parse).toList())
                .orElse(List.of());
        double movements = uri.number("movements", 0, 60).orElse(0.0);
        double coughs = uri.number("coughs", 0, 30).orElse(0.0);
        return new Script(Timetable.NONE, List.of(), faults, Double.NaN, movements, coughs);
    }

    private static Profile profile(DeviceUri uri) {
        return Profile.named(uri.address())
                .orElseThrow(() -> uri.wrong("person", "one of " + Profile.ids(), uri.address()));
    }

    private static <E extends Enum<E>> E choice(DeviceUri uri, String option, E usual) {
        E[] all = usual.getDeclaringClass().getEnumConstants();
        String text = uri.option(option).orElse(word(usual));
        return Arrays.stream(all)
                .filter(e -> word(e).equals(text))
                .findFirst()
                .orElseThrow(() -> uri.wrong(
                        "option '" + option + "'",
                        String.join(
                                " or ",
                                Arrays.stream(all).map(SimulatedSensor::word).toList()),
                        text));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Binds virtual time to real time from now on: each read sleeps until its samples would really have come, by absolute
     * deadlines, so that nothing drifts.
     *
     * @param timesRealTime 1 for real time, 8 for eight times as fast
     */
    public void pacedAt(double timesRealTime) {
        if (!(timesRealTime > 0)) {
            throw new IllegalArgumentException("timesRealTime: expected a positive number but was " + timesRealTime);
        }
        speed = timesRealTime;
        realStartNanos = real.nowNanos();
        pacedFromNanos = clock.nowNanos();
    }

    /**
     * The simulated person's eyes: show it what a display would be shown, 100 times a second of virtual time.
     *
     * @return the same at any time
     */
    public Display person() {
        return person;
    }

    /**
     * What the body really did.
     *
     * @return it grows as the simulation goes on
     */
    public Truth truth() {
        return simulation.truth();
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public boolean read(SampleSink out) {
        if (closed) {
            return false;
        }
        long first = number;
        number += block;
        clock.advanceTo(delivery.at(number));
        waitForRealTime();
        for (long n = first; n < number; n++) {
            simulation.next(values);
            delivery.sample(n, values, out);
        }
        return true;
    }

    private void waitForRealTime() {
        if (speed == 0) {
            return;
        }
        long due = realStartNanos + (long) ((clock.nowNanos() - pacedFromNanos) / speed);
        long left;
        while (!closed && (left = due - real.nowNanos()) > 0) {
            LockSupport.parkNanos(StrictMath.min(left, LONGEST_SLEEP_NANOS));
        }
    }

    @Override
    public SensorState state() {
        return closed ? new SensorState(SensorState.Kind.ENDED, "") : SensorState.OK;
    }

    @Override
    public void close() {
        closed = true;
    }
}
