package org.pelvi4j.sim;

import java.util.concurrent.locks.LockSupport;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.person.Onlooker;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;
import org.pelvi4j.time.VirtualClock;

/**
 * A simulated person with a sensor, in virtual time: each read advances the clock by 10 ms and hands on the samples of
 * these. Show the person the pictures, with {@link #person()}, and the exercise is followed. Confined to one thread, but
 * for {@link #close()}.
 */
public final class SimulatedSensor implements Sensor {
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
        person = new Onlooker(simulation.person(), simulation.follower());
        info = simulation.info();
        block = (int) StrictMath.max(1, StrictMath.round(info.rateHz() * BLOCK_SECONDS));
        values = new double[info.channels().size()];
        Draws chance = Draws.of(setup.seed()).split();
        delivery = new Delivery(info, setup.script().faults(), startNanos, chance);
    }

    /**
     * Opens {@code sim:PROFILE} or {@code sim:SCENARIO} with the options {@code seed} (1), {@code signal} (emg or pressure), {@code channels} (1,
     * or 2 to tell a lift from a push), {@code rate} (1000 for EMG, 100 for pressure), {@code conversion} (low-pass,
     * delta-sigma or plain), {@code mains} (50 or 60), {@code movements} and {@code coughs} (0, per minute), {@code fault}
     * (several joined by commas, in the grammar of {@link org.pelvi4j.sim.fault.Fault}) and {@code speed} (as fast as it can).
     *
     * @param uri the person's name and options
     * @param clock advanced by each read
     * @return the sensor
     * @throws IllegalArgumentException saying which part is wrong and what was expected
     */
    public static SimulatedSensor open(DeviceUri uri, VirtualClock clock) {
        var sensor = new SimulatedSensor(PersonUri.read(uri), clock);
        uri.number("speed", 0.1, 10_000).ifPresent(sensor::pacedAt);
        return sensor;
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

    /**
     * How much has been read.
     *
     * @return samples of each channel, those that a fault kept back included
     */
    public long samples() {
        return number;
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
