package org.pelvi4j.calibration;

import org.pelvi4j.sensor.Signal;

/**
 * From what a scale is learned while somebody practises. Immutable.
 *
 * @param signal what is measured
 * @param rateHz samples per second
 * @param quietSeconds how long the person rests at first
 * @param aimEffort what the first contractions stand for: 1 when they may be as strong as the person likes, less where
 *     the exercise asks for a light or middling one. Source: the submaximal reference of DOMAIN 1.8
 */
public record Lesson(Signal signal, double rateHz, double quietSeconds, double aimEffort) {
    /** Checks the figures. */
    public Lesson {
        if (!(quietSeconds >= 1)) {
            throw new IllegalArgumentException("quietSeconds: expected 1 or more but was " + quietSeconds);
        }
        if (!(aimEffort > 0 && aimEffort <= 1)) {
            throw new IllegalArgumentException("aimEffort: expected more than 0, to 1, but was " + aimEffort);
        }
    }
}
