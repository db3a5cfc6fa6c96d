package org.pelvi4j.sensor.table;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.ChipSensor;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SerialSensors;
import org.pelvi4j.sensor.abp.Abp;
import org.pelvi4j.sensor.abp2.Abp2;
import org.pelvi4j.sensor.ads1115.Ads1115;
import org.pelvi4j.sensor.ads1292r.Ads1292r;
import org.pelvi4j.sensor.hx711.Hx711;
import org.pelvi4j.sensor.hx711.Hx711Iio;
import org.pelvi4j.sensor.mcp3008.Mcp3008;
import org.pelvi4j.sensor.mpr.Mpr;
import org.pelvi4j.sensor.xgzp.Xgzp;
import org.pelvi4j.time.Clock;

/** The table of sensors: which driver a URI names. A new chip is a line here. Thread-safe. */
public final class SensorDrivers {
    /** By scheme and chip. */
    private static final Map<String, Function<DeviceUri, Chip>> CHIPS = new TreeMap<>(Map.ofEntries(
            entry("gpio hx710b", Hx711::of),
            entry("gpio hx711", Hx711::of),
            entry("i2c abp", Abp::of),
            entry("i2c abp2", Abp2::of),
            entry("i2c ads1015", Ads1115::of),
            entry("i2c ads1115", Ads1115::of),
            entry("i2c mpr", Mpr::of),
            entry("i2c xgzp", Xgzp::of),
            entry("iio hx711", Hx711Iio::of),
            entry("spi ads1292r", Ads1292r::of),
            entry("spi mcp3008", Mcp3008::of),
            entry("spi mcp3208", Mcp3008::of)));

    private SensorDrivers() {}

    /**
     * Makes the sensor that a URI names, such as {@code serial:/dev/ttyUSB0?protocol=cyton&channel=1} or
     * {@code i2c:1/0x28?chip=abp2&range=160mbar}. The wire is opened by the first read: a port that is missing or busy
     * shows in the sensor's state, and it goes on trying.
     *
     * @param uri which sensor; {@code sim+} before it is the caller's choice of ports
     * @param ports what opens its wire
     * @param clock the time that its samples are dated by
     * @return the sensor
     * @throws IllegalArgumentException saying which part of the URI is wrong and what was expected
     */
    public static Sensor open(DeviceUri uri, Ports ports, Clock clock) {
        if (uri.scheme().equals("serial")) {
            return SerialSensors.open(uri, ports, clock);
        }
        return ChipSensor.of(driver(uri).apply(uri), ports, clock);
    }

    private static Function<DeviceUri, Chip> driver(DeviceUri uri) {
        var known = new TreeMap<String, Function<DeviceUri, Chip>>();
        CHIPS.forEach((key, driver) -> {
            if (key.startsWith(uri.scheme() + " ")) {
                known.put(key.substring(uri.scheme().length() + 1), driver);
            }
        });
        if (known.isEmpty()) {
            throw uri.wrong("scheme", "serial, i2c, spi, gpio or iio", uri.scheme());
        }
        String chip =
                uri.scheme().equals("iio") ? uri.address() : uri.option("chip").orElse("missing");
        Function<DeviceUri, Chip> driver = known.get(chip);
        if (driver == null) {
            String part = uri.scheme().equals("iio") ? "address" : "option 'chip'";
            throw uri.wrong(part, "one of " + String.join(", ", known.keySet()), chip);
        }
        return driver;
    }
}
