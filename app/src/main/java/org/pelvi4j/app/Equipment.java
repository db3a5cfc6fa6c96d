package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.table.Displays;
import org.pelvi4j.record.RecordedSensor;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorDrivers;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.sim.port.VirtualPorts;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;
import org.pelvi4j.time.VirtualClock;

/**
 * Opens what URIs name: real wires, virtual chips behind {@code sim+}, simulated people, recordings. It chooses once
 * between them; the flow does not know. Confined to one thread.
 */
final class Equipment implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable Ports real;
    private Clock clock = new SystemClock();
    private @Nullable SimulatedSensor simulated;

    /** Opens a sensor; its clock is {@link #clock()} from then on. */
    Sensor sensor(DeviceUri uri, double speed) throws IOException {
        if (!uri.simulated() && uri.scheme().equals("sim")) {
            VirtualClock virtual = VirtualClock.startingAt(Instant.now());
            SimulatedSensor person = SimulatedSensor.open(uri, virtual);
            if (speed < Double.POSITIVE_INFINITY) {
                person.pacedAt(speed);
            }
            clock = virtual;
            simulated = person;
            return person;
        }
        if (speed != 1) {
            throw new IllegalArgumentException("--speed: only a simulated sensor (sim:...) can run faster than time");
        }
        if (!uri.simulated() && uri.scheme().equals("file")) {
            VirtualClock virtual = VirtualClock.startingAt(Instant.now());
            clock = virtual;
            return RecordedSensor.open(uri, virtual);
        }
        return uri.simulated()
                ? SensorDrivers.open(VirtualPorts.forDriver(uri), virtual(uri, clock), clock)
                : SensorDrivers.open(uri, real(), clock);
    }

    /** Opens a display other than the terminal; what a virtual one shows is printed. */
    Display display(DeviceUri uri, Words words, PrintWriter out) throws BusException {
        if (uri.simulated()) {
            // In virtual time a display that waits for its glass must not move the sensor's clock.
            VirtualPorts ports = virtual(uri, clock.passesByItself() ? clock : VirtualClock.startingAt(Instant.EPOCH));
            return new ChipView(Displays.open(VirtualPorts.forDriver(uri), ports, words), ports, out);
        }
        return Displays.open(uri, real(), words);
    }

    private VirtualPorts virtual(DeviceUri uri, Clock time) {
        VirtualPorts virtual = VirtualPorts.of(uri, time);
        open.add(virtual);
        return virtual;
    }

    private Ports real() {
        if (real == null) {
            real = new RealPorts();
            open.add(real);
        }
        return real;
    }

    /** The clock of the sensor that was opened. */
    Clock clock() {
        return clock;
    }

    /** The simulated person, if the sensor is one. */
    @Nullable
    SimulatedSensor simulated() {
        return simulated;
    }

    @Override
    public void close() {
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (Exception e) {
                throw new Failure("closing: " + e.getMessage());
            }
        }
    }
}
