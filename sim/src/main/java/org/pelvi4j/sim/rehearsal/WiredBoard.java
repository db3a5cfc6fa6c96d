package org.pelvi4j.sim.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.SimulatedBody;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.Truth;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.MemoryPort;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.port.VirtualPorts;
import org.pelvi4j.sim.run.BoardModel;
import org.pelvi4j.time.VirtualClock;

/**
 * A virtual board on a wire in memory, with the product's own driver at the other end. The person sees the
 * pictures and follows these; whoever only runs a board from another process has none to show. Confined to one thread.
 */
final class WiredBoard implements Witness, Display {
    private static final String PORT = "board";

    private final VirtualClock clock;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Outcome.Note> notes = new ArrayList<>();
    private @Nullable SimulatedBody newest;

    WiredBoard(VirtualClock clock) {
        this.clock = clock;
    }

    /** The scenario as a board measures it. */
    Measured measuring(Scenario scenario, BoardModel model) {
        Sensing sensing = model.measuring(scenario.sensing());
        Source first = source(scenario, sensing);
        var setup = DeviceSetup.plain(sensing.rateHz())
                .withFaults(scenario.faults(), scenario.seed())
                .telling(this);
        var parts = DeviceParts.of(model.board(first.info()), () -> source(scenario, sensing), setup);
        VirtualPorts ports = VirtualPorts.empty(clock);
        ports.connectSerial(PORT, MemoryPort.plugged(parts, clock));
        Sensor sensor = SensorDrivers.open(
                DeviceUri.parse("serial:" + PORT + "?" + model.driverOptions(sensing)), ports, clock);
        return new Measured(
                sensor, List.of(this), this::activation, this::truth, () -> new Outcome.Wire(frames, notes));
    }

    private Source source(Scenario scenario, Sensing sensing) {
        SimulatedBody made = scenario.body(sensing);
        newest = made;
        return made.source();
    }

    private @Nullable Truth newestTruth() {
        return newest == null ? null : newest.source().truth();
    }

    private double activation() {
        Truth truth = newestTruth();
        return truth == null ? Double.NaN : truth.activation();
    }

    /** The person who sits before the board of now sees the pictures. */
    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        if (newest != null) {
            newest.person().show(picture, nowNanos);
        }
    }

    @Override
    public double refreshHz() {
        return newest == null ? 1 : newest.person().refreshHz();
    }

    @Override
    public void close() {}

    @Override
    public void frame(Frame frame) {
        frames.add(frame);
    }

    @Override
    public void event(double seconds, String text) {
        notes.add(new Outcome.Note(clock.nowNanos(), text));
    }

    @Override
    public void body(String what, double fromSeconds, double untilSeconds, double plateau) {
        // The truth itself is asked at the end.
    }

    /** What the body did, on the clock of the session: the frame that carried a moment tells when that was. */
    private Outcome.Real truth() {
        Truth truth = newestTruth();
        if (truth == null || frames.isEmpty()) {
            return new Outcome.Real(List.of(), List.of());
        }
        var contractions = truth.contractions().stream()
                .map(one -> new Truth.Contraction(sent(one.onsetNanos()), sent(one.offsetNanos()), one.plateau()))
                .toList();
        var events = truth.events().stream()
                .map(one -> new Truth.Event(one.what(), sent(one.fromNanos()), sent(one.untilNanos())))
                .toList();
        return new Outcome.Real(contractions, events);
    }

    private long sent(long sourceNanos) {
        double seconds = sourceNanos / 1e9;
        int low = 0;
        int high = frames.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (frames.get(middle).seconds() < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Frame frame = frames.get(low);
        return frame.sentNanos() + Math.round((seconds - frame.seconds()) * 1e9);
    }
}
