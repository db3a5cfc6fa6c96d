package org.pelvi4j.sim.port;

import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.Source;

/** EMG as a board hands it on that rectifies it, and for {@code output=env} smooths it. Confined to one thread. */
final class Rectified implements Source {
    /** The time constant of the smoothing. (P) */
    private static final double SMOOTHING_SECONDS = 0.05;

    private final Source emg;
    private final double follow;
    private final double[] smoothed;

    private Rectified(Source emg, double follow) {
        this.emg = emg;
        this.follow = follow;
        smoothed = new double[emg.info().channels().size()];
    }

    /** As the option {@code output} says: raw, rect or env. */
    static Source of(DeviceUri uri, Source emg) {
        String output = uri.option("output").orElse("raw");
        return switch (output) {
            case "raw" -> emg;
            case "rect" -> new Rectified(emg, 1);
            case "env" -> new Rectified(emg, 1 / (SMOOTHING_SECONDS * emg.info().rateHz()));
            default -> throw uri.wrong("option 'output'", "raw, rect or env", output);
        };
    }

    @Override
    public SensorInfo info() {
        return emg.info();
    }

    @Override
    public boolean next(double[] values) {
        boolean more = emg.next(values);
        for (int i = 0; more && i < smoothed.length; i++) {
            smoothed[i] += follow * (Math.abs(values[i]) - smoothed[i]);
            values[i] = smoothed[i];
        }
        return more;
    }
}
