package org.pelvi4j.app.clinic;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.signal.SignalSink;
import org.pelvi4j.signal.SignalStage;
import org.pelvi4j.time.Clock;

/**
 * A sensor that stays open from step to step: each step's session closes it in vain. It conditions its channels once for
 * all steps, so that what is measured needs no settling between them. Confined to one thread.
 */
public final class ClinicSensor implements Sensor {
    private final Sensor sensor;
    private final Clock clock;
    private final SampleSink raw;
    private final List<SignalStage> stages = new ArrayList<>();

    private ClinicSensor(Sensor sensor, Clock clock, SampleSink raw) {
        this.sensor = sensor;
        this.clock = clock;
        this.raw = raw;
    }

    /**
     * Wraps a sensor, which stays its owner's.
     *
     * @param sensor the sensor
     * @param clock its clock
     * @param raw sees what comes as it comes
     * @param signals see each channel's conditioned signal, in the order of the channels
     * @return the wrapped sensor
     */
    public static ClinicSensor of(Sensor sensor, Clock clock, SampleSink raw, List<? extends SignalSink> signals) {
        var wrapped = new ClinicSensor(sensor, clock, raw);
        List<Channel> channels = sensor.info().channels();
        for (int i = 0; i < Math.min(channels.size(), signals.size()); i++) {
            wrapped.stages.add(SignalStage.of(channels.get(i), sensor.info().rateHz(), signals.get(i)));
        }
        return wrapped;
    }

    @Override
    public SensorInfo info() {
        return sensor.info();
    }

    @Override
    public boolean read(SampleSink out) {
        boolean more = sensor.read(new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                raw.sample(number, atNanos, values, flaws);
                for (int i = 0; i < stages.size(); i++) {
                    stages.get(i).sample(number, atNanos, values[i], flaws[i]);
                }
                out.sample(number, atNanos, values, flaws);
            }

            @Override
            public void gap(Gap gap) {
                raw.gap(gap);
                stages.forEach(stage -> stage.gap(gap));
                out.gap(gap);
            }
        });
        stages.forEach(stage -> stage.tick(clock.nowNanos()));
        return more;
    }

    @Override
    public SensorState state() {
        return sensor.state();
    }

    /** Does nothing: the next step reads on. */
    @Override
    public void close() {}
}
