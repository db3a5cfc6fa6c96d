package org.pelvi4j.sim.port;

import org.pelvi4j.bus.DeviceUri;

/** Converters with a simulated body behind an analog sensor, such as {@code sim+i2c:1/0x48?chip=ads1115}. Immutable. */
final class AnalogChips {
    private AnalogChips() {}

    static void onI2c(DeviceUri uri, VirtualPorts ports) {
        var inputs = BodyVoltages.of(uri, ports);
        boolean small = uri.option("chip").orElse("").equals("ads1015");
        var chip = small ? VirtualAds1115.small(inputs, ports.clock()) : new VirtualAds1115(inputs, ports.clock());
        VirtualChips.i2c(uri, ports, chip);
    }

    static void onSpi(DeviceUri uri, VirtualPorts ports) {
        int bits = uri.option("chip").orElse("").equals("mcp3208") ? 12 : 10;
        double reference = uri.number("vref", 2.5, 5.5).orElse(3.3);
        var chip = new VirtualMcp3008(BodyVoltages.of(uri, ports), ports.clock(), bits, reference);
        ports.connectSpi(VirtualChips.spi(uri), chip);
    }
}
