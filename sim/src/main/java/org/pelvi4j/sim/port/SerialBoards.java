package org.pelvi4j.sim.port;

import java.util.List;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.MemoryPort;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.run.BoardModel;
import org.pelvi4j.time.VirtualClock;

/**
 * Virtual serial boards for {@code sim+serial:SCENARIO?protocol=cyton}, in memory and virtual time. Of the options,
 * {@code protocol}, {@code signal}, {@code unit} and {@code rate} are read here and by the driver, {@code fault} here alone. Immutable.
 */
final class SerialBoards {
    private SerialBoards() {}

    static void connect(DeviceUri uri, VirtualPorts ports) {
        if (!(ports.clock() instanceof VirtualClock clock)) {
            throw uri.wrong("clock", "virtual time for a simulated serial board", "real time");
        }
        BoardModel model = BoardModel.of(model(uri));
        Signal signal = signal(uri, model);
        double rate = uri.number("rate", 1, 4000).orElse(model.rateHz(signal));
        Scenario scenario = Scenario.named(uri.address());
        var sensing = new Sensing(signal, rate, model.rates().conversion(), List.of(Role.PFM));
        var info = InUnit.of(uri, scenario.source(sensing)).info();
        List<Fault> faults =
                uri.option("fault").map(text -> List.of(Fault.parse(text))).orElse(scenario.faults());
        var setup = DeviceSetup.plain(rate).withFaults(faults, 1);
        var parts = DeviceParts.of(model.board(info), () -> InUnit.of(uri, scenario.source(sensing)), setup);
        ports.connectSerial(uri.address(), MemoryPort.plugged(parts, clock));
    }

    /** The board that a driver with these options speaks with. */
    private static String model(DeviceUri uri) {
        String protocol = uri.option("protocol").orElse("");
        return switch (protocol) {
            case "olimex" -> "p2";
            case "chords" ->
                uri.option("board").filter("uno-r4"::equalsIgnoreCase).isPresent() ? "chords-r4" : protocol;
            case "cyton" -> uri.option("channels").filter("16"::equals).isPresent() ? "cyton-daisy" : protocol;
            default -> protocol;
        };
    }

    private static Signal signal(DeviceUri uri, BoardModel model) {
        String text = uri.option("signal").orElse("");
        return switch (text) {
            case "emg" -> Signal.EMG;
            case "pressure" -> Signal.PRESSURE;
            case "" -> model.rates().pressureHz() > 0 ? Signal.PRESSURE : Signal.EMG;
            default -> throw uri.wrong("option 'signal'", "emg or pressure", text);
        };
    }
}
