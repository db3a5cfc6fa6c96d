package org.pelvi4j.sensor.analog;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;

/** Any linear sensor, by two points of its line: {@code points=0.5:0,4.5:100&unit=kPa}. Immutable. */
final class Points {
    private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+)";
    private static final Pattern FORM = Pattern.compile(NUMBER + ":" + NUMBER + "," + NUMBER + ":" + NUMBER);

    /** Pascal or microvolt in one of each. Source: DOMAIN.md 1.9. */
    private static final Map<String, Double> PRESSURES =
            Map.of("Pa", 1.0, "kPa", 1000.0, "hPa", 100.0, "cmH2O", 98.0665, "mmHg", 133.322);

    private static final Map<String, Double> VOLTAGES = Map.of("uV", 1.0, "mV", 1000.0);
    /** Beyond its two points a line goes on that far, as a share of what lies between them. */
    private static final double BEYOND = 0.1;

    private Points() {}

    static AnalogSensor line(DeviceUri uri) {
        String text = uri.option("points").orElse("missing");
        Matcher points = FORM.matcher(text);
        if (!points.matches()) {
            throw wrong(uri, text);
        }
        double share = AnalogSensor.divider(uri, 1);
        double fromVolts = Double.parseDouble(points.group(1)) * share;
        double untilVolts = Double.parseDouble(points.group(3)) * share;
        String unit = uri.option("unit").orElse("missing");
        boolean pressure = PRESSURES.containsKey(unit);
        Double factor = pressure ? PRESSURES.get(unit) : VOLTAGES.get(unit);
        if (factor == null) {
            throw uri.wrong("option 'unit'", "Pa, hPa, kPa, cmH2O, mmHg, uV or mV", unit);
        }
        double from = Double.parseDouble(points.group(2)) * factor;
        double until = Double.parseDouble(points.group(4)) * factor;
        if (!(untilVolts > fromVolts) || from == until) {
            throw wrong(uri, text);
        }
        double perVolt = (until - from) / (untilVolts - fromVolts);
        double spare = BEYOND * (untilVolts - fromVolts);
        return new AnalogSensor(
                "linear sensor",
                pressure ? Signal.PRESSURE : Signal.EMG,
                fromVolts - from / perVolt,
                perVolt,
                fromVolts - spare,
                untilVolts + spare);
    }

    private static IllegalArgumentException wrong(DeviceUri uri, String text) {
        return uri.wrong("option 'points'", "VOLTS:VALUE,VOLTS:VALUE with rising volts such as 0.5:0,4.5:100", text);
    }
}
