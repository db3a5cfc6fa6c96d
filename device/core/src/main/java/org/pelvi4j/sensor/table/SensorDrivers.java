package org.pelvi4j.sensor.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.Wiring;
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

/**
 * The table of sensors: which driver a URI names. A new chip is a line here: a URI of it as it is usually wired, at which
 * other I2C addresses it may be, and what makes its driver. Thread-safe.
 */
public final class SensorDrivers {
    private static final List<Driver> DRIVERS = List.of(
            driver(Hx711::of, "gpio:5,6?chip=hx710b"),
            driver(Hx711::of, "gpio:5,6?chip=hx711"),
            driver(Abp::of, "i2c:1/0x28?chip=abp&range=5psi"),
            driver(Abp2::of, "i2c:1/0x28?chip=abp2&range=350mbar"),
            driver(Ads1115::of, "i2c:1/0x48?chip=ads1015&sensor=mpx5050", 0x49, 0x4A, 0x4B),
            driver(Ads1115::of, "i2c:1/0x48?chip=ads1115&sensor=mpx5050", 0x49, 0x4A, 0x4B),
            driver(Mpr::of, "i2c:1/0x18?chip=mpr"),
            driver(Xgzp::of, "i2c:1/0x6d?chip=xgzp&range=40kPa"),
            driver(Hx711Iio::of, "iio:hx711"),
            driver(Ads1292r::of, "spi:0.0?chip=ads1292r&ready=25"),
            driver(Mcp3008::of, "spi:0.0?chip=mcp3008&sensor=mpx5050"),
            driver(Mcp3008::of, "spi:0.0?chip=mcp3208&sensor=mpx5050"));

    /** A line of the table. */
    private record Driver(Function<DeviceUri, Chip> of, Wiring wiring) {}

    private static Driver driver(Function<DeviceUri, Chip> of, String usual, int... elsewhere) {
        return new Driver(of, Wiring.of(usual, elsewhere));
    }

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
        return ChipSensor.of(chip(uri), ports, clock);
    }

    /**
     * Lists the chips that have a driver.
     *
     * @return each as it is usually wired, in the order of their schemes
     */
    public static List<Wiring> wirings() {
        return DRIVERS.stream().map(Driver::wiring).toList();
    }

    /**
     * Makes the driver of a chip alone; nothing is opened.
     *
     * @param uri such as {@code i2c:1/0x28?chip=abp2&range=160mbar}
     * @return the driver
     * @throws IllegalArgumentException saying which part of the URI is wrong and what was expected
     */
    public static Chip chip(DeviceUri uri) {
        List<Driver> known = DRIVERS.stream()
                .filter(driver -> driver.wiring().usual().scheme().equals(uri.scheme()))
                .toList();
        if (known.isEmpty()) {
            var schemes = DRIVERS.stream().map(driver -> driver.wiring().usual().scheme());
            throw uri.wrong("scheme", "serial, " + schemes.distinct().collect(Collectors.joining(", ")), uri.scheme());
        }
        boolean byAddress = uri.scheme().equals("iio");
        String part = byAddress ? uri.address() : uri.option("chip").orElse("missing");
        for (Driver driver : known) {
            if (driver.wiring().part().equals(part)) {
                return driver.of().apply(uri);
            }
        }
        var parts = known.stream().map(driver -> driver.wiring().part());
        throw uri.wrong(
                byAddress ? "address" : "option 'chip'", "one of " + parts.collect(Collectors.joining(", ")), part);
    }
}
