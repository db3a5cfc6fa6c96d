package org.pelvi4j.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.pelvi4j.bus.DeviceUri;
import picocli.CommandLine.Option;

/** The options that choose a sensor, shared by the commands that read one. Confined to one thread. */
final class Sensing {
    @Option(
            names = "--sensor",
            paramLabel = "URI",
            description = {
                "Where the samples come from:",
                "  'sim:healthy?signal=emg&seed=1'  a simulated person",
                "  'serial:/dev/ttyUSB0?protocol=cyton&channel=1'",
                "  'serial:/dev/ttyACM0?protocol=arduino&signal=pressure&unit=cmH2O&rate=100'",
                "  'file:trace.edf?channel=0'  a recording",
                "Quote it, because of the &."
            })
    private String sensor = "";

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "With a simulated sensor: N times faster than real time, 'max' for as fast as it goes.")
    private String speed = "1";

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
