package org.pelvi4j.sim.port;

import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;

/**
 * Converters with a simulated body behind an analog sensor, such as {@code sim+i2c:1/0x48?chip=ads1115}. The options
 * {@code scenario} and {@code signal} are read here. Immutable.
 */
final class AnalogChips {
    private AnalogChips() {}

    static void onI2c(DeviceUri uri, VirtualPorts ports) {
        String chip = uri.option("chip").orElse("");
        if (!chip.equals("ads1115")) {
            throw uri.wrong("option 'chip'", "ads1115", chip);
        }
        VirtualChips.i2c(uri, ports, new VirtualAds1115(body(uri, ports), ports.clock()));
    }

    static void onSpi(DeviceUri uri, VirtualPorts ports) {
        String chip = uri.option("chip").orElse("");
        int bits = chip.equals("mcp3208") ? 12 : 10;
        if (bits == 10 && !chip.equals("mcp3008")) {
            throw uri.wrong("option 'chip'", "mcp3008 or mcp3208", chip);
        }
        double reference = uri.number("vref", 2.5, 5.5).orElse(3.3);
        ports.connectSpi(VirtualChips.spi(uri), new VirtualMcp3008(body(uri, ports), ports.clock(), bits, reference));
    }

    private static Voltages body(DeviceUri uri, VirtualPorts ports) {
        Scenario scenario = Scenario.named(uri.option("scenario").orElse("lift3-healthy"));
        String signal = uri.option("signal").orElse("pressure");
        Sensing sensing = switch (signal) {
            case "pressure" -> Sensing.pressure(1000);
            case "emg" -> Sensing.emg(2000);
            default -> throw uri.wrong("option 'signal'", "emg or pressure", signal);
        };
        return new BodyVoltages(scenario.source(sensing), ports.clock().nowNanos());
    }
}
