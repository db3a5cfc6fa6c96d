package org.pelvi4j.sensor;

import java.util.ArrayList;
import java.util.List;

/** A pressure sensor whose probe was calibrated at a water column. Confined to one thread, but for {@link #close()}. */
public final class CalibratedSensor implements Sensor {
    private final Sensor sensor;
    private final SensorInfo info;
    private final double[] zeros;
    private final double[] factors;
    private final double[] values;
    private final Scaling scaling = new Scaling();

    private CalibratedSensor(Sensor sensor, List<ProbeCalibration> probes) {
        this.sensor = sensor;
        var channels = new ArrayList<>(sensor.info().channels());
        zeros = new double[channels.size()];
        factors = new double[channels.size()];
        values = new double[channels.size()];
        for (int i = 0; i < channels.size(); i++) {
            boolean known = i < probes.size() && channels.get(i).signal() == Signal.PRESSURE;
            zeros[i] = known ? probes.get(i).zeroPascal() : 0;
            factors[i] = known ? probes.get(i).factor() : 1;
            if (known) {
                channels.set(i, probes.get(i).channel(channels.get(i)));
            }
        }
        info = new SensorInfo(sensor.info().name(), sensor.info().rateHz(), channels);
    }

    /**
     * Corrects all that a sensor measures.
     *
     * @param sensor the sensor
     * @param probes one for each pressure channel, in their order; channels beyond the last are left as they are
     * @return the same sensor in true pascals
     */
    public static Sensor of(Sensor sensor, List<ProbeCalibration> probes) {
        return new CalibratedSensor(sensor, List.copyOf(probes));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public boolean read(SampleSink out) {
        scaling.out = out;
        return sensor.read(scaling);
    }

    @Override
    public SensorState state() {
        return sensor.state();
    }

    @Override
    public void close() {
        sensor.close();
    }

    /** Hands on what is corrected. */
    private final class Scaling implements SampleSink {
        private SampleSink out = this;

        @Override
        public void sample(long number, long atNanos, double[] told, int[] flaws) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (told[i] - zeros[i]) * factors[i];
            }
            out.sample(number, atNanos, values, flaws);
        }

        @Override
        public void gap(Gap gap) {
            out.gap(gap);
        }
    }
}
