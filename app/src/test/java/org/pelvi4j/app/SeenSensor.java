package org.pelvi4j.app;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;

/** Remembers all that a sensor handed on, so that a test can compare what was kept with it. Confined to one thread. */
final class SeenSensor implements Sensor {
    private final Sensor sensor;
    final List<Long> numbers = new ArrayList<>();
    final List<Double> values = new ArrayList<>();
    long missing;

    SeenSensor(Sensor sensor) {
        this.sensor = sensor;
    }

    Sensor itself() {
        return sensor;
    }

    @Override
    public SensorInfo info() {
        return sensor.info();
    }

    @Override
    public boolean read(SampleSink out) {
        return sensor.read(new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] sample, int[] flaws) {
                numbers.add(number);
                values.add(sample[0]);
                out.sample(number, atNanos, sample, flaws);
            }

            @Override
            public void gap(Gap gap) {
                missing += gap.count();
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
