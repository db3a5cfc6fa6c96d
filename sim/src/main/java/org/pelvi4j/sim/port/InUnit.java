package org.pelvi4j.sim.port;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.Truth;

/** A source whose board prints another unit than pascal or microvolt, as {@code unit=cmH2O} says. Confined to one thread. */
final class InUnit implements Source {
    /** Pascal or microvolt in one of each. Source: DOMAIN 1.9. */
    private static final Map<String, Double> UNITS =
            Map.of("kPa", 1000.0, "cmH2O", 98.0665, "mmHg", 133.322, "mV", 1000.0);

    private final Source source;
    private final double unit;
    private final SensorInfo info;

    private InUnit(Source source, double unit) {
        this.source = source;
        this.unit = unit;
        SensorInfo plain = source.info();
        info = new SensorInfo(
                plain.name(),
                plain.rateHz(),
                plain.channels().stream()
                        .map(c -> new Channel(
                                c.role(), c.signal(), c.minimum() / unit, c.maximum() / unit, c.resolution() / unit))
                        .toList());
    }

    static Source of(DeviceUri uri, Source source) {
        double unit = UNITS.getOrDefault(uri.option("unit").orElse(""), 1.0);
        return unit == 1 ? source : new InUnit(source, unit);
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public boolean next(double[] values) {
        if (!source.next(values)) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= unit;
        }
        return true;
    }

    @Override
    public @Nullable Truth truth() {
        return source.truth();
    }
}
