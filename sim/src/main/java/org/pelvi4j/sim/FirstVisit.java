package org.pelvi4j.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.Measured;
import org.pelvi4j.calibration.Measuring;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.signal.SignalStage;

/**
 * What a physiotherapist measured of a person some days ago, with the same sensor: rest, and three contractions of each
 * muscle that were as strong as the muscle can. Source: DOMAIN 1.16. Confined to one thread.
 */
final class FirstVisit {
    private static final double SETTLE_SECONDS = 60;
    private static final double REST_SECONDS = 60;
    private static final int TRIALS = 3;
    private static final double TRIAL_SECONDS = 5;
    private static final double BETWEEN_SECONDS = 30;

    private final Simulation simulation;
    private final List<Measuring> measuring = new ArrayList<>();
    private final List<SignalStage> stages = new ArrayList<>();
    private final double[] values;
    private long number;

    private FirstVisit(Setup setup) {
        simulation = new Simulation(setup.uneventful(), 0);
        SensorInfo info = simulation.info();
        for (Channel channel : info.channels()) {
            var one = Measuring.of(channel.signal(), info.rateHz(), channel.resolution());
            measuring.add(one);
            stages.add(SignalStage.of(channel, info.rateHz(), one));
        }
        values = new double[measuring.size()];
    }

    /** One calibration per channel. */
    static List<Calibration> of(Setup setup) {
        return new FirstVisit(setup).calibrations();
    }

    private List<Calibration> calibrations() {
        go(0, 0, SETTLE_SECONDS);
        measuring.forEach(Measuring::beginRest);
        go(0, 0, REST_SECONDS);
        measuring.forEach(Measuring::end);
        List<Calibration> found = new ArrayList<>();
        for (int channel = 0; channel < values.length; channel++) {
            for (int trial = 0; trial < TRIALS; trial++) {
                go(0, 0, BETWEEN_SECONDS);
                measuring.get(channel).beginTrial();
                go(channel == 0 ? 1 : 0, channel == 0 ? 0 : 1, TRIAL_SECONDS);
                measuring.get(channel).end();
            }
            Measured measured = measuring.get(channel).maximal(Instant.EPOCH, "");
            if (measured.calibration() == null) {
                throw new IllegalArgumentException("calibrated: expected a muscle that can be measured but "
                        + measured.refusal() + ", " + measured.advice());
            }
            found.add(measured.calibration());
        }
        return found;
    }

    private void go(double pelvic, double abdominal, double seconds) {
        simulation.drive(pelvic, abdominal);
        double rateHz = simulation.info().rateHz();
        for (long end = number + StrictMath.round(seconds * rateHz); number < end; number++) {
            simulation.next(values);
            for (int i = 0; i < values.length; i++) {
                stages.get(i).sample(number, StrictMath.round(number * 1e9 / rateHz), values[i], 0);
            }
        }
    }
}
