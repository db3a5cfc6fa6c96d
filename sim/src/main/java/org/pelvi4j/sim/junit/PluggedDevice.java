package org.pelvi4j.sim.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.MemoryPort;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.port.VirtualPorts;
import org.pelvi4j.sim.run.BoardModel;
import org.pelvi4j.time.VirtualClock;

/** A virtual board that is plugged in, and what it has really sent. Confined to one thread. */
public final class PluggedDevice {
    private static final String PATH = "board";

    private final BoardModel model;
    private final Sensing sensing;
    private final VirtualClock clock;
    private final VirtualPorts ports;
    private final MemoryPort port;
    private final Sent sent = new Sent();

    PluggedDevice(String word, Scenario scenario, List<Fault> faults, VirtualClock clock) {
        this.clock = clock;
        model = BoardModel.of(word);
        sensing = model.measuring(scenario.sensing());
        ports = VirtualPorts.empty(clock);
        var all = Stream.concat(scenario.faults().stream(), faults.stream()).toList();
        var setup = DeviceSetup.plain(sensing.rateHz())
                .withFaults(all, scenario.seed())
                .telling(sent);
        var info = scenario.source(sensing).info();
        var parts = DeviceParts.of(model.board(info), () -> scenario.source(sensing), setup);
        port = MemoryPort.plugged(parts, clock);
        ports.connectSerial(PATH, port);
    }

    /**
     * The wires to give to a driver of your own; its serial port is named {@link #path()}.
     *
     * @return the ports
     */
    public Ports ports() {
        return ports;
    }

    /**
     * Names the port.
     *
     * @return a path for {@link Ports#openSerial}
     */
    public String path() {
        return PATH;
    }

    /**
     * The product's own driver for this board.
     *
     * @return a sensor that has read nothing yet; close it, or let a session close it
     */
    public Sensor sensor() {
        return SensorDrivers.open(DeviceUri.parse("serial:" + PATH + "?" + model.driverOptions(sensing)), ports, clock);
    }

    /** Pulls the plug, now. */
    public void unplug() {
        port.unplug();
    }

    /** Puts the plug in again, now. */
    public void plug() {
        port.plug();
    }

    /**
     * Switches a fault on, now.
     *
     * @param fault such as {@code byte-loss=1e-3}
     * @throws IllegalArgumentException when this board cannot do it
     */
    public void begin(String fault) {
        port.begin(Fault.parse(fault));
    }

    /** Switches all faults off. */
    public void clear() {
        port.clear();
    }

    /**
     * What was really sent, for comparing.
     *
     * @return each frame with its fate; a view that grows
     */
    public List<Witness.Frame> frames() {
        return Collections.unmodifiableList(sent.frames);
    }

    /** What a strict test may not leave behind; empty when all is well. */
    String complaint(Relax... relax) {
        List<Relax> excused = Arrays.asList(relax);
        boolean open = port.status().opened();
        long lost = sent.frames.stream()
                .filter(frame -> frame.fate() == Fate.OVERRUN)
                .count();
        if (!sent.opened && !excused.contains(Relax.NEVER_READ)) {
            return "expected its port to be opened but it never was; NEVER_READ excuses that";
        }
        if (open && !excused.contains(Relax.LEFT_OPEN)) {
            return "expected its port to be closed at the end but it is open; LEFT_OPEN excuses that";
        }
        return lost > 0 && !excused.contains(Relax.SLOW_READER)
                ? "expected every frame to be read in time but " + lost + " were lost; SLOW_READER excuses that"
                : "";
    }

    @Override
    public String toString() {
        return model.word();
    }

    /** Keeps what the board tells. */
    private static final class Sent implements Witness {
        private final List<Frame> frames = new ArrayList<>();
        private boolean opened;

        @Override
        public void frame(Frame frame) {
            frames.add(frame);
        }

        @Override
        public void event(double seconds, String text) {
            opened |= text.equals("port opened");
        }

        @Override
        public void body(String what, double fromSeconds, double untilSeconds, double plateau) {
            // Nobody asks here what the body did.
        }
    }
}
