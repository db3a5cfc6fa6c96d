package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.buzzer.Buzzer;
import org.pelvi4j.display.table.Displays;
import org.pelvi4j.record.RecordedSensor;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.signal.SignalStage;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.sim.port.VirtualButton;
import org.pelvi4j.sim.port.VirtualPorts;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;
import org.pelvi4j.time.VirtualClock;

/**
 * Opens what URIs name: real wires, virtual chips behind {@code sim+}, simulated people, recordings. It chooses once
 * between them; the flow does not know. Confined to one thread.
 */
final class Equipment implements AutoCloseable {
    /** Highest line of the header. Source: the 40-pin header, BCM numbers 0 to 27. */
    private static final int LAST_LINE = 27;

    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable Ports real;
    private Clock clock = new SystemClock();
    private @Nullable SimulatedSensor simulated;
    private @Nullable Display person;
    private @Nullable Instant wall;
    private final UnaryOperator<Sensor> witness;

    Equipment() {
        this(sensor -> sensor);
    }

    /** With a look over the sensor's shoulder, for tests that compare what was kept with what was sent. */
    Equipment(UnaryOperator<Sensor> witness) {
        this.witness = witness;
    }

    /** What the wall clock says at the start of a sensor whose time is virtual. */
    Equipment startingAt(@Nullable Instant at) {
        wall = at;
        return this;
    }

    /** Opens a sensor; its clock is {@link #clock()} from then on. */
    Sensor sensor(DeviceUri uri, double speed) throws IOException {
        Sensor sensor = opened(uri, speed);
        try {
            sensor.info()
                    .channels()
                    .forEach(channel ->
                            SignalStage.check(channel.signal(), sensor.info().rateHz()));
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException("'" + uri + "': " + unfit.getMessage(), unfit);
        }
        return witness.apply(sensor);
    }

    private Sensor opened(DeviceUri uri, double speed) throws IOException {
        Instant start = wall == null ? Instant.now() : wall;
        if (!uri.simulated() && uri.scheme().equals("sim")) {
            VirtualClock virtual = VirtualClock.startingAt(start);
            SimulatedSensor whole = SimulatedSensor.open(uri, virtual);
            if (speed < Double.POSITIVE_INFINITY) {
                whole.pacedAt(speed);
            }
            clock = virtual;
            simulated = whole;
            person = whole.person();
            return whole;
        }
        if (uri.simulated()) {
            return chip(uri, speed, start);
        }
        if (speed != 1) {
            throw new IllegalArgumentException("--speed: only a simulated sensor (sim...) can run faster than time");
        }
        if (uri.scheme().equals("file")) {
            VirtualClock virtual = VirtualClock.startingAt(start);
            clock = virtual;
            return RecordedSensor.open(uri, virtual);
        }
        if (wall != null) {
            throw new IllegalArgumentException(
                    "--at: only a simulated sensor (sim...) or a recording has a time of its own");
        }
        return SensorDrivers.open(uri, real(), clock);
    }

    /** The real driver with a virtual chip or board, in virtual time. */
    private Sensor chip(DeviceUri uri, double speed, Instant start) {
        VirtualClock virtual = VirtualClock.startingAt(start);
        VirtualPorts ports = virtual(uri, virtual);
        Sensor sensor = SensorDrivers.open(VirtualPorts.forDriver(uri), ports, virtual);
        clock = virtual;
        person = ports.person();
        return speed < Double.POSITIVE_INFINITY ? new PacedSensor(sensor, virtual, speed) : sensor;
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

    /** Opens a buzzer on a GPIO line; what a virtual one sounds like is printed. */
    Speaker buzzer(DeviceUri uri, PrintWriter out) throws BusException {
        int line = line(uri);
        if (uri.simulated()) {
            VirtualPorts ports = virtual(uri, VirtualClock.startingAt(Instant.EPOCH));
            return new ChipSound(Buzzer.open(ports, line), ports, out);
        }
        return Buzzer.open(real(), line);
    }

    /** Opens the line of a push button to ground; a virtual one is pressed by its own timetable, in real time. */
    InputPin button(DeviceUri uri) throws BusException {
        int line = line(uri);
        return uri.simulated()
                ? VirtualButton.open(uri, new SystemClock())
                : real().openInput(line, ButtonThread.SETUP);
    }

    private static int line(DeviceUri uri) {
        if (!uri.address().matches("[0-9]{1,2}") || Integer.parseInt(uri.address()) > LAST_LINE) {
            throw uri.wrong("address", "a GPIO line from 0 to " + LAST_LINE + " such as 17", uri.address());
        }
        if (!uri.simulated()) {
            uri.withOnly(java.util.Set.of());
        }
        return Integer.parseInt(uri.address());
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

    /** The eyes of the simulated person, if the sensor has one behind it. */
    @Nullable
    Display person() {
        return person;
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
