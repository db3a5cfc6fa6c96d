package org.pelvi4j.app;

import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;

/** A sensor whose values are not the person's own. Confined to one thread. */
final class AlteredSensor implements Sensor {
    private final Sensor sensor;
    private final Change change;
    private final double[] changed;

    /** What becomes of a value. */
    interface Change {
        /** The value at a time, in the signal's unit. */
        double of(double seconds, double value);
    }

    AlteredSensor(Sensor sensor, Change change) {
        this.sensor = sensor;
        this.change = change;
        changed = new double[sensor.info().channels().size()];
    }

    @Override
    public SensorInfo info() {
        return sensor.info();
    }

    @Override
    public boolean read(SampleSink out) {
        return sensor.read(new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                for (int i = 0; i < values.length; i++) {
                    changed[i] = change.of(number / sensor.info().rateHz(), values[i]);
                }
                out.sample(number, atNanos, changed, flaws);
            }

            @Override
            public void gap(Gap gap) {
                out.gap(gap);
            }
        });
    }

    @Override
    public SensorState state() {
        return sensor.state();
    }

    @Override
    public void close() {
        sensor.close();
    }
}
