package org.pelvi4j.calibration;

import java.time.Instant;
import java.util.Random;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

/** A person who is measured: rests and squeezes at given levels, in pascal, with noise on them. */
final class Sitting {
    static final Instant WHEN = Instant.parse("2026-11-24T08:00:00Z");
    /** Where rest is. */
    private static final double REST = 2000;

    final Measuring measuring;
    Random random = new Random(1);
    double noise = 20;

    private final Conditioned now = new Conditioned();
    private final double rateHz;
    private long number;

    Sitting(double rateHz) {
        this.rateHz = rateHz;
        measuring = Measuring.of(Signal.PRESSURE, rateHz, 10);
    }

    private long nanos() {
        return Math.round(number * 1e9 / rateHz);
    }

    void hold(double seconds, double level, Quality quality) {
        for (int i = 0; i < seconds * rateHz; i++) {
            double value = level + noise * random.nextGaussian();
            measuring.signal(now.at(number, nanos()).set(value, value, quality));
            number++;
        }
    }

    void hold(double seconds, double level) {
        hold(seconds, level, Quality.GOOD);
    }

    /** Nothing comes but the time; what comes next is counted on. */
    void silence(double seconds) {
        for (double since = 0.1; since <= seconds + 0.01; since += 0.1) {
            long at = nanos() + Math.round(since * 1e9);
            measuring.signal(now.at(number - 1, at).set(REST, REST, Quality.MISSING));
        }
        number += Math.round(seconds * rateHz);
    }

    void rest(double level) {
        measuring.beginRest();
        hold(20, level);
        measuring.end();
    }

    void trial(double level) {
        measuring.beginTrial();
        hold(1, (REST + level) / 2);
        hold(4, level);
        measuring.end();
        hold(5, REST);
    }

    /** Up for 1.5 s of 5: the best 3 s are half rest. */
    void brief(double noises) {
        measuring.beginTrial();
        hold(1, REST);
        hold(1.5, REST + noises * noise);
        hold(2.5, REST);
        measuring.end();
        hold(5, REST);
    }

    Measured maximal() {
        return measuring.maximal(WHEN, "A");
    }
}
