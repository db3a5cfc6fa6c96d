package org.pelvi4j.serial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.SimulatedDevice;
import org.pelvi4j.sim.device.VirtualCyton;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.time.SystemClock;

/** A virtual Cyton on a pseudo-terminal, our sensor at the other end, and notes of both. Instant n carries n times a step. */
final class Bench implements SampleSink, Witness, AutoCloseable {
    static final double STEP_MICROVOLTS = 0.05;
    private static final SensorInfo RAMP =
            new SensorInfo("ramp", 250, List.of(new Channel(Role.PFM, Signal.EMG, -187_500, 187_500, 0.0223517)));

    final List<Long> recorded = new ArrayList<>();
    final List<Integer> flaws = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    final List<Frame> truth = Collections.synchronizedList(new ArrayList<>());
    final Sensor sensor;
    private long next;

    Bench(SerialPorts serial, String address) {
        this.sensor = SensorDrivers.open(
                DeviceUri.parse("serial:" + address + "?protocol=cyton&channel=1"),
                new SerialOnly(serial),
                new SystemClock());
    }

    SimulatedDevice plug(Path port) throws IOException {
        var parts = DeviceParts.of(
                new VirtualCyton(1, 250), Ramp::new, DeviceSetup.plain(250).telling(this));
        return SimulatedDevice.start(parts, port, SimulatedDevice.Pace.REAL);
    }

    /** Reads until something is so, at most for a time; tells whether it came to that. */
    boolean readUntil(BooleanSupplier enough, double seconds) {
        long start = System.nanoTime();
        while (!enough.getAsBoolean()) {
            if (System.nanoTime() - start > seconds * 1e9) {
                return false;
            }
            sensor.read(this);
        }
        return true;
    }

    void read(double seconds) {
        readUntil(() -> false, seconds);
    }

    /** Reads until samples come; gives the milliseconds that took. */
    long millisToSample(double seconds) {
        int before = recorded.size();
        long start = System.nanoTime();
        boolean came = readUntil(() -> recorded.size() > before, seconds);
        return came ? (System.nanoTime() - start) / 1_000_000 : Long.MAX_VALUE;
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] sampleFlaws) {
        inTurn(number);
        next = number + 1;
        recorded.add(Math.round(values[0] / STEP_MICROVOLTS));
        flaws.add(sampleFlaws[0]);
    }

    @Override
    public void gap(Gap gap) {
        inTurn(gap.firstNumber());
        next = gap.firstNumber() + gap.count();
        gaps.add(gap);
    }

    private void inTurn(long number) {
        if (number != next) {
            throw new AssertionError("number: expected " + next + " but was " + number);
        }
    }

    @Override
    public void frame(Frame frame) {
        truth.add(frame);
    }

    @Override
    public void event(double seconds, String text) {}

    @Override
    public void body(String what, double seconds, double until, double amount) {}

    @Override
    public void close() {
        sensor.close();
    }

    private static final class Ramp implements Source {
        private long number;

        @Override
        public SensorInfo info() {
            return RAMP;
        }

        @Override
        public boolean next(double[] values) {
            values[0] = STEP_MICROVOLTS * number++;
            return true;
        }
    }
}
