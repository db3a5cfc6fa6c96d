package org.pelvi4j.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.sensor.CalibratedSensor;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.ProbeCalibration;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/**
 * What a water column has told of a probe on a sensor, as one of a person's settings. Immutable.
 *
 * @param when when it was measured
 * @param probe which probe, free text
 * @param sensor the sensor's name
 * @param ends of each channel as the sensor tells them: a part of another range is another sensor
 * @param points of each channel
 */
record KnownProbe(Instant when, String probe, String sensor, List<Ends> ends, List<ProbeCalibration> points) {
    /** The setting's name. */
    static final String SETTING = "water-column";

    private static final int HEAD = 3;
    private static final int NUMBERS = 5;

    /** Where a channel ends. */
    record Ends(double minimum, double maximum) {
        static Ends of(Channel channel) {
            return new Ends(channel.minimum(), channel.maximum());
        }
    }

    static KnownProbe of(SensorInfo sensor, String probe, Instant when, List<ProbeCalibration> points) {
        List<Ends> ends = sensor.channels().stream().map(Ends::of).toList();
        return new KnownProbe(when, probe, sensor.name(), ends, List.copyOf(points));
    }

    /** Whether it is of that sensor. */
    boolean fits(SensorInfo other) {
        return sensor.equals(other.name())
                && ends.equals(other.channels().stream().map(Ends::of).toList());
    }

    /** The sensor in true pascals. */
    Sensor on(Sensor told) {
        return CalibratedSensor.of(told, points);
    }

    /** For the eyes of a physiotherapist, a line a channel. */
    List<String> lines() {
        return points.stream()
                .map(of -> when + "  water column  zero " + Amount.text(Signal.PRESSURE, of.zeroPascal()) + "  scale "
                        + Amount.decimal(of.factor(), 3) + "  probe '" + probe + "'  on " + sensor)
                .toList();
    }

    /** One line each: when, probe, sensor; then of each channel its ends, zero, factor and noise. */
    String text() {
        var lines = new ArrayList<>(List.of(when.toString(), probe, sensor));
        for (int i = 0; i < points.size(); i++) {
            ProbeCalibration of = points.get(i);
            lines.add(ends.get(i).minimum() + " " + ends.get(i).maximum() + " " + of.zeroPascal() + " " + of.factor()
                    + " " + of.noisePascal());
        }
        return String.join("\n", lines);
    }

    /** The same back. */
    static KnownProbe read(String text) {
        try {
            List<String> lines = text.lines().toList();
            Instant when = Instant.parse(lines.get(0));
            var ends = new ArrayList<Ends>();
            var points = new ArrayList<ProbeCalibration>();
            for (String line : lines.subList(HEAD, lines.size())) {
                String[] words = line.split(" ", NUMBERS);
                double[] numbers = new double[NUMBERS];
                for (int i = 0; i < NUMBERS; i++) {
                    numbers[i] = Double.parseDouble(words[i]);
                }
                ends.add(new Ends(numbers[0], numbers[1]));
                points.add(new ProbeCalibration(numbers[2], numbers[3], numbers[4], when, lines.get(1)));
            }
            return new KnownProbe(when, lines.get(1), lines.get(2), ends, points);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new Failure("what is kept of the probe's water column cannot be read: 'pelvi4j calibrate probe'"
                    + " measures it anew");
        }
    }
}
