package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Wiring;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.table.SensorDrivers;
import picocli.CommandLine.Option;

/** The options that choose a sensor, shared by the commands that read one. Confined to one thread. */
final class Sensing {
    /** The chips that have a driver, by their bus. */
    static final class Chips implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            var buses = new LinkedHashMap<String, String>();
            for (Wiring wiring : SensorDrivers.wirings()) {
                buses.merge(wiring.usual().scheme(), wiring.part(), (one, other) -> one + "|" + other);
            }
            return buses.entrySet().stream()
                    .map(bus -> bus.getKey() + " " + bus.getValue())
                    .iterator();
        }
    }

    @Option(
            names = "--sensor",
            paramLabel = "URI",
            completionCandidates = Chips.class,
            description = {
                "Where the samples come from:",
                "  'sim:healthy?signal=emg&seed=1'  a simulated person",
                "  'serial:/dev/ttyUSB0?protocol=cyton&channel=1'",
                "  'serial:/dev/ttyACM0?protocol=arduino&signal=pressure&unit=cmH2O&rate=100'",
                "  'i2c:1/0x28?chip=abp2&range=350mbar'",
                "  'i2c:1/0x48?chip=ads1115&sensor=mpx5010'  (or mpx5050, myoware with output=raw, rect or env, oymotion, points=0.5:0,4.5:100&unit=kPa)",
                "  'spi:0.0?chip=mcp3208&sensor=mpx5010'  'spi:0.0?chip=ads1292r&ready=25'",
                "  'gpio:5,6?chip=hx711'  'iio:hx711'  (DOUT and SCK, or the kernel's own driver)",
                "  'file:trace.edf?channel=0'  a recording",
                "Chips, by the bus they are on: ${COMPLETION-CANDIDATES}.",
                "sim+ before any of them puts a simulated person behind a virtual chip: 'sim+i2c:1/0x28?chip=abp2&range=350mbar'.",
                "Quote it, because of the &."
            })
    private String sensor = "";

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "With a simulated sensor: N times faster than real time, 'max' for as fast as it goes.")
    private String speed = "1";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "With a simulated sensor or a recording: what the wall clock says at the start, such as"
                    + " 2026-11-24T08:00Z (default: now).")
    private @Nullable String at;

    @Option(names = "--wait", description = "Wait for a serial port that is not there yet, as at a computer's start.")
    private boolean wait;

    /** The sensor's URI; a serial port that is not there is told at once, unless it is to be waited for. */
    DeviceUri uri() {
        if (sensor.isEmpty()) {
            throw new IllegalArgumentException(
                    "--sensor: expected a URI, for example --sensor sim:healthy; 'pelvi4j devices' lists what is connected");
        }
        DeviceUri uri = DeviceUri.parse(sensor);
        boolean serial = uri.scheme().equals("serial") && !uri.simulated();
        if (serial && !wait && Stream.of(uri.address().split(",", -1)).noneMatch(path -> Files.exists(Path.of(path)))) {
            throw new Failure(
                    uri.address() + ": no such port; is the sensor plugged in? 'pelvi4j devices' lists what is"
                            + " there, --wait waits for it");
        }
        return uri;
    }

    /** Whether the command line says which sensor. */
    boolean given() {
        return !sensor.isEmpty();
    }

    /** Opens the sensor that the command line names, before anybody is looked up; null where it names none. */
    @Nullable
    Sensor early(Equipment equipment) throws IOException {
        return given() ? equipment.sensor(uri(), speed()) : null;
    }

    /** The one that is open already, else the person's own. */
    Sensor open(@Nullable Sensor early, Equipment equipment, String own) throws IOException {
        if (early != null) {
            return early;
        }
        sensor = own;
        return equipment.sensor(uri(), speed());
    }

    /** What the wall clock says at the start; null for now. */
    @Nullable
    Instant at() {
        if (at == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--at: expected a time with its zone such as 2026-11-24T08:00Z but was '" + at + "'", e);
        }
    }

    /** How much faster than real time, infinite for as fast as it goes. */
    double speed() {
        if (speed.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double number = Double.parseDouble(speed);
            if (number >= 1 && number <= 10_000) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongSpeed();
        }
        throw wrongSpeed();
    }

    private IllegalArgumentException wrongSpeed() {
        return new IllegalArgumentException("--speed: expected 1 to 10000 or max but was '" + speed + "'");
    }
}
