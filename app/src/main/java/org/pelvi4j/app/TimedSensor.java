package org.pelvi4j.app;

import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.time.Clock;

/** A sensor that ends after a time. Confined to one thread, but for {@link #close()}. */
final class TimedSensor implements Sensor {
    private final Sensor sensor;
    private final Clock clock;
    private final long startNanos;
    private final long lengthNanos;

    TimedSensor(Sensor sensor, Clock clock, long lengthNanos) {
        this.sensor = sensor;
        this.clock = clock;
        this.lengthNanos = lengthNanos;
        startNanos = clock.nowNanos();
    }

    @Override
    public SensorInfo info() {
        return sensor.info();
    }

    @Override
    public boolean read(SampleSink out) {
        return sensor.read(out) && clock.nowNanos() - startNanos < lengthNanos;
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
