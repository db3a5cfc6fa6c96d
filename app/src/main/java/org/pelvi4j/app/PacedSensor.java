package org.pelvi4j.app;

import java.util.concurrent.locks.LockSupport;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;

/**
 * A sensor in virtual time, held back so that a person can watch: each read returns when its virtual time has really
 * come. Confined to one thread, but for {@link #close()}.
 */
final class PacedSensor implements Sensor {
    /** So that {@link #close()} ends a read that waits. */
    private static final long LONGEST_SLEEP_NANOS = 50_000_000;

    private final Sensor sensor;
    private final Clock virtual;
    private final double speed;
    private final Clock real = new SystemClock();
    private final long realStartNanos = real.nowNanos();
    private final long startNanos;
    private volatile boolean closed;

    PacedSensor(Sensor sensor, Clock virtual, double speed) {
        this.sensor = sensor;
        this.virtual = virtual;
        this.speed = speed;
        startNanos = virtual.nowNanos();
    }

    @Override
    public SensorInfo info() {
        return sensor.info();
    }

    @Override
    public boolean read(SampleSink out) {
        boolean more = sensor.read(out);
        long due = realStartNanos + (long) ((virtual.nowNanos() - startNanos) / speed);
        long left;
        while (!closed && (left = due - real.nowNanos()) > 0) {
            LockSupport.parkNanos(Math.min(left, LONGEST_SLEEP_NANOS));
        }
        return more;
    }

    @Override
    public SensorState state() {
        return sensor.state();
    }

    @Override
    public void close() {
        closed = true;
        sensor.close();
    }
}
