package org.pelvi4j.sim.port;

import java.util.function.DoubleUnaryOperator;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;

/**
 * A simulated body behind the analog sensors that a converter's URI names, each as its data sheet draws it, clipped where
 * its amplifier clips. The other inputs are at ground. Confined to one thread.
 */
final class BodyVoltages implements Voltages {
    private final BodySignal body;
    private final DoubleUnaryOperator sensor;
    private final int first;
    private final int second;

    private BodyVoltages(BodySignal body, DoubleUnaryOperator sensor, int first, int second) {
        this.body = body;
        this.sensor = sensor;
        this.first = first;
        this.second = second;
    }

    static BodyVoltages of(DeviceUri uri, VirtualPorts ports) {
        String kind = uri.option("sensor").orElse(uri.option("points").isPresent() ? "linear" : "mpx5010");
        boolean voltage = uri.option("unit").orElse("kPa").endsWith("V");
        boolean emg = kind.equals("myoware") || kind.equals("oymotion") || (kind.equals("linear") && voltage);
        BodySignal body = BodySignal.of(uri, ports, emg ? Signal.EMG : Signal.PRESSURE);
        double usual = kind.startsWith("mpx") || kind.startsWith("xgzp") ? 2.0 / 3 : 1;
        double divider = uri.number("divider", 0.01, 1).orElse(usual);
        DoubleUnaryOperator sensor = sensor(uri, kind);
        int first = uri.integer("channel", 1, 8).orElse(1) - 1;
        int second = uri.integer("deep", 1, 8)
                        .or(() -> uri.integer("abdominal", 1, 8))
                        .orElse(0)
                - 1;
        return new BodyVoltages(body, value -> sensor.applyAsDouble(value) * divider, first, second);
    }

    private static DoubleUnaryOperator sensor(DeviceUri uri, String kind) {
        double supply = uri.number("supply", 2.5, 5.5).orElse(kind.equals("myoware") ? 3.3 : 5);
        return switch (kind) {
            // Vout = Vs (0.09 P + 0.04), P in kPa; it clips a little over its end. Source: DOMAIN 3.14.
            case "mpx5010" -> pascal -> clip(supply * (0.09e-3 * pascal + 0.04), 0.036 * supply, 0.95 * supply);
            case "mpx5050" -> pascal -> clip(supply * (0.018e-3 * pascal + 0.04), 0.036 * supply, 0.95 * supply);
            // 0.5 to 4.5 V over 40 kPa. Source: DOMAIN 3.14.
            case "xgzp6847a" -> pascal -> clip(supply * (0.1 + 0.8 * pascal / 40e3), 0.08 * supply, 0.92 * supply);
            case "myoware" -> myoware(uri, supply);
            // A gain of 1000 around 1.5 V, 0 to 3 V. Source: DOMAIN 3.3.
            case "oymotion" -> microvolts -> clip(1.5 + microvolts * 1e-3, 0, 3);
            case "linear" -> line(uri);
            default -> throw uri.wrong("option 'sensor'", "a sensor that can be simulated", kind);
        };
    }

    /** RAW: a gain of 200 around half the supply; RECT the same from ground; ENV more by its screw. Source: DOMAIN 3.3. */
    private static DoubleUnaryOperator myoware(DeviceUri uri, double supply) {
        String output = uri.option("output").orElse("raw");
        double middle = output.equals("raw") ? supply / 2 : 0;
        double gain =
                200e-6 * (output.equals("env") ? 1 + uri.number("pot", 0, 1000).orElse(50.0) : 1);
        return microvolts -> clip(middle + microvolts * gain, 0, supply);
    }

    private static double clip(double volts, double least, double most) {
        return Math.max(least, Math.min(most, volts));
    }

    /** The line through {@code V:X,V:X}, read backwards, from ground to 5 V. */
    private static DoubleUnaryOperator line(DeviceUri uri) {
        String[] four = uri.option("points").orElse("0:0,1:1").split("[:,]", 4);
        double unit = switch (uri.option("unit").orElse("kPa")) {
            case "kPa", "mV" -> 1000;
            case "hPa" -> 100;
            case "cmH2O" -> 98.0665;
            case "mmHg" -> 133.322;
            default -> 1;
        };
        double v0 = Double.parseDouble(four[0]);
        double x0 = Double.parseDouble(four[1]) * unit;
        double slope = (Double.parseDouble(four[2]) - v0) / (Double.parseDouble(four[3]) * unit - x0);
        return value -> clip(v0 + (value - x0) * slope, 0, 5);
    }

    @Override
    public double volts(int input, long atNanos) {
        if (input != first && input != second) {
            return 0;
        }
        return sensor.applyAsDouble(body.at(input == first ? 0 : 1, atNanos));
    }
}
