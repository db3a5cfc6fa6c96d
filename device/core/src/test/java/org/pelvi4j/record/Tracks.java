package org.pelvi4j.record;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/** Sensors and samples for the tests of recording. */
final class Tracks {
    static final ZonedDateTime START =
            ZonedDateTime.of(2026, 11, 22, 10, 0, 1, 250_000_000, ZoneId.of("Europe/Berlin"));
    static final long BEGIN_NANOS = 7_000_000_000L;

    private Tracks() {}

    static SensorInfo emg(double rateHz) {
        return new SensorInfo("board", rateHz, List.of(new Channel(Role.PFM, Signal.EMG, -1635, 1635, 3.19)));
    }

    static SensorInfo cyton() {
        return new SensorInfo("Cyton", 250, List.of(new Channel(Role.PFM, Signal.EMG, -187500.02, 187500, 0.0223517)));
    }

    static SensorInfo both(double rateHz) {
        return new SensorInfo(
                "both",
                rateHz,
                List.of(
                        new Channel(Role.PFM, Signal.PRESSURE, -5000, 50000, 1),
                        new Channel(Role.ABDOMINAL, Signal.EMG, -1635, 1635, 3.19)));
    }

    static RecordingHeader header(SensorInfo sensor) {
        return RecordingHeader.of(sensor, START).withCode("P-017");
    }

    static EdfRecorder recorder(MemoryFile file, boolean bdf, SensorInfo sensor) throws java.io.IOException {
        var header = header(sensor);
        return EdfRecorder.on(file, EdfLayout.header(bdf, header), header);
    }

    static long nanos(long number, double rateHz) {
        return BEGIN_NANOS + Math.round(number * 1e9 / rateHz);
    }

    /** Samples with numbers from..to-1, each a value that tells its number. */
    static void feed(Recorder recorder, SensorInfo sensor, long from, long to) throws java.io.IOException {
        double[] values = new double[sensor.channels().size()];
        int[] flaws = new int[values.length];
        for (long n = from; n < to; n++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(n, i);
            }
            long at = nanos(n, sensor.rateHz());
            recorder.sample(n, at, values, flaws);
            if (n % 25 == 24) {
                recorder.tick(at);
            }
        }
    }

    static double value(long number, int channel) {
        return (number % 3001 - 1500) * 0.97 + 10 * channel;
    }
}
